import { describe, expect, it } from 'vitest';
import { decodeWorkflowDefinition } from '../../src/model/decode-workflow.ts';
import { addDays, isLocalDate, isLocalTime } from '../../src/model/local-date.ts';
import { computeTopologicalOrder } from '../../src/model/topological-order.ts';
import { step, tripSteps } from '../support/run-bench.ts';

const trip = { id: 'trip', title: 'Trip', parts: [], facts: [], steps: tripSteps };

describe('decodeWorkflowDefinition', () => {
  it('reads a definition and leaves fields that it does not know on it', () => {
    const made = decodeWorkflowDefinition({ ...trip, later: 1 });
    expect(made).toEqual({ ok: true, value: { ...trip, later: 1 } });
  });

  it.each<[string, unknown]>([
    ['no object', 7],
    ['steps that are none', { ...trip, steps: [null] }],
    ['a kind of step that it does not know', { ...trip, steps: [{ ...step('a'), kind: 'ritual' }] }],
    [
      'a due on a day that is not there',
      { ...trip, steps: [step('a', [], { due: { kind: 'date', date: '2026-02-30' } })] },
    ],
    ['a step id that would break keys', { ...trip, steps: [step('a/b')] }],
    ['a negative estimate', { ...trip, steps: [step('a', [], { estimate: -1 })] }],
  ])('refuses %s', (_name, value) => {
    expect(decodeWorkflowDefinition(value)).toEqual({ ok: false, error: { type: 'notAWorkflow' } });
  });

  it('[J5] names what makes a graph unreadable, and reads one that is merely wrong', () => {
    const problems = (steps: readonly ReturnType<typeof step>[]) => {
      const made = decodeWorkflowDefinition({ ...trip, steps });
      return made.ok ? null : 'problems' in made.error && made.error.problems;
    };
    expect(problems(tripSteps)).toBeNull();
    expect(problems([step('a', ['a'])])).toEqual([{ type: 'cycle', steps: ['a'] }]);
    expect(problems([step('a', ['c']), step('b', ['a']), step('c', ['b'])])).toEqual([
      { type: 'cycle', steps: ['a', 'b', 'c'] },
    ]);
    expect(problems([])).toEqual([{ type: 'noSteps' }]);
    expect(problems([step('a'), step('a')])).toEqual([{ type: 'duplicateStep', step: 'a' }]);
    expect(problems([step('a', ['b'])])).toEqual([{ type: 'unknownStep', step: 'a', missing: 'b' }]);
    expect(problems([step('a', [], { kind: 'decision' })])).toBeNull();
  });
});

describe('topological order', () => {
  it('puts every step after what it depends on, also when an edge is listed twice', () => {
    expect(computeTopologicalOrder([step('c', ['b', 'b']), step('b', ['a']), step('a')])).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(computeTopologicalOrder([step('a', ['b']), step('b', ['a'])])).toBeNull();
  });
});

describe('local dates', () => {
  it('are real days and times', () => {
    expect(['2024-02-29', '2026-02-29', '0001-01-01', '2026-1-1', 7].map(isLocalDate)).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(['00:00', '23:59', '24:00', '9:00'].map(isLocalTime)).toEqual([true, true, false, false]);
    expect([addDays('2026-12-31', 1), addDays('2024-03-01', -1), addDays('9999-12-31', 1)]).toEqual([
      '2027-01-01',
      '2024-02-29',
      null,
    ]);
  });
});
