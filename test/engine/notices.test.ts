import { describe, expect, it } from 'vitest';
import { computeNotices } from '../../src/engine/notices.ts';
import { withFactValue } from '../../src/engine/facts/with-fact-value.ts';
import type { ConflictSide, FactChange, OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import type { RunEventOf } from '../../src/model/event.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type DeviceId, type PersonId } from '../../src/model/ids.ts';
import { date, derived, fact } from '../support/fact-values.ts';
import { ana, leo, sam } from '../support/run-bench.ts';
import { factMap, known, step } from './facts/fact-bench.ts';
import { at, change, eventId, iteration, stateOf, type StateParts } from './facts/state-bench.ts';

const meeting = fact('meeting', 'date');
const leave = derived('leave', 'meeting', 'date', { days: -1 });
const noon = (day: string): number => Date.parse(`2026-05-${day}T10:00:00Z`);

describe('[F4] a fact that moved', () => {
  const book = step('book', { due: { kind: 'offset', from: leave.id, days: 0, time: '12:00' } });
  const pack = step('pack', { due: { kind: 'offset', from: meeting.id, days: 0, time: '12:00' } });
  const talk = step('talk', { start: { kind: 'offset', from: meeting.id, days: 0, time: '12:00' } });
  const rest = step('rest', { due: { kind: 'date', date: '2026-06-01' } });
  const holders = [at('book', sam), at('pack', leo), at('talk', sam, { status: 'created' }), at('rest', sam)];
  const day = (number: string): FactValue => date(`2026-05-${number}`);

  /** `changes` in total order; the last is what the fact is. */
  function state(changes: readonly FactChange[], parts: StateParts = {}): RunState {
    const value = changes.at(-1)?.value ?? null;
    const facts = factMap(known(meeting, null, { changes }), known(leave, null, { changes }));
    return stateOf({
      steps: [book, pack, talk, rest],
      current: holders,
      facts: withFactValue(facts, meeting.id, value),
      ...parts,
    });
  }
  const byAna = (event: string, value: FactValue | null): FactChange => change(event, ana, value, { at: 7 });
  const first = byAna('start', day('10'));

  it('is told to each person with the open steps of theirs that moved, derived dates and starts included', () => {
    const moved = state([first, byAna('a', day('12'))]);
    const told = {
      kind: 'factMoved',
      alert: 'fact/a',
      fact: 'meeting',
      was: day('10'),
      now: day('12'),
      by: ana,
      at: 7,
    };
    expect(computeNotices(moved, sam)).toEqual([
      {
        ...told,
        moved: [
          { key: 'book//1', date: 'due', was: noon('09'), now: noon('11'), hasTime: true },
          { key: 'talk//1', date: 'start', was: noon('10'), now: noon('12'), hasTime: true },
        ],
        checks: [],
      },
    ]);
    expect(computeNotices(moved, leo)).toEqual([
      {
        ...told,
        moved: [{ key: 'pack//1', date: 'due', was: noon('10'), now: noon('12'), hasTime: true }],
        checks: [],
      },
    ]);
  });

  it('is no news to whoever moved it, nor to whom it concerns nothing', () => {
    const moved = state([first, change('a', sam, day('12'))]);
    expect(computeNotices(moved, sam)).toEqual([]);
    expect(computeNotices(moved, ana)).toEqual([]);
    expect(computeNotices(moved, leo)).toHaveLength(1);
  });

  it('is told once, and what moves after that from there', () => {
    const changes = [first, byAna('a', day('12'))];
    const read = { 'fact/a': [sam] };
    expect(computeNotices(state(changes, { read }), sam)).toEqual([]);
    expect(computeNotices(state(changes, { read }), leo)).toHaveLength(1);
    expect(computeNotices(state([...changes, byAna('b', day('20'))], { read }), sam)).toMatchObject([
      { alert: 'fact/b', was: day('12'), now: day('20') },
    ]);
  });

  it('is told as one move when it moved twice, and not when it moved back', () => {
    const changes = [first, byAna('a', day('12')), byAna('b', day('14'))];
    expect(computeNotices(state(changes), leo)).toMatchObject([
      { alert: 'fact/b', was: day('10'), now: day('14') },
    ]);
    expect(computeNotices(state([...changes, byAna('c', day('10'))]), leo)).toEqual([]);
  });

  it('is told as a move back to whoever read that it moved', () => {
    const changes = [first, byAna('a', day('12')), byAna('b', day('10'))];
    expect(computeNotices(state(changes, { read: { 'fact/a': [leo] } }), leo)).toMatchObject([
      { alert: 'fact/b', was: day('12'), now: day('10') },
    ]);
  });

  it('is told from what they set it to themselves, when a later value beat theirs', () => {
    const changes = [first, change('a', leo, day('12')), byAna('b', day('14'))];
    expect(computeNotices(state(changes), leo)).toMatchObject([{ was: day('12'), now: day('14') }]);
  });

  it('is nothing when it only got its first value; also when it was known to be missing at first', () => {
    expect(computeNotices(state([byAna('a', day('12'))]), sam)).toEqual([]);
    expect(computeNotices(state([byAna('z', null), byAna('a', day('12'))]), sam)).toEqual([]);
  });

  it('is told when its value is taken away: the dates go with it', () => {
    expect(computeNotices(state([first, byAna('a', null)]), leo)).toMatchObject([
      { was: day('10'), now: null, moved: [{ key: 'pack//1', was: noon('10'), now: null }] },
    ]);
  });

  it('is told as a whole day where that is what its due date is, also when it is gone now', () => {
    const steps = [step('pack', { due: { kind: 'offset', from: meeting.id, days: 0 } })];
    const endOf = (number: string): number => Date.parse(`2026-05-${number}T21:59:59.999Z`);
    const movedTo = (value: FactValue | null) =>
      computeNotices(state([first, byAna('a', value)], { steps }), leo);
    const told = { key: 'pack//1', date: 'due', was: endOf('10'), hasTime: false };
    expect(movedTo(day('12'))).toMatchObject([{ moved: [{ ...told, now: endOf('12') }] }]);
    expect(movedTo(null)).toMatchObject([{ moved: [{ ...told, now: null }] }]);
  });

  it('leaves closed steps where they are, and the start of what already began', () => {
    const current = [
      at('book', sam, { status: 'completed', closedBy: [sam] }),
      at('talk', sam, { status: 'inProgress' }),
    ];
    expect(computeNotices(state([first, byAna('a', day('12'))], { current }), sam)).toEqual([]);
  });

  describe('under completed steps', () => {
    const stale = (holder: PersonId, more: Partial<OccurrenceState> = {}): OccurrenceState =>
      at('book', holder, {
        status: 'completed',
        closedBy: [holder],
        validity: 'recheck',
        staleReads: [{ read: { fact: leave.id }, was: day('09'), now: day('11') }],
        ...more,
      });
    const changes = [first, byAna('a', day('12'))];

    it('is told to who holds or did what is to be checked again, also by a derived fact', () => {
      const current = [stale(sam, { closedBy: [leo] })];
      for (const person of [sam, leo])
        expect(computeNotices(state(changes, { current }), person)).toMatchObject([
          { moved: [], checks: ['book//1'] },
        ]);
      expect(computeNotices(state(changes, { current }), ana)).toEqual([]);
    });

    it('is not told of what is right, only rests on such a step, or rests on another fact', () => {
      const other = { read: { fact: fact('hotel').id }, was: null, now: null };
      const cases = [
        stale(sam, { validity: 'fresh', staleReads: [] }),
        stale(sam, { validity: 'provisional' }),
        stale(sam, { staleReads: [other] }),
      ];
      for (const occurrence of cases)
        expect(computeNotices(state(changes, { current: [occurrence] }), sam)).toEqual([]);
    });

    it('is not told to whoever moved it, though theirs is to be checked', () => {
      const mine = [first, change('a', sam, day('12'))];
      expect(computeNotices(state(mine, { current: [stale(sam)] }), sam)).toEqual([]);
    });

    it('is told of a first value too, when a step was completed without one; once', () => {
      const came = [byAna('a', day('12'))];
      const current = [stale(sam), at('pack', sam)];
      expect(computeNotices(state(came, { current }), sam)).toMatchObject([
        {
          alert: 'fact/a',
          was: null,
          now: day('12'),
          checks: ['book//1'],
          moved: [{ key: 'pack//1', was: null }],
        },
      ]);
      expect(computeNotices(state(came, { current, read: { 'fact/a': [sam] } }), sam)).toEqual([]);
    });
  });

  it('is told fact by fact in the order of the plan', () => {
    const seat = fact('seat', 'date');
    const steps = [step('book', { due: { kind: 'offset', from: seat.id, days: 0 } }), pack];
    const seats = [byAna('start', day('01')), byAna('a', day('02'))];
    const changes = [first, byAna('b', day('12'))];
    const facts = factMap(known(seat, day('02'), { changes: seats }), known(meeting, day('12'), { changes }));
    const current = [at('pack', sam), at('book', sam)];
    expect(computeNotices(stateOf({ steps, facts, current }), sam).map(({ alert }) => alert)).toEqual([
      'fact/a',
      'fact/b',
    ]);
  });
});

describe('what did not hold', () => {
  const failure: ConflictSide = {
    event: eventId('f'),
    type: 'step.failed/1',
    actor: leo,
    at: 5,
    outcome: null,
    text: 'No seats',
  };
  const done = { status: 'completed', closedBy: [sam], closedAt: 9 } as const;

  it('is told to whoever said it, when somebody else had completed the step; once', () => {
    const current = [at('book', leo, { ...done, overruled: [failure] })];
    expect(computeNotices(stateOf({ current }), leo)).toEqual([
      { kind: 'overruled', alert: 'overruled/f', key: 'book//1', mine: failure, by: [sam], at: 9 },
    ]);
    expect(computeNotices(stateOf({ current }), sam)).toEqual([]);
    expect(computeNotices(stateOf({ current, read: { 'overruled/f': [leo] } }), leo)).toEqual([]);
    expect(computeNotices(stateOf({ current, read: { 'overruled/f': [sam] } }), leo)).toHaveLength(1);
  });

  it('is not told when they completed it themselves, when it is no completion, or when they picked the other side', () => {
    const overruled = [failure];
    const silent = [
      at('book', leo, { ...done, closedBy: [sam, leo], overruled }),
      at('book', leo, { ...done, status: 'skipped', overruled }),
    ];
    for (const occurrence of silent)
      expect(computeNotices(stateOf({ current: [occurrence] }), leo)).toEqual([]);
    const current = [at('book', leo, { ...done, overruled })];
    const pick = (actor: PersonId): RunEventOf<'conflict.resolved/1'> => ({
      id: eventId('r'),
      type: 'conflict.resolved/1',
      run: stateOf({}).run,
      occurrence: iteration('book', 1),
      actor,
      device: asId<DeviceId>('d'),
      at: 8,
      parents: [],
      data: { keep: eventId('c') },
    });
    expect(computeNotices(stateOf({ current, history: [pick(leo)] }), leo)).toEqual([]);
    expect(computeNotices(stateOf({ current, history: [pick(sam)] }), leo)).toHaveLength(1);
  });

  it('"already done" is told to whom it was given unseen', () => {
    const takenUnseen = { event: eventId('m'), person: leo, at: 4 };
    const current = [at('book', leo, { ...done, takenUnseen })];
    expect(computeNotices(stateOf({ current }), leo)).toEqual([
      { kind: 'alreadyDone', alert: 'alreadyDone/m', key: 'book//1', by: [sam], at: 9 },
    ]);
    expect(computeNotices(stateOf({ current }), sam)).toEqual([]);
    expect(computeNotices(stateOf({ current: [at('book', leo, { takenUnseen })] }), leo)).toEqual([]);
    expect(computeNotices(stateOf({ current, read: { 'alreadyDone/m': [leo] } }), leo)).toEqual([]);
  });

  describe('"goes to another"', () => {
    const lost = (event: string, person: PersonId) => ({ event: eventId(event), person, at: 4 });
    const lostMoves = [lost('k', leo), lost('l', leo), lost('m', ana)];
    const kinds = (occurrence: OccurrenceState, person = leo, read = {}) =>
      computeNotices(stateOf({ current: [occurrence], read }), person);

    it('is told once to each who took it or was given it in vain, of the last time', () => {
      const occurrence = at('book', sam, { lostMoves });
      expect(kinds(occurrence)).toEqual([
        { kind: 'goesToAnother', alert: 'goesToAnother/l', key: 'book//1', event: 'l', holder: sam, at: 4 },
      ]);
      expect(kinds(occurrence, ana)).toMatchObject([{ event: 'm' }]);
      expect(kinds(occurrence, sam)).toEqual([]);
      expect(kinds(occurrence, leo, { 'goesToAnother/l': [leo] })).toEqual([]);
    });

    it('goes when they have it after all, or nothing of it is wanted; stays when another has done it', () => {
      expect(kinds(at('book', leo, { lostMoves }))).toEqual([]);
      expect(kinds(at('book', null, { lostMoves }))).toEqual([]);
      expect(kinds(at('book', sam, { lostMoves, status: 'withdrawn' }))).toEqual([]);
      expect(kinds(at('book', sam, { lostMoves, ...done }))).toHaveLength(1);
      expect(kinds(at('book', sam, { lostMoves, ...done, closedBy: [leo] }))).toEqual([]);
    });
  });
});
