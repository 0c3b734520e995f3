import { describe, expect, it } from 'vitest';
import { occurrence, startTwo, step, stepId } from '../support/run-bench.ts';

describe('a join that cancels the rest', () => {
  it('[J2] withdraws its whole branch, in whatever order the plan lists steps that softly follow one another', () => {
    const steps = [
      step('call', [], { after: [{ from: stepId('write'), strength: 'soft' }] }),
      step('write'),
      step('visit'),
      step('answered', ['call', 'write', 'visit'], { join: { kind: 'any', cancelRest: true } }),
    ];
    const { a } = startTwo(steps);
    a.do({ kind: 'completeStep', occurrence: occurrence('visit') });
    expect(['call', 'write', 'answered'].map((id) => a.of(id).status)).toEqual([
      'withdrawn',
      'withdrawn',
      'ready',
    ]);
  });
});
