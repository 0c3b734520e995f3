import { describe, expect, it } from 'vitest';
import { keyToMeaning, type Pressed } from '../../src/ui/screens/shortcuts/key-map.ts';

const pressed = (key: string, over: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrl: false,
  meta: false,
  alt: false,
  inField: false,
  inDialog: false,
  ownArrows: false,
  singleKeys: true,
  goes: false,
  ...over,
});

const singles = ['d', 's', 'n', 'z', 'j', 'k', 'g', '?', '/'];

describe('keys', () => {
  it('mean nothing where somebody writes, and nothing beneath a dialog', () => {
    for (const key of [...singles, 'ArrowDown', 'Escape']) {
      expect(keyToMeaning(pressed(key, { inField: true }))).toBeNull();
      expect(keyToMeaning(pressed(key, { inDialog: true }))).toBeNull();
    }
  });

  it('mean nothing by themselves when single keys are switched off', () => {
    for (const key of singles) expect(keyToMeaning(pressed(key, { singleKeys: false }))).toBeNull();
    expect(keyToMeaning(pressed('ArrowDown', { singleKeys: false }))).toEqual({ kind: 'move', by: 1 });
    expect(keyToMeaning(pressed('Escape', { singleKeys: false }))).toEqual({ kind: 'close' });
  });

  it('leave what the browser and the system do with modifiers alone', () => {
    for (const key of singles) {
      expect(keyToMeaning(pressed(key, { alt: true }))).toBeNull();
      expect(keyToMeaning(pressed(key, { ctrl: true }))).toBeNull();
    }
  });

  it('go somewhere after G alone', () => {
    expect(keyToMeaning(pressed('n', { goes: true }))).toEqual({ kind: 'go', to: 'now' });
    expect(keyToMeaning(pressed('P', { goes: true }))).toEqual({ kind: 'go', to: 'people' });
    expect(keyToMeaning(pressed('n'))).toEqual({ kind: 'new' });
    expect(keyToMeaning(pressed('p'))).toBeNull();
    expect(keyToMeaning(pressed('d', { goes: true }))).toEqual({ kind: 'press', button: 'D' });
  });

  it('leave arrows to what moves by them', () => {
    expect(keyToMeaning(pressed('ArrowDown', { ownArrows: true }))).toBeNull();
    expect(keyToMeaning(pressed('j', { ownArrows: true }))).toEqual({ kind: 'move', by: 1 });
  });
});
