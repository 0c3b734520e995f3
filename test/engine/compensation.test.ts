import { describe, expect, it } from 'vitest';
import { computeTimed } from '../../src/engine/timed.ts';
import { computeUndo } from '../../src/engine/undo.ts';
import { computeUndoQueue, countOpenUndos, previewUndoQueue } from '../../src/engine/undo-queue.ts';
import { foldRun } from '../../src/engine/fold-run.ts';
import { findGuestFault } from '../../src/engine/guest/guest-fault.ts';
import type { Command } from '../../src/model/command.ts';
import { asId, type GuestId, type PersonId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { date, fact, factId } from '../support/fact-values.ts';
import { refusalOf, startPlan, startPlanOnTwo } from '../support/plan-bench.ts';
import {
  ana,
  context,
  type Device,
  event,
  leo,
  occurrence,
  run,
  sam,
  step,
  stepId,
} from '../support/run-bench.ts';

const undo = (title = 'Cancel it'): Pick<StepDefinition, 'undo'> => ({ undo: { title } });
const of = (id: string, iteration = 1) => ({ occurrence: occurrence(id, iteration) });
const order = (device: Device, now = 0): readonly string[] =>
  computeUndoQueue(device.state(), now).map(({ state }) => state.occurrence.step);
const statusOf = (device: Device, id: string): string | undefined => device.of(id).undo?.status;

/** Flight, then hotel and dinner beside each other, then a step that nobody undoes. */
const trip = [
  step('flight', [], { ...undo(), assignee: { kind: 'part', part: 'traveller' } }),
  step('hotel', ['flight'], undo()),
  step('dinner', ['flight'], undo()),
  step('pack', ['hotel', 'dinner']),
];

function startTrip(steps: readonly StepDefinition[] = trip): Device {
  const device = startPlan({ steps });
  for (const id of ['flight', 'hotel', 'dinner']) device.complete(id);
  return device;
}

describe('cancelling a run', () => {
  it('[J7] proposes the undo steps of what was completed, last first, and does none of them', () => {
    const device = startTrip();
    device.do({ kind: 'cancelRun' });
    expect(order(device)).toEqual(['dinner', 'hotel', 'flight']);
    expect(device.of('pack')).toMatchObject({ status: 'terminated', undo: null });
    expect(device.of('hotel')).toMatchObject({ status: 'completed', undo: { status: 'proposed' } });
    expect(device.state().status).toBe('cancelled');
    expect(countOpenUndos(device.state())).toBe(3);
  });

  it('[J7] says before what it would propose, in the same order', () => {
    const device = startTrip();
    const before = previewUndoQueue(device.state(), 0).map(({ state }) => state.occurrence.step);
    expect(countOpenUndos(device.state())).toBe(0);
    device.do({ kind: 'cancelRun' });
    expect(order(device)).toEqual(before);
  });

  it('[U1] goes to the undo step’s own assignee, or to whoever completed the step', () => {
    const device = startPlan({
      steps: [
        step('flight', [], { ...undo(), assignee: { kind: 'part', part: 'traveller' } }),
        step('hotel', [], { undo: { title: 'Cancel', assignee: { kind: 'part', part: 'traveller' } } }),
        step('pack'),
      ],
    });
    device.do({ kind: 'completeStep', ...of('flight') }, { actor: leo });
    device.complete('hotel');
    device.do({ kind: 'cancelRun' });
    expect([device.of('flight').undo?.holder, device.of('hotel').undo?.holder]).toEqual([leo, sam]);
  });

  it('[U1] asks for the last completed pass: what was to be done again had been done', () => {
    const device = startTrip();
    device.reopen('hotel');
    device.complete('hotel', 2);
    device.reopen('dinner');
    device.do({ kind: 'cancelRun' });
    const entries = computeUndoQueue(device.state(), 0).map(({ state }) => state.key);
    expect(entries.toSorted()).toEqual(['dinner//1', 'flight//1', 'hotel//2']);
    device.do({ kind: 'recordUndone', ...of('dinner') });
    expect(device.state().occurrences.get('dinner//1' as never)?.undo?.status).toBe('compensated');
  });
});

describe('an undo step', () => {
  it('[U2] is done, does not work and is tried again or left, or is not needed; then nothing is left', () => {
    const device = startTrip();
    device.do({ kind: 'cancelRun' });
    device.do({ kind: 'recordUndone', ...of('dinner'), note: 'they were kind' });
    device.do({ kind: 'failUndo', ...of('hotel'), reason: 'closed' });
    expect(device.of('hotel').undo).toMatchObject({ status: 'failed', by: [ana], text: 'closed' });
    device.do({ kind: 'startUndo', ...of('hotel') });
    expect(statusOf(device, 'hotel')).toBe('compensating');
    device.do({ kind: 'failUndo', ...of('hotel'), reason: 'still closed' });
    device.do({ kind: 'declineUndo', ...of('hotel'), reason: 'it is only one night' });
    device.do({ kind: 'declineUndo', ...of('flight') });
    expect(['dinner', 'hotel', 'flight'].map((id) => statusOf(device, id))).toEqual([
      'compensated',
      'declined',
      'declined',
    ]);
    expect(countOpenUndos(device.state())).toBe(0);
    expect(device.of('dinner')).toMatchObject({ status: 'completed', closedBy: [ana] });
  });

  it('[U2] “not needed” holds for what was known: a run cancelled later asks again', () => {
    const device = startTrip();
    device.do({ kind: 'startUndo', ...of('hotel') });
    expect(device.of('hotel').undo).toMatchObject({ status: 'compensating', because: 'asked' });
    device.do({ kind: 'declineUndo', ...of('hotel') });
    expect(statusOf(device, 'hotel')).toBe('none');
    device.do({ kind: 'cancelRun' });
    expect(statusOf(device, 'hotel')).toBe('proposed');
  });

  it('[U1] is refused where there is nothing to undo, and nothing is written twice', () => {
    const device = startTrip();
    const nothing = (id: string) => ({ type: 'nothingToUndo', step: stepId(id) });
    expect(refusalOf(device, { kind: 'startUndo', ...of('pack') })).toEqual(nothing('pack'));
    expect(refusalOf(device, { kind: 'declineUndo', ...of('hotel') })).toEqual(nothing('hotel'));
    expect(refusalOf(device, { kind: 'failUndo', ...of('hotel'), reason: '' })).toEqual(nothing('hotel'));
    device.do({ kind: 'recordUndone', ...of('hotel') });
    expect(device.do({ kind: 'recordUndone', ...of('hotel') })).toEqual([]);
    expect(refusalOf(device, { kind: 'failUndo', ...of('hotel'), reason: '' })).toEqual(nothing('hotel'));
  });

  it('can be taken back like any other word, and is not that taking back', () => {
    const device = startTrip();
    device.do({ kind: 'cancelRun' });
    const there = (command: Command): string | undefined => {
      const back = computeUndo(command, device.state());
      device.do(command);
      for (const each of back) device.do(each);
      return statusOf(device, 'hotel');
    };
    device.do({ kind: 'startUndo', ...of('hotel') });
    expect(there({ kind: 'recordUndone', ...of('hotel') })).toBe('compensating');
    expect(there({ kind: 'failUndo', ...of('hotel'), reason: 'x' })).toBe('compensating');
    device.do({ kind: 'failUndo', ...of('hotel'), reason: 'x' });
    expect(there({ kind: 'startUndo', ...of('hotel') })).toBe('failed');
    expect(there({ kind: 'declineUndo', ...of('hotel') })).toBe('failed');
    device.do({ kind: 'declineUndo', ...of('hotel'), reason: 'let it be' });
    expect(there({ kind: 'recordUndone', ...of('hotel') })).toBe('declined');
    expect(device.of('hotel').undo?.text).toBe('let it be');
    device.do({ kind: 'recordUndone', ...of('hotel') });
    expect(there({ kind: 'startUndo', ...of('hotel') })).toBe('compensated');
    expect(computeUndo({ kind: 'startUndo', ...of('flight') }, device.state())).toEqual([]);
  });

  it('[U6] is given to somebody else while it is open, stays theirs when it is asked for anew, and can be given back', () => {
    const device = startTrip();
    const hand = (to: PersonId): Command => ({ kind: 'handUndo', ...of('hotel'), to });
    expect(refusalOf(device, hand(leo))).toEqual({ type: 'nothingToUndo', step: 'hotel' });
    device.do({ kind: 'startUndo', ...of('hotel') });
    const giver = device.of('hotel').undo?.holder;
    const back = computeUndo(hand(leo), device.state());
    device.do(hand(leo));
    expect(device.of('hotel').undo).toMatchObject({ status: 'compensating', holder: leo });
    expect(device.do(hand(leo))).toEqual([]);
    expect(refusalOf(device, hand(asId<PersonId>('nobody')))).toEqual({ type: 'unknownPerson' });
    for (const each of back) device.do(each);
    expect(device.of('hotel').undo?.holder).toBe(giver);
    device.do(hand(leo));
    device.do({ kind: 'declineUndo', ...of('hotel') });
    device.do({ kind: 'cancelRun' });
    expect(device.of('hotel').undo).toMatchObject({ status: 'proposed', holder: leo });
    device.do({ kind: 'recordUndone', ...of('hotel') }, { actor: leo });
    expect(device.of('hotel').undo).toMatchObject({ status: 'compensated', by: [leo] });
    expect(device.of('hotel').closedBy).toEqual([ana]);
  });

  it('[U1] a guest does those of their own steps', () => {
    const device = startTrip();
    device.do({ kind: 'cancelRun' });
    const guest = { guest: asId<GuestId>('g1'), run, person: sam };
    const says = (id: string) =>
      event('g1.a.0', 'step.compensated/1', {}, device.state().heads, { actor: sam, ...of(id) });
    expect(findGuestFault(says('flight'), guest, device.state())).toBeNull();
    expect(findGuestFault(says('hotel'), guest, device.state())).toBe('notTheirStep');
    expect(findGuestFault(says('pack'), guest, device.state())).toBe('notTheirStep');
  });
});

describe('the order', () => {
  it('[U3] never puts a step before what depends on it, whatever the clocks say', () => {
    const device = startPlan({ steps: trip });
    device.do({ kind: 'completeStep', ...of('flight') }, { now: 9_000_000_000_000 });
    device.do({ kind: 'completeStep', ...of('dinner') }, { now: 2000 });
    device.do({ kind: 'completeStep', ...of('hotel') }, { now: 1000 });
    device.do({ kind: 'cancelRun' });
    expect(order(device)).toEqual(['dinner', 'hotel', 'flight']);
  });

  it('[U3] puts first what soon costs money, and last what is settled', () => {
    const cancelBy = { kind: 'date', date: '2026-03-09', time: '12:00' } as const;
    const [flight, ...rest] = trip;
    const device = startTrip([{ ...flight, undo: { title: 'Cancel', cancelBy } } as StepDefinition, ...rest]);
    device.do({ kind: 'cancelRun' });
    const noon = Date.UTC(2026, 2, 9, 12);
    expect(order(device, noon - 4 * 86_400_000)).toEqual(['dinner', 'hotel', 'flight']);
    expect(order(device, noon - 2 * 86_400_000)).toEqual(['flight', 'dinner', 'hotel']);
    device.do({ kind: 'recordUndone', ...of('flight') });
    expect(order(device, noon)).toEqual(['dinner', 'hotel', 'flight']);
  });

  it('[U5] [E3] an undo is late after its last day, also in a run that is cancelled or paused', () => {
    const facts = [fact('day', 'date')];
    const cancelBy = { kind: 'offset', from: factId('day'), days: -2, time: '12:00' } as const;
    const steps = [step('hotel', [], { undo: { title: 'Cancel', cancelBy } }), step('pack', ['hotel'])];
    const device = startPlan({ steps, facts, given: { day: date('2026-03-11') } });
    device.complete('hotel');
    const noon = Date.UTC(2026, 2, 9, 12);
    expect(device.of('hotel').undo?.cancelBy).toBe(noon);
    expect(computeTimed(device.state(), noon + 1).lateUndos.size).toBe(0);
    device.do({ kind: 'setFact', fact: factId('day'), value: date('2026-03-12') });
    expect(device.of('hotel').undo?.cancelBy).toBe(noon + 86_400_000);
    device.do({ kind: 'cancelRun' });
    const late = noon + 86_400_000 + 1;
    expect(computeTimed(device.state(), late - 1)).toMatchObject({ lateUndos: new Set(), nextWakeAt: late });
    expect(computeTimed(device.state(), late).lateUndos).toEqual(new Set(['hotel//1']));
    device.do({ kind: 'recordUndone', ...of('hotel') });
    expect(computeTimed(device.state(), late).lateUndos.size).toBe(0);
  });
});

describe('the last day of an undo', () => {
  it('[S1] counts working days, so a holiday that comes moves it', () => {
    const facts = [fact('day', 'date')];
    const cancelBy = {
      kind: 'offset',
      from: factId('day'),
      days: 0,
      workingDays: -1,
      time: '12:00',
    } as const;
    const steps = [step('hotel', [], { undo: { title: 'Cancel', cancelBy } }), step('pack', ['hotel'])];
    // The 11th of March 2026 is a Wednesday.
    const device = startPlan({ steps, facts, given: { day: date('2026-03-11') } });
    device.complete('hotel');
    expect(device.of('hotel').undo?.cancelBy).toBe(Date.UTC(2026, 2, 10, 12));
    device.do({ kind: 'setContext', context: { ...context, holidays: ['2026-03-10'] } });
    expect(device.of('hotel').undo?.cancelBy).toBe(Date.UTC(2026, 2, 9, 12));
    expect(foldRun(run, device.log()).current.get(stepId('hotel'))).toEqual(device.of('hotel'));
  });

  it('may count from when the step itself was done', () => {
    const cancelBy = { kind: 'offset', from: { step: stepId('order') }, days: 14, time: '12:00' } as const;
    const steps = [step('order', [], { undo: { title: 'Send it back', cancelBy } }), step('keep', ['order'])];
    const device = startPlan({ steps });
    device.do({ kind: 'completeStep', ...of('order') }, { now: Date.UTC(2026, 2, 2, 9) });
    expect(device.of('order').undo?.cancelBy).toBe(Date.UTC(2026, 2, 16, 12));
  });
});

describe('a run that goes on', () => {
  it('[U4] leaves the plan as it is after an undo: what rests on it is done for now, and it may be done anew', () => {
    const device = startPlan({
      steps: [step('book', [], { ...undo(), irreversible: true }), step('invite', ['book']), step('pack')],
    });
    device.complete('book');
    device.complete('invite');
    expect(refusalOf(device, { kind: 'reopenStep', ...of('book') })?.type).toBe('irreversible');
    device.do({ kind: 'startUndo', ...of('book') });
    expect(device.of('invite').validity).toBe('fresh');
    device.do({ kind: 'recordUndone', ...of('book') });
    expect([device.of('book').status, device.of('invite').validity]).toEqual(['completed', 'provisional']);
    expect(device.of('pack').status).toBe('ready');
    device.reopen('book');
    device.complete('book', 2);
    expect(device.of('invite').validity).toBe('fresh');
    expect(device.of('book').undo?.status).toBe('none');
  });

  it('[U4] is not finished before it is undone', () => {
    const device = startPlan({ steps: [step('book', [], undo())] });
    device.complete('book');
    expect(device.state().status).toBe('finished');
    device.do({ kind: 'startUndo', ...of('book') });
    expect(device.state().status).toBe('running');
    const [settled] = device.do({ kind: 'recordUndone', ...of('book') });
    expect([device.state().status, device.state().finishedAt]).toEqual(['finished', settled?.at]);
  });

  it('[J9] [U1] a completion of what was withdrawn asks to be undone, and keeps the run open for that', () => {
    const { a, b, meet } = startPlanOnTwo({
      steps: [
        step('mail', [], undo()),
        step('phone', [], undo()),
        step('answered', ['mail', 'phone'], { join: { kind: 'any', cancelRest: true } }),
      ],
    });
    a.complete('mail');
    a.complete('answered');
    expect(a.state().status).toBe('finished');
    b.complete('phone');
    meet();
    const surplus = ['mail', 'phone'].find((id) => a.of(id).surplus);
    if (surplus === undefined) throw new Error('neither was one too many');
    expect(a.of(surplus).undo).toMatchObject({ status: 'proposed', because: 'surplus' });
    expect(a.state().status).toBe('running');
    a.do({ kind: 'declineUndo', ...of(surplus) });
    expect([statusOf(a, surplus), a.state().status]).toEqual(['declined', 'finished']);
  });

  it('[F3] a changed fact offers the undo of an irreversible step beside the check, and “still right” answers both', () => {
    const steps = [
      step('book', [], { ...undo(), irreversible: true, reads: [{ fact: factId('day') }] }),
      step('hotel', [], { ...undo(), reads: [{ fact: factId('day') }] }),
    ];
    const device = startPlan({ steps, facts: [fact('day', 'date')], given: { day: date('2026-03-11') } });
    device.complete('book');
    device.complete('hotel');
    const setDay = (day: string) => device.do({ kind: 'setFact', fact: factId('day'), value: date(day) });
    setDay('2026-03-12');
    expect(device.of('book').undo).toMatchObject({ status: 'proposed', because: 'factChanged' });
    expect([statusOf(device, 'hotel'), countOpenUndos(device.state())]).toEqual(['none', 0]);
    device.do({ kind: 'declineUndo', ...of('book') });
    expect(statusOf(device, 'book')).toBe('declined');
    device.do({ kind: 'recheckStep', ...of('book') });
    expect(statusOf(device, 'book')).toBe('none');
    setDay('2026-03-13');
    expect(statusOf(device, 'book')).toBe('proposed');
    device.do({ kind: 'recordUndone', ...of('book') });
    expect(device.of('book')).toMatchObject({ validity: 'fresh', undo: { status: 'compensated' } });
  });
});
