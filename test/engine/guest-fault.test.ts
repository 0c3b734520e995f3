import { describe, expect, it } from 'vitest';
import { findGuestFault, type GuestFault, isGuestsStep } from '../../src/engine/guest/guest-fault.ts';
import { createRunFold } from '../../src/engine/fold-run.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import { payloadChecks } from '../../src/model/event-payloads.ts';
import type { EventPayloads, EventType, LogEvent, RunEvent } from '../../src/model/event.ts';
import { decodeLogEntry } from '../../src/model/decode-event.ts';
import { asId, type EventId, type GuestId, type PersonId } from '../../src/model/ids.ts';
import {
  ana,
  context,
  event,
  leo,
  occurrence,
  plan,
  run,
  sam,
  startPlan,
  step,
  makeDevice,
} from '../support/run-bench.ts';
import { fact, factId, text } from '../support/fact-values.ts';

const guestId = asId<GuestId>('g1');
const guest = { guest: guestId, run, person: sam };
const steps = [
  step('mine', [], { assignee: { kind: 'person', person: sam }, writes: [factId('code')] }),
  step('other', [], { assignee: { kind: 'person', person: leo } }),
  step('nobody'),
  step('standIn', [], { assignee: { kind: 'person', person: leo }, backup: { kind: 'person', person: sam } }),
  step('later', ['other'], { assignee: { kind: 'person', person: sam } }),
];
const facts = [fact('code'), fact('secret')];
const ana1 = makeDevice(ana);
ana1.do(startPlan(plan(steps, { facts }), { facts: { [factId('code')]: text('12') } }));
const state: RunState = ana1.state();

const payloads: { readonly [Type in EventType]: EventPayloads[Type] } = {
  'run.started/2': { ...(ana1.log()[0] as Extract<RunEvent, { type: 'run.started/2' }>).data },
  'run.contextSet/1': { context },
  'run.conductorChanged/1': { conductor: sam },
  'run.cancelled/1': {},
  'run.suspended/1': {},
  'run.resumed/1': {},
  'run.finished/1': {},
  'run.patched/2': { operations: [] },
  'run.followUpSet/1': { id: 'next', followUp: null },
  'item.added/1': { section: 's', item: asId<never>('mia'), name: 'Mia' },
  'item.closed/1': { section: 's' },
  'item.reopened/1': { section: 's' },
  'item.renamed/1': { section: 's', item: asId<never>('mia'), name: 'Mila' },
  'step.claimed/1': {},
  'step.released/1': {},
  'step.started/1': {},
  'step.paused/1': {},
  'step.resumed/1': {},
  'step.reassigned/1': { to: sam },
  'step.waitingStarted/1': { on: 'the landlord' },
  'step.waitingEnded/1': {},
  'reply.received/1': { text: 'yes' },
  'step.completed/2': {},
  'step.rechecked/1': { reads: {} },
  'step.failed/1': { reason: 'closed' },
  'step.retried/1': {},
  'step.skipped/1': {},
  'step.cancelled/1': {},
  'step.reopened/1': {},
  'approval.voted/1': { vote: 'approve', reads: {} },
  'nudge.sent/1': { to: ana, how: 'text' },
  'step.fallbackSet/1': { open: true },
  'step.compensationStarted/1': {},
  'step.compensated/1': {},
  'step.compensationFailed/1': { reason: 'closed' },
  'step.compensationDeclined/1': {},
  'step.compensationReassigned/1': { to: ana },
  'note.added/1': { text: 'hello' },
  'checklist.ticked/1': { item: 'a', ticked: true },
  'fact.set/1': { fact: factId('code'), value: text('34') },
  'alert.acknowledged/1': { alert: 'n' },
  'conflict.resolved/1': { keep: asId<EventId>('x') },
};

const own = (type: EventType, at: string | null, more: Partial<RunEvent> = {}): LogEvent =>
  event('g1.a.0', type, payloads[type] as never, state.heads, {
    actor: sam,
    ...(at === null ? {} : { occurrence: occurrence(at) }),
    ...more,
  });
const faultOf = (entry: LogEvent): GuestFault | null => findGuestFault(entry, guest, state);

const granted: readonly EventType[] = [
  'step.claimed/1',
  'step.released/1',
  'step.started/1',
  'step.paused/1',
  'step.resumed/1',
  'step.waitingStarted/1',
  'step.waitingEnded/1',
  'reply.received/1',
  'step.completed/2',
  'step.rechecked/1',
  'step.failed/1',
  'step.retried/1',
  'note.added/1',
  'checklist.ticked/1',
  'fact.set/1',
];
/** Granted where there is something to undo, and not about a step that is open. */
const undoing: readonly EventType[] = [
  'step.compensationStarted/1',
  'step.compensated/1',
  'step.compensationFailed/1',
  'step.compensationDeclined/1',
];
const types = Object.keys(payloadChecks) as EventType[];

describe('what a guest writes', () => {
  it('[A1] is of the granted kinds only', () => {
    expect(types.filter((type) => faultOf(own(type, 'mine')) === null).toSorted()).toEqual(
      [...granted, 'alert.acknowledged/1'].toSorted(),
    );
  });

  it.each(types)('%s: on their own step, on others’, and about no step', (type) => {
    const isGranted = granted.includes(type);
    const isReading = type === 'alert.acknowledged/1';
    // Theirs at an approval alone, where they have a vote.
    const isVote = type === 'approval.voted/1';
    const isUndoing = undoing.includes(type);
    const elsewhere = isReading ? null : isGranted || isVote || isUndoing ? 'notTheirStep' : 'notForGuests';
    expect(faultOf(own(type, 'mine'))).toBe(isGranted || isReading ? null : elsewhere);
    for (const at of ['other', 'nobody', 'never']) expect(faultOf(own(type, at))).toBe(elsewhere);
    expect(faultOf(own(type, null))).toBe(elsewhere);
  });

  it('[A2] is theirs to stand in for, and stays theirs once they closed it', () => {
    expect(faultOf(own('step.completed/2', 'standIn'))).toBeNull();
    const fold = createRunFold(run);
    fold.add(ana1.log());
    fold.add([own('step.completed/2', 'mine')]);
    expect(findGuestFault(own('note.added/1', 'mine', { id: asId('g1.b.0') }), guest, fold.state)).toBeNull();
    expect(isGuestsStep(fold.state, occurrence('mine'), sam)).toBe(true);
    expect(isGuestsStep(fold.state, occurrence('other'), sam)).toBe(false);
  });

  it('[A2] is not begun or ended before its turn, and may be talked about', () => {
    for (const type of ['step.started/1', 'step.completed/2', 'step.failed/1'] as const)
      expect(faultOf(own(type, 'later'))).toBe('notTheirStep');
    expect(faultOf(own('note.added/1', 'later'))).toBeNull();
    expect(faultOf(own('note.added/1', 'mine', { occurrence: occurrence('mine', 2) }))).toBe('notTheirStep');
  });

  it('[A2] moves with the hand-over of a step', () => {
    const fold = createRunFold(run);
    fold.add(ana1.log());
    const give = { occurrence: occurrence('nobody') };
    fold.add([event('e1', 'step.reassigned/1', { to: sam }, state.heads, give)]);
    expect(findGuestFault(own('step.completed/2', 'nobody'), guest, fold.state)).toBeNull();
    const take = { occurrence: occurrence('mine') };
    fold.add([event('e2', 'step.reassigned/1', { to: leo }, ['e1'], take)]);
    expect(findGuestFault(own('step.completed/2', 'mine'), guest, fold.state)).toBe('notTheirStep');
  });

  it('[A3] sets facts at the step that writes them, and nowhere else', () => {
    expect(faultOf(own('fact.set/1', 'mine'))).toBeNull();
    expect(faultOf(own('fact.set/1', 'standIn'))).toBe('notTheirFact');
  });

  it.each<[string, EventPayloads['fact.set/1'], GuestFault | null]>([
    ['that the step writes', { fact: factId('code'), value: text('34') }, null],
    ['taken away again', { fact: factId('code'), value: null }, null],
    ['that it does not write', { fact: factId('secret'), value: text('x') }, 'notTheirFact'],
    ['that is not there', { fact: factId('none'), value: text('x') }, 'notTheirFact'],
    ['of another kind', { fact: factId('code'), value: { kind: 'number', number: 1 } }, 'notTheirFact'],
  ])('sets a fact %s', (_, data, fault) => {
    const set = event('g1.a.0', 'fact.set/1', data, state.heads, {
      actor: sam,
      occurrence: occurrence('mine'),
    });
    expect(faultOf(set)).toBe(fault);
    const bare = event('g1.a.0', 'fact.set/1', data, state.heads, { actor: sam });
    expect(faultOf(bare)).toBe('notTheirStep');
  });

  it('[A4] stands under the guest’s own name and id alone, in this run', () => {
    const note = (more: Partial<RunEvent>): GuestFault | null => faultOf(own('note.added/1', 'mine', more));
    expect(note({ actor: ana })).toBe('otherName');
    expect(note({ onBehalfOf: ana })).toBe('otherName');
    expect(note({ onBehalfOf: sam })).toBe('otherName');
    expect(note({ run: asId('run-2') })).toBe('otherRun');
    for (const id of ['g2.a.0', 'a.0', 'g1', 'g10.a.0', `${ana1.log()[1]?.id}`])
      expect(note({ id: asId<EventId>(id) })).toBe('otherName');
    expect(note({ actor: '' as PersonId })).toBe('otherName');
  });

  it('[A4] is not granted by whoever does not understand it', () => {
    const raw = { ...own('note.added/1', 'mine'), type: 'note.added/9' };
    const newer = decodeLogEntry(raw) as LogEvent;
    expect(faultOf(newer)).toBe('notUnderstood');
  });

  it('[A6] is set aside when it is longer than anything that a person writes', () => {
    const long = own('note.added/1', 'mine', { data: { text: 'x'.repeat(20_000) } });
    expect(faultOf(long)).toBe('tooMuch');
  });
});

describe('what a guest votes', () => {
  const outcomes = ['approved', 'rejected'].map((id) => ({ id, name: id }));
  const approvalOf = (id: string, voter: PersonId, after: readonly string[] = []) =>
    step(id, after, {
      kind: 'approval',
      approval: { by: [{ kind: 'person', person: voter }], needed: 1 },
      outcomes,
    });
  const voting = makeDevice(ana, 'voting');
  voting.do(
    startPlan(plan([approvalOf('mine', sam), approvalOf('other', leo), approvalOf('later', sam, ['other'])])),
  );
  const fault = (type: EventType, at: string): GuestFault | null =>
    findGuestFault(own(type, at), guest, voting.state());

  it('[A1] is theirs where they have a vote and its turn has come; of that step they do nothing else but talk', () => {
    expect(fault('approval.voted/1', 'mine')).toBeNull();
    expect(fault('approval.voted/1', 'other')).toBe('notTheirStep');
    expect(fault('approval.voted/1', 'later')).toBe('notTheirStep');
    expect(fault('note.added/1', 'mine')).toBeNull();
    for (const type of ['step.completed/2', 'step.failed/1', 'step.claimed/1'] as const)
      expect(fault(type, 'mine')).toBe('notTheirStep');
  });
});
