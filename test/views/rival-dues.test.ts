import { describe, expect, it } from 'vitest';
import { computeRivalDues } from '../../src/views/compute-rival-dues.ts';
import { readRun } from '../../src/views/run-reading.ts';
import { ana, context, startTwo, stepId } from '../support/run-bench.ts';

const due = (date: string) => ({ kind: 'date', date }) as const;

describe('due dates that met', () => {
  it('[C7] are shown with who set them, the one that holds first, until the step is done', () => {
    const { a, b, meet } = startTwo();
    a.do({ kind: 'setStepDue', step: stepId('dates'), due: due('2026-03-05') });
    b.do({ kind: 'setStepDue', step: stepId('dates'), due: null });
    b.do({ kind: 'setStepDue', step: stepId('dates'), due: due('2026-03-09') });
    meet();
    const shown = () => computeRivalDues(readRun(a.state(), { me: ana, people: context.people }, 0));
    const [met] = shown();
    expect(met?.step).toBe('dates');
    expect(met?.sides.map(({ by }) => by?.id).toSorted()).toEqual(['ana', 'sam']);
    const held = a.of('dates');
    expect(met?.sides[0]?.when).toEqual({ at: held.dueAt, hasTime: false });
    expect(met?.sides.map(({ when }) => when?.at)).not.toContain(undefined);
    a.complete('dates');
    expect(shown()).toEqual([]);
  });
});
