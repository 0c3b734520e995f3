import { describe, expect, it } from 'vitest';
import { findStep, stepIndexOf } from '../../src/model/step-index.ts';
import { step, stepId } from '../support/run-bench.ts';

describe('stepIndexOf', () => {
  it('finds each step in its place, and of two under one id the first', () => {
    const [first, other, again] = [step('a'), step('b', ['a']), { ...step('a'), title: 'Again' }];
    const index = stepIndexOf([first, again, other]);
    expect(index.steps).toEqual([first, other]);
    expect([...index.placeById]).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(findStep(index, stepId('a'))).toBe(first);
    expect(findStep(index, stepId('b'))).toBe(other);
    expect(findStep(index, stepId('c'))).toBeUndefined();
  });

  it('is made once for a list, and anew for another list of the same steps', () => {
    const steps = [step('a')];
    expect(stepIndexOf(steps)).toBe(stepIndexOf(steps));
    expect(stepIndexOf([...steps, step('b')]).placeById.size).toBe(2);
  });
});
