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

  it('reads everything that a plan may say', () => {
    const all = {
      ...trip,
      facts: [
        { id: 'when', name: 'When', kind: 'instant', atStart: true, critical: true },
        { id: 'before', name: 'Before', kind: 'instant', derived: { from: 'when', days: -2, minutes: 30 } },
        { id: 'plan', name: 'Plan', kind: 'choice', options: [{ id: 'plus', name: 'Plus' }] },
      ],
      sections: [{ id: 'all', name: 'All of it', steps: ['a', 'b'] }],
      steps: [
        step('a', [], {
          kind: 'decision',
          outcomes: [
            { id: 'yes', name: 'Yes' },
            { id: 'no', name: 'No', redo: { section: 'all', atMost: 2 } },
            { id: 'stop', name: 'Stop', ends: true },
          ],
        }),
        {
          ...step('b'),
          after: [{ from: 'a', outcomes: ['yes'], strength: 'enforced', lag: 30 }],
          join: { kind: 'count', count: 1, cancelRest: true },
          start: { kind: 'offset', from: 'when', days: 0, minutes: -15 },
          reads: [{ fact: 'when', projection: 'time', tolerance: 15, optional: true }],
          writes: ['plan'],
          onlyIf: { fact: 'plan', is: 'equal', value: { kind: 'choice', choice: 'plus' } },
          irreversible: true,
        },
      ],
    };
    expect(decodeWorkflowDefinition(all)).toEqual({ ok: true, value: all });
  });

  it.each<[string, object]>([
    ['a join that it does not know', { join: { kind: 'most' } }],
    ['a join of none', { join: { kind: 'count', count: 0 } }],
    ['a join wider than any plan', { join: { kind: 'count', count: 1e9 } }],
    ['a strength that it does not know', { after: [{ from: 'x', strength: 'rubber' }] }],
    ['time that runs backwards', { after: [{ from: 'x', lag: -1 }] }],
    ['a lag that never ends', { after: [{ from: 'x', lag: Number.POSITIVE_INFINITY }] }],
    ['outcomes that are no list', { after: [{ from: 'x', outcomes: 'yes' }] }],
    ['an outcome without a name', { outcomes: [{ id: 'yes' }] }],
    ['a redo without an end', { outcomes: [{ id: 'no', name: 'No', redo: { section: 's', atMost: 1e9 } }] }],
    ['an outcome id with a slash', { outcomes: [{ id: 'a/b', name: 'No' }] }],
    ['a start that is none', { start: { kind: 'offset', from: 'runStart', days: 1e9 } }],
    ['a fact read by an id that poses as a part', { reads: [{ fact: 'arrival.date' }] }],
    ['a projection that it does not know', { reads: [{ fact: 'x', projection: 'month' }] }],
    ['a negative tolerance', { reads: [{ fact: 'x', tolerance: -1 }] }],
    ['writing no fact', { writes: [''] }],
    ['a condition without a value', { onlyIf: { fact: 'x', is: 'above' } }],
    [
      'a condition that it does not know',
      { onlyIf: { fact: 'x', is: 'like', value: { kind: 'text', text: '' } } },
    ],
    ['a condition on a value that is none', { onlyIf: { fact: 'x', is: 'equal', value: 7 } }],
    ['a yes that is none', { irreversible: 'yes' }],
  ])('refuses %s', (_name, more) => {
    const steps = [step('x'), { ...step('a'), ...more }];
    expect(decodeWorkflowDefinition({ ...trip, steps })).toEqual({
      ok: false,
      error: { type: 'notAWorkflow' },
    });
  });

  it.each<[string, object]>([
    ['a kind of fact that it does not know', { facts: [{ id: 'x', name: 'X', kind: 'mood' }] }],
    ['a fact id with a slash', { facts: [{ id: 'a/b', name: 'X', kind: 'date' }] }],
    [
      'a derivation across all time',
      { facts: [{ id: 'x', name: 'X', kind: 'date', derived: { from: 'y', days: 1e9 } }] },
    ],
    ['a section without steps', { sections: [{ id: 's', name: 'S' }] }],
  ])('refuses %s', (_name, more) => {
    expect(decodeWorkflowDefinition({ ...trip, ...more })).toEqual({
      ok: false,
      error: { type: 'notAWorkflow' },
    });
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
