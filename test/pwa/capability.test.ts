import { describe, expect, it } from 'vitest';
import { computeCapability, type Environment } from '../../src/pwa/capability.ts';

const able: Environment = {
  secure: true,
  cryptography: true,
  database: true,
  moduleWorkers: true,
  locks: true,
};

describe('what the browser at this address can do', () => {
  it('is ready when nothing is missing', () => {
    expect(computeCapability(able)).toEqual({ type: 'ready' });
  });

  it('names the insecure address alone, although it takes cryptography and locks away with it', () => {
    const plainHttp = { ...able, secure: false, cryptography: false, locks: false };
    expect(computeCapability(plainHttp)).toEqual({ type: 'insecure' });
  });

  it('names every part that an old browser lacks', () => {
    expect(computeCapability({ ...able, moduleWorkers: false, locks: false })).toEqual({
      type: 'browserTooOld',
      missing: ['moduleWorkers', 'locks'],
    });
    expect(computeCapability({ ...able, cryptography: false, database: false })).toEqual({
      type: 'browserTooOld',
      missing: ['cryptography', 'database'],
    });
  });
});
