import { describe, expect, it } from 'vitest';
import { asId, type PersonId, type WorkflowId } from '../../src/model/ids.ts';
import { computeLogView } from '../../src/views/compute-log-view.ts';
import { computePeopleView } from '../../src/views/compute-people-view.ts';
import {
  ana,
  event,
  leo,
  makeDevice,
  occurrence,
  run,
  sam,
  startCommand,
  step,
} from '../support/run-bench.ts';
import { foldRun } from '../../src/engine/fold-run.ts';
import { arrival, lands, seats, setFact, startMovingTrip } from '../support/moving-trip.ts';
import { dayMs, entryOf, spaceOf, start, startTrip } from '../support/trip-space.ts';

describe('computePeopleView', () => {
  it('shows who holds how much, me first', () => {
    const trip = startTrip();
    for (const id of ['confirm', 'budget', 'hotel']) trip.complete(id);
    const view = computePeopleView(spaceOf(trip, leo), start + 14 * dayMs);
    expect(view.people.map(({ name }) => name)).toEqual(['Leo', 'Ana', 'Sam']);
    const [first, second, third] = view.people;
    expect(first).toMatchObject({ holding: 1, late: 1, stuck: 0, comingUp: 2, isMe: true, joined: false });
    // The check-in time is Ana's to watch, not a baton in her hand.
    expect(second).toMatchObject({ holding: 0, late: 0, comingUp: 3, joined: true });
    expect(second?.beads).toEqual(['waiting', 'next', 'next', 'next']);
    expect(third).toMatchObject({ holding: 0, comingUp: 0, beads: [] });
  });

  it('shows at most twelve beads, what is held before what comes', () => {
    const device = makeDevice(ana, 'many');
    device.do(
      startCommand(Array.from({ length: 20 }, (_, index) => step(`s${index}`, index > 3 ? ['s0'] : []))),
    );
    const [me] = computePeopleView(spaceOf(device, ana), start).people;
    expect(me).toMatchObject({ holding: 4, comingUp: 16 });
    expect(me?.beads).toEqual([...Array<string>(4).fill('turn'), ...Array<string>(8).fill('next')]);
  });

  it('tells each invite’s state at this moment', () => {
    const invite = (id: string, more: object) => ({
      id,
      person: sam,
      createdAt: start,
      expiresAt: start + dayMs,
      kind: 'edit' as const,
      run: null,
      usedAt: null,
      takenBack: false,
      endedAt: null,
      ...more,
    });
    const invites = [
      invite('open', {}),
      invite('old', { expiresAt: start }),
      invite('used', { usedAt: start, takenBack: true }),
      invite('back', { takenBack: true, person: asId<PersonId>('gone') }),
    ];
    const view = computePeopleView(spaceOf(startTrip(), ana, { invites }), start);
    expect(view.invites.map(({ id, state, person }) => [id, state, person?.name])).toEqual([
      ['open', 'open', 'Sam'],
      ['old', 'expired', 'Sam'],
      ['used', 'used', 'Sam'],
      ['back', 'takenBack', undefined],
    ]);
  });
});

describe('computeLogView', () => {
  it('tells what happened, newest first, without the devices’ own bookkeeping', () => {
    const trip = startTrip();
    trip.complete('confirm');
    trip.do({ kind: 'reassignStep', occurrence: occurrence('flights'), to: sam, note: 'ill' });
    trip.do({ kind: 'setStepDue', step: occurrence('hotel').step, due: null });
    const view = computeLogView(spaceOf(trip, ana), { limit: 10 }, start + dayMs);
    expect(
      view.lines.map((line) => [line.type, line.by?.name, line.step?.title, line.to?.name, line.text]),
    ).toEqual([
      ['run.patched', 'Ana', 'Reserve the hotel', undefined, null],
      ['step.reassigned', 'Ana', 'Book flights', 'Sam', 'ill'],
      ['step.completed', 'Ana', 'Confirm meeting times', undefined, null],
      ['run.started', 'Ana', undefined, 'Ana', null],
    ]);
    expect(view.more).toBe(false);
    expect(computeLogView(spaceOf(trip, ana), { limit: 3 }, start).lines).toEqual(view.lines.slice(0, 3));
    expect(computeLogView(spaceOf(trip, ana), { limit: 3 }, start).more).toBe(true);
    expect(computeLogView(spaceOf(trip, ana), { limit: 0 }, start)).toMatchObject({ lines: [], more: true });
  });

  it('[B6] names the flow that a change brings into the plan, and not those inside of it', () => {
    const trip = startTrip();
    const known = asId<WorkflowId>('known');
    const [ask, sign] = [step('visa~ask', ['confirm']), step('visa~form~sign', ['visa~ask'])];
    trip.do({
      kind: 'changePlan',
      operations: [
        {
          kind: 'addFlow',
          steps: [ask, sign],
          facts: [],
          sections: [
            { id: 'visa~form', name: 'The form', workflow: known, steps: [sign.id] },
            { id: 'visa', name: 'Getting a visa', workflow: known, steps: [ask.id, sign.id] },
          ],
          behind: occurrence('confirm').step,
        },
      ],
    });
    const [line] = computeLogView(spaceOf(trip, ana), { limit: 1, about: 'changes' }, start).lines;
    expect(line).toMatchObject({ type: 'run.flowAdded', text: 'Getting a visa' });
  });

  it('tells facts, outcomes, checks, waits and pauses, and not who has read what', () => {
    const trip = startMovingTrip();
    setFact(trip, arrival, lands('16:10'));
    trip.do({ kind: 'recheckStep', occurrence: occurrence('transfer'), note: 'they wait' }, { actor: sam });
    trip.do({ kind: 'acknowledgeAlert', alert: 'fact/x' }, { actor: sam });
    setFact(trip, seats, { kind: 'choice', choice: 'aisle' });
    trip.do({ kind: 'startWaiting', occurrence: occurrence('seats'), on: 'the airline', person: leo });
    trip.do({ kind: 'recordReply', occurrence: occurrence('seats'), text: 'Row 4' });
    trip.do({ kind: 'pauseStep', occurrence: occurrence('seats'), reason: 'later' });
    trip.do({ kind: 'amendStep', occurrence: occurrence('dinner'), note: 'rang them' });
    trip.do({ kind: 'suspendRun', reason: 'strike' });
    const { lines } = computeLogView(spaceOf(trip, ana), { limit: 8 }, start + 365 * dayMs);
    expect(lines.map((line) => [line.type, line.tone, line.text, line.to?.name, line.fact?.name])).toEqual([
      ['run.suspended', 'paused', 'strike', undefined, undefined],
      ['step.amended', 'done', 'rang them', undefined, undefined],
      ['step.paused', 'paused', 'later', undefined, undefined],
      ['reply.received', 'theirs', 'Row 4', undefined, undefined],
      ['step.waitingStarted', 'waiting', 'the airline', 'Leo', undefined],
      ['fact.set', 'next', null, undefined, 'Seats'],
      ['step.rechecked', 'done', 'they wait', undefined, undefined],
      ['fact.set', 'next', null, undefined, 'Flight lands'],
    ]);
    expect(lines.at(-1)?.fact).toEqual({ name: 'Flight lands', options: [], value: lands('16:10') });
  });

  it('never shows an effect before its cause, however wrong a clock is', () => {
    const a = startTrip();
    const b = makeDevice(sam, 'past', () => start - 400 * dayMs);
    b.receive(a);
    b.complete('confirm');
    const c = makeDevice(leo, 'future', () => start + 400 * dayMs);
    c.receive(b);
    c.complete('flights');
    a.receive(c);
    a.complete('budget');
    const lines = computeLogView(spaceOf(a, ana), { limit: 10 }, start + dayMs).lines;
    expect(lines.map(({ step: seen }) => seen?.id)).toEqual(['budget', 'flights', 'confirm', undefined]);
  });

  it('mixes runs by time and lists every conflict', () => {
    const a = startTrip();
    const other = makeDevice(ana, 'late', () => start + dayMs);
    other.do(startCommand([step('x')], { title: 'Other' }));
    const b = makeDevice(sam, 'rival', () => start);
    b.receive(a);
    a.fail('confirm');
    b.skip('confirm');
    a.receive(b);
    const view = computeLogView(
      spaceOf(a, ana, { runs: [entryOf(a), entryOf(other)] }),
      { limit: 10 },
      start + 2 * dayMs,
    );
    expect(view.lines[0]).toMatchObject({ runTitle: 'Other', type: 'run.started' });
    expect(view.conflicts.map(({ title, tone }) => [title, tone])).toEqual([
      ['Confirm meeting times', 'conflict'],
    ]);
  });

  it('shows an event of a newer version as one that it does not know', () => {
    const trip = startTrip();
    const newer = {
      ...event('z', 'step.claimed/1', {}, [], { occurrence: occurrence('confirm'), at: start }),
      type: 'step.painted/3',
      opaque: 'unknownType',
    } as const;
    const state = foldRun(run, [...trip.log(), newer]);
    const runs = [{ ...entryOf(trip), state }];
    const line = computeLogView(spaceOf(trip, ana, { runs }), { limit: 10 }, start).lines.find(
      ({ event: id }) => id === 'z',
    );
    expect(line).toMatchObject({ type: 'unknown', by: { name: 'Ana' }, step: { id: 'confirm' }, text: null });
  });
});
