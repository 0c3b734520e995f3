import { describe, expect, it } from 'vitest';
import { computeSuppliers, isFactConfirmed } from '../../../src/engine/facts/is-fact-confirmed.ts';
import type { OccurrenceState } from '../../../src/engine/run-state.ts';
import { date, derived, fact, factId } from '../../support/fact-values.ts';
import { ana, leo, sam } from '../../support/run-bench.ts';
import { factMap, known, step } from './fact-bench.ts';
import { at, change, iteration, stateOf } from './state-bench.ts';

const meeting = fact('meeting', 'date');
const leave = derived('leave', 'meeting', 'date', { days: -1 });

describe('[J8] a fact whose step is done again', () => {
  function isConfirmed(current: Partial<OccurrenceState>, writtenIn: number | null = 1): boolean {
    const occurrence = writtenIn === null ? null : iteration('agree', writtenIn);
    const changes = [change('a', sam, date('2026-05-04'), { occurrence })];
    const facts = factMap(
      known(meeting, date('2026-05-04'), { changes }),
      known(leave, date('2026-05-03'), { changes }),
    );
    const state = stateOf({ facts, current: [at('agree', sam, current)] });
    expect(isFactConfirmed(state, leave.id)).toBe(isFactConfirmed(state, meeting.id));
    return isFactConfirmed(state, meeting.id);
  }

  it.each<[string, Partial<OccurrenceState>, number | null, boolean]>([
    ['stands while the step that wrote it does', { status: 'completed' }, 1, true],
    ['stands while that pass goes on', { status: 'inProgress' }, 1, true],
    ['does not once it was reopened', { occurrence: iteration('agree', 2), status: 'ready' }, 1, false],
    ['nor while the redo goes on', { occurrence: iteration('agree', 2), status: 'inProgress' }, 1, false],
    ['nor when the redo was skipped', { occurrence: iteration('agree', 2), status: 'skipped' }, 1, false],
    [
      'stands when it was completed again, also without a new value',
      { occurrence: iteration('agree', 2), status: 'completed' },
      1,
      true,
    ],
    [
      'stands when the redo has written it',
      { occurrence: iteration('agree', 2), status: 'inProgress' },
      2,
      true,
    ],
    ['falls with the next reopening', { occurrence: iteration('agree', 3), status: 'ready' }, 2, false],
    ['stands when it was set at no step', { occurrence: iteration('agree', 2), status: 'ready' }, null, true],
  ])('%s', (_name, current, writtenIn, expected) => {
    expect(isConfirmed(current, writtenIn)).toBe(expected);
  });

  it('has nothing to confirm while it is missing or unknown', () => {
    const state = stateOf({ facts: factMap(known(meeting, null)) });
    expect([isFactConfirmed(state, meeting.id), isFactConfirmed(state, factId('gone'))]).toEqual([
      true,
      true,
    ]);
  });
});

describe('[F5] who can supply a fact', () => {
  const steps = ['agree', 'confirm', 'thank'].map((id) => step(id, { writes: [meeting.id] }));
  const facts = factMap(known(meeting, null), known(leave, null));
  const suppliers = (...current: OccurrenceState[]) => {
    const state = stateOf({ steps, facts, current });
    expect(computeSuppliers(state, leave.id)).toEqual(computeSuppliers(state, meeting.id));
    return computeSuppliers(state, meeting.id);
  };

  it('are the holders of open steps that write it, each once', () => {
    expect(suppliers(at('agree', sam), at('confirm', leo, { status: 'failed' }), at('thank', sam))).toEqual([
      sam,
      leo,
    ]);
    expect(suppliers(at('agree', sam, { status: 'completed' }), at('confirm', leo))).toEqual([leo]);
  });

  it('else of closed ones, else the conductor', () => {
    expect(suppliers(at('agree', sam, { status: 'withdrawn' }), at('confirm', null))).toEqual([sam]);
    expect(suppliers(at('agree', null))).toEqual([ana]);
    expect(computeSuppliers({ ...stateOf({ facts }), conductor: null }, meeting.id)).toEqual([]);
  });
});
