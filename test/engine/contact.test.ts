import { describe, expect, it } from 'vitest';
import { computeUndo } from '../../src/engine/undo.ts';
import { asId, type PersonId } from '../../src/model/ids.ts';
import { fact, factId, text } from '../support/fact-values.ts';
import { refusalOf, startPlan } from '../support/plan-bench.ts';
import { ana, leo, occurrence, sam, step } from '../support/run-bench.ts';

const ask = occurrence('ask');
const stranger = asId<PersonId>('nobody');

function hotelPlan() {
  return startPlan({
    facts: [fact('room', 'text')],
    steps: [
      step('ask', [], {
        kind: 'contact',
        contact: { how: 'call', to: { kind: 'outside', name: 'The hotel' }, text: 'Is {room} free?' },
        writes: [factId('room')],
      }),
      step('pack', ['ask']),
    ],
  });
}

describe('a contact step', () => {
  it('[K1] is somebody’s turn, waits once they have asked, and is done with the answer', () => {
    const device = hotelPlan();
    expect(device.of('ask').status).toBe('ready');
    device.do({ kind: 'startWaiting', occurrence: ask, on: 'The hotel' });
    expect(device.of('ask')).toMatchObject({ status: 'waiting', waitingOn: { on: 'The hotel' } });
    const told = device.do({
      kind: 'recordReply',
      occurrence: ask,
      text: 'Yes',
      facts: { [factId('room')]: text('12') },
    });
    expect(told.map(({ type }) => type)).toEqual(['fact.set/1', 'reply.received/1']);
    expect(device.of('ask')).toMatchObject({ status: 'ready', replies: [{ text: 'Yes' }] });
    device.complete('ask');
    expect(device.of('pack').status).toBe('ready');
    expect(device.state().facts.get(factId('room'))?.value).toEqual(text('12'));
  });

  it('[K1] takes an answer at its turn, as after a call, and not before it', () => {
    const device = hotelPlan();
    device.do({ kind: 'recordReply', occurrence: ask, text: 'At once' });
    expect(device.of('ask').replies).toHaveLength(1);
    // There was no wait that could end.
    expect(refusalOf(device, { kind: 'endWaiting', occurrence: ask })).toEqual({
      type: 'notWaiting',
      step: 'ask',
    });
    expect(refusalOf(device, { kind: 'recordReply', occurrence: occurrence('pack') })).toEqual({
      type: 'notWaiting',
      step: 'pack',
    });
  });

  it('[K1] is the holder’s turn again when there was no answer, and waits anew', () => {
    const device = hotelPlan();
    device.do({ kind: 'startWaiting', occurrence: ask, on: 'The hotel' });
    device.do({ kind: 'endWaiting', occurrence: ask });
    expect(device.of('ask')).toMatchObject({ status: 'ready', waitingOn: null });
    const [again] = device.do({ kind: 'startWaiting', occurrence: ask, on: 'The hotel' });
    expect(device.of('ask').waitingOn?.event).toBe(again?.id);
  });

  it('[K2] is not held up by a fact that its text names and nobody knows', () => {
    const device = hotelPlan();
    expect(device.of('ask')).toMatchObject({ status: 'ready', missingFacts: [] });
    device.complete('ask');
    expect(device.of('ask').status).toBe('completed');
  });
});

describe('a nudge', () => {
  const nudge = (to = sam, at = ask) => ({ kind: 'sendNudge', occurrence: at, to, how: 'text' }) as const;

  it('[N1] is kept with who, whom, how and when, and moves nothing', () => {
    const device = hotelPlan();
    const before = device.of('ask');
    const [sent] = device.do(nudge(leo), { now: 1_000 });
    device.do({ ...nudge(sam), how: 'mail' }, { now: 2_000, actor: sam });
    const { nudges, ...after } = device.of('ask');
    expect(nudges).toEqual([
      { event: sent?.id, actor: ana, to: leo, how: 'text', at: 1_000 },
      { event: expect.anything(), actor: sam, to: sam, how: 'mail', at: 2_000 },
    ]);
    expect({ ...after, nudges: [] }).toEqual(before);
  });

  it('[N1] is about what somebody still has to do', () => {
    const device = hotelPlan();
    device.fail('ask');
    expect(refusalOf(device, nudge())).toBeNull();
    device.complete('ask');
    expect(refusalOf(device, nudge())).toEqual({ type: 'alreadyClosed', step: 'ask', status: 'completed' });
    device.skip('pack');
    expect(refusalOf(device, nudge(sam, occurrence('pack')))).toMatchObject({ type: 'alreadyClosed' });
    expect(refusalOf(device, nudge(sam, occurrence('nothing')))).toMatchObject({ type: 'unknownStep' });
  });

  it('[N1] is about what is to be checked again, too', () => {
    const device = startPlan({
      facts: [fact('room', 'text')],
      given: { room: text('12') },
      steps: [step('ask', [], { reads: [{ fact: factId('room') }] }), step('pack', ['ask'])],
    });
    device.complete('ask');
    device.do({ kind: 'setFact', fact: factId('room'), value: text('14') });
    expect(device.of('ask').validity).toBe('recheck');
    expect(refusalOf(device, nudge())).toBeNull();
    expect(device.of('ask').nudges).toHaveLength(1);
  });

  it('[N1] goes to anybody the run knows, also while it is paused, and to nobody once it is cancelled', () => {
    const device = hotelPlan();
    expect(refusalOf(device, nudge(stranger))).toEqual({ type: 'unknownPerson' });
    device.do({ kind: 'suspendRun' });
    expect(refusalOf(device, nudge())).toBeNull();
    device.do({ kind: 'cancelRun' });
    expect(refusalOf(device, nudge())).toEqual({ type: 'runEnded' });
  });

  it('[N1] cannot be called back', () => {
    const device = hotelPlan();
    expect(computeUndo(nudge(), device.state())).toEqual([]);
  });
});
