import { describe, expect, it } from 'vitest';
import { findOpenVoters } from '../../src/engine/approval/approval-state.ts';
import { createRunFold, foldRun } from '../../src/engine/fold-run.ts';
import { computeUndo } from '../../src/engine/undo.ts';
import type { Command } from '../../src/model/command.ts';
import type { FactDefinition } from '../../src/model/fact.ts';
import { asId, type PersonId, type RoleId } from '../../src/model/ids.ts';
import type { Assignee, StepDefinition } from '../../src/model/workflow.ts';
import { fact, factId, number, text } from '../support/fact-values.ts';
import {
  ana,
  context,
  type Device,
  leo,
  makeDevice,
  plan,
  run,
  sam,
  startPlan,
  step,
  stepId,
} from '../support/run-bench.ts';

const person = (id: PersonId): Assignee => ({ kind: 'person', person: id });
const three = [ana, sam, leo].map(person);
const version = factId('version');
const facts: readonly FactDefinition[] = [fact('version'), { ...fact('worth'), kind: 'number' }];
const judged = [{ fact: version, optional: true }];
const ways = (atMost = 3): NonNullable<StepDefinition['outcomes']> => [
  { id: 'approved', name: 'Approved' },
  { id: 'rejected', name: 'Sent back', redo: { section: 'drafting', atMost } },
];

const approval = (more: Partial<StepDefinition> = {}, needed = 2, veto = false): StepDefinition =>
  step('agree', ['draft'], {
    kind: 'approval',
    approval: { by: three, needed, veto },
    outcomes: ways(),
    reads: judged,
    ...more,
  });

function steps(agree = approval()): readonly StepDefinition[] {
  return [
    step('draft', [], { writes: [version] }),
    agree,
    step('send', [], { after: [{ from: stepId('agree'), outcomes: ['approved'] }] }),
  ];
}

/** A device each, all of which know the run, whose draft Ana has done. */
function start(
  all = steps(),
  more: Partial<Extract<Command, { kind: 'startRun' }>> = {},
): Record<'a' | 's' | 'l', Device> {
  const [a, s, l] = [makeDevice(ana, 'a'), makeDevice(sam, 's'), makeDevice(leo, 'l')];
  const sections = [{ id: 'drafting', name: 'Drafting', steps: [stepId('draft')] }];
  a.do(startPlan(plan(all, { facts, sections }), more));
  if (more.alreadyDone === undefined) a.complete('draft');
  s.receive(a);
  l.receive(a);
  return { a, s, l };
}

function vote(device: Device, how: 'approve' | 'reject' | 'withdraw', note?: string): Command {
  const { occurrence } = device.of('agree');
  return { kind: 'vote', occurrence, vote: how, ...(note === undefined ? {} : { note }) };
}

function cast(device: Device, how: 'approve' | 'reject' | 'withdraw', note?: string): void {
  device.do(vote(device, how, note));
}

function meet(...devices: readonly Device[]): void {
  for (const one of devices) one.receive(...devices.filter((other) => other !== one));
}

const setVersion = (device: Device, name: string): unknown =>
  device.do({ kind: 'setFact', fact: version, value: text(name) });

describe('approvals', () => {
  it('[O1] are decided by as many different people as the plan needs, whoever votes on which device', () => {
    const { a, s, l } = start();
    cast(a, 'approve');
    cast(s, 'approve', 'fine');
    expect(a.of('agree').status).toBe('ready');
    expect(a.of('agree').approval).toMatchObject({ approvals: 1, rejections: 0, needed: 2, eligible: 3 });
    meet(a, s, l);
    for (const device of [a, s, l]) {
      expect(device.of('agree')).toMatchObject({
        status: 'completed',
        outcome: 'approved',
        validity: 'fresh',
      });
      expect(device.of('agree').closedBy.toSorted()).toEqual([ana, sam].toSorted());
      expect(device.of('send').status).toBe('ready');
    }
    expect(findOpenVoters(l.of('agree').approval!)).toEqual([leo]);
  });

  it('[O1] are rejected once enough approvals cannot come any more, or by one veto', () => {
    const { a, s, l } = start();
    cast(a, 'reject', 'too dear');
    expect(a.of('agree').status).toBe('ready');
    meet(a, s, l);
    cast(s, 'reject', 'too dear');
    expect(s.of('agree')).toMatchObject({ occurrence: { iteration: 2 }, status: 'created' });
    expect(s.of('draft')).toMatchObject({ occurrence: { iteration: 2 }, status: 'ready' });

    const other = start(steps(approval({}, 2, true)));
    cast(other.a, 'reject', 'no');
    expect(other.a.of('draft').occurrence.iteration).toBe(2);
    expect(other.a.of('agree').approval).toMatchObject({ approvals: 0, rejections: 0 });
  });

  it('[O2] count the last word of a voter, and of rival ones the stricter', () => {
    const { a, s, l } = start();
    cast(a, 'approve');
    cast(a, 'withdraw');
    expect(a.of('agree').approval).toMatchObject({ approvals: 0 });
    cast(a, 'reject', 'on second thought');
    cast(a, 'approve');
    expect(a.of('agree').approval).toMatchObject({ approvals: 1, rejections: 0 });
    const second = makeDevice(ana, 'a-tablet');
    second.receive(s);
    cast(second, 'reject', 'not like this');
    meet(a, second, s, l);
    expect(s.of('agree').approval).toMatchObject({ approvals: 0, rejections: 1 });
    expect(s.of('agree').approval!.voters.find((one) => one.person === ana)).toMatchObject({
      vote: 'reject',
      note: 'not like this',
    });
    cast(a, 'approve');
    expect(a.of('agree').approval).toMatchObject({ approvals: 1, rejections: 0 });
  });

  it('[O3] turn when a veto comes late: what was done after is surplus, what was begun is not wanted', () => {
    const { a, s, l } = start(steps(approval({}, 2, true)));
    cast(a, 'approve');
    s.receive(a);
    cast(s, 'approve');
    s.complete('send');
    cast(l, 'reject', 'wrong price');
    meet(a, s, l);
    const first =
      a.state().occurrences.get('agree/1' as never) ??
      [...a.state().occurrences.values()].find(
        ({ occurrence }) => occurrence.step === 'agree' && occurrence.iteration === 1,
      );
    expect(first).toMatchObject({ status: 'completed', outcome: 'rejected', closedBy: [leo] });
    expect(a.of('agree').occurrence.iteration).toBe(2);
    expect(a.of('draft').occurrence.iteration).toBe(2);
    expect(a.of('send')).toMatchObject({ status: 'completed', validity: 'provisional' });
  });

  it('[O4] void a vote when what it judged is another now, and ask again; setting it back counts it again', () => {
    const { a, s, l } = start();
    setVersion(a, 'one');
    meet(a, s, l);
    cast(a, 'approve');
    cast(s, 'approve');
    meet(a, s, l);
    l.complete('send');
    setVersion(l, 'two');
    expect(l.of('agree')).toMatchObject({ status: 'ready', outcome: null });
    expect(l.of('agree').approval).toMatchObject({ approvals: 0, rejections: 0 });
    expect(l.of('agree').approval!.voters.map((one) => one.void)).toEqual([true, true, false]);
    expect(l.of('agree').approval!.voters[0]?.stale).toMatchObject([{ was: text('one'), now: text('two') }]);
    expect(findOpenVoters(l.of('agree').approval!)).toEqual([ana, sam, leo]);
    expect(l.of('send').validity).toBe('provisional');
    expect(l.state().status).toBe('running');
    cast(l, 'approve');
    setVersion(l, 'one');
    // Leo's judged the other draft; Ana's and Sam's hold again.
    expect(l.of('agree')).toMatchObject({ status: 'completed', outcome: 'approved' });
    expect(l.of('agree').closedBy.toSorted()).toEqual([ana, sam].toSorted());
    expect(l.of('send').validity).toBe('fresh');
  });

  it('[O4] bear what a read bears', () => {
    const agree = approval({ reads: [{ fact: factId('worth'), tolerance: 10, optional: true }] });
    const { a } = start(steps(agree), { facts: { [factId('worth')]: number(100) } });
    cast(a, 'approve');
    a.do({ kind: 'setFact', fact: factId('worth'), value: number(108) });
    expect(a.of('agree').approval).toMatchObject({ approvals: 1 });
    a.do({ kind: 'setFact', fact: factId('worth'), value: number(111) });
    expect(a.of('agree').approval).toMatchObject({ approvals: 0 });
  });

  it('[O5] are not for whoever did what is judged, in nobody’s name', () => {
    const { a, s, l } = start(steps(approval({ notBy: [stepId('draft')] })));
    expect(a.give(vote(a, 'approve'))).toMatchObject({
      error: { type: 'didItsPart', person: ana, did: 'draft' },
    });
    expect(a.give(vote(a, 'approve'), { onBehalfOf: sam })).toMatchObject({ ok: false });
    expect(a.of('agree').approval).toMatchObject({ eligible: 2 });
    expect(a.of('agree').approval!.voters[0]).toMatchObject({ person: ana, barred: true });
    cast(s, 'approve');
    cast(l, 'approve');
    meet(s, l);
    expect(l.of('agree')).toMatchObject({ outcome: 'approved' });
    // Sam did the next draft: his word does not count there.
    const other = makeDevice(sam, 'other');
    other.receive(l);
    other.do({ kind: 'redoSection', section: 'drafting' });
    other.complete('draft', 2);
    expect(other.give(vote(other, 'approve'))).toMatchObject({ error: { type: 'didItsPart', person: sam } });
  });

  it('[O5] keep a vote of somebody without one in the history, and count it nowhere', () => {
    const { a, s } = start(steps(approval({ approval: { by: [person(ana), person(leo)], needed: 2 } })));
    expect(s.give(vote(s, 'approve'))).toMatchObject({ error: { type: 'notAVoter', voters: [ana, leo] } });
    cast(a, 'approve');
    const [mine] = a.log().slice(-1);
    s.receive(a);
    s.write([{ ...mine!, id: asId('z'), actor: sam, parents: [mine!.id] }]);
    expect(s.of('agree')).toMatchObject({ status: 'ready', approval: { approvals: 1 } });
    expect(s.of('agree').approval!.voters.map((one) => one.person)).toEqual([ana, leo]);
    expect(s.state().history.some(({ id }) => id === 'z')).toBe(true);
  });

  it('[E4] count a vote for somebody as theirs and show both', () => {
    const { a } = start();
    a.do(vote(a, 'approve'), { onBehalfOf: sam });
    a.do(vote(a, 'approve'));
    expect(a.of('agree').closedBy.toSorted()).toEqual([ana, sam].toSorted());
    expect(a.of('agree').approval!.voters[1]).toMatchObject({ person: sam, spokenBy: ana });
  });

  it('[O1] are completed by votes alone: by nobody’s word, nor with another step', () => {
    const { a } = start();
    const { occurrence } = a.of('agree');
    const peopleVote = { error: { type: 'peopleVote', step: 'agree' } };
    expect(a.give({ kind: 'completeStep', occurrence, outcome: 'approved' })).toMatchObject(peopleVote);
    expect(a.give({ kind: 'claimStep', occurrence })).toMatchObject(peopleVote);
    expect(a.give({ kind: 'reassignStep', occurrence, to: sam })).toMatchObject(peopleVote);
    const send = a.of('send').occurrence;
    expect(a.give({ kind: 'completeStep', occurrence: send, including: [stepId('agree')] })).toMatchObject(
      peopleVote,
    );
    a.write([
      {
        ...a.log().at(-1)!,
        id: asId('forged'),
        type: 'step.completed/2',
        occurrence,
        data: { outcome: 'approved' },
        parents: a.state().heads,
      } as never,
    ]);
    expect(a.of('agree').status).toBe('ready');
  });

  it('[O1] take it from whoever starts the run that one was given before it', () => {
    const { a } = start(steps(), { alreadyDone: [stepId('draft'), stepId('agree')] });
    expect(a.of('agree')).toMatchObject({ status: 'completed', outcome: 'approved', closedBy: [ana] });
    expect(a.of('send').status).toBe('ready');
    expect(a.give(vote(a, 'reject'))).toMatchObject({ error: { type: 'alreadyClosed' } });
    setVersion(a, 'two');
    expect(a.of('agree').validity).toBe('recheck');
  });

  it('[O6] know who is in a role; who left it keeps what they said in it', () => {
    const board = asId<RoleId>('board');
    const roles = (...people: readonly PersonId[]) => ({
      ...context,
      roles: [{ id: board, name: 'Board', people }],
    });
    const agree = approval({ approval: { by: [{ kind: 'role', role: board }], needed: 2 } });
    const { a, s, l } = start(steps(agree), { context: roles(ana, sam) });
    cast(a, 'approve');
    a.do({ kind: 'setContext', context: roles(sam, leo) });
    expect(a.of('agree').approval).toMatchObject({ approvals: 1 });
    expect(a.give(vote(a, 'reject'))).toMatchObject({ error: { type: 'notAVoter', voters: [sam, leo] } });
    cast(a, 'withdraw');
    expect(a.of('agree').approval!.voters.map((one) => one.person)).toEqual([sam, leo]);
    meet(a, s, l);
    cast(s, 'approve');
    cast(l, 'approve');
    meet(a, s, l);
    expect(a.of('agree').outcome).toBe('approved');
    a.do({ kind: 'setContext', context: roles() });
    expect(a.of('agree').outcome).toBe('approved');
  });

  it('[O7] say that somebody has to send it back when no single vote did', () => {
    const { a, s, l } = start();
    cast(a, 'reject', 'no');
    cast(s, 'reject', 'no');
    meet(a, s, l);
    expect(l.of('agree')).toMatchObject({ status: 'completed', outcome: 'rejected' });
    expect(l.of('draft').occurrence.iteration).toBe(1);
    expect(l.state().status).toBe('running');
    l.do({ kind: 'redoSection', section: 'drafting' });
    expect(l.of('agree')).toMatchObject({ occurrence: { iteration: 2 }, approval: { rejections: 0 } });
    expect(l.of('draft')).toMatchObject({ occurrence: { iteration: 2 }, status: 'ready' });
  });

  it('[O7] let people say no when the section has had its passes', () => {
    const { a } = start(steps(approval({ outcomes: ways(2) }, 1, true)));
    cast(a, 'reject', 'no');
    a.complete('draft', 2);
    cast(a, 'reject', 'still no');
    expect(a.of('agree')).toMatchObject({
      status: 'completed',
      outcome: 'rejected',
      occurrence: { iteration: 2 },
    });
    expect(a.state().status).toBe('running');
    cast(a, 'withdraw');
    expect(a.of('agree').status).toBe('ready');
  });

  it('[J8] a reopened one begins with no votes and is offered none', () => {
    const { a, s } = start();
    cast(a, 'approve');
    s.receive(a);
    cast(s, 'approve');
    a.receive(s);
    a.reopen('agree');
    expect(a.of('agree')).toMatchObject({
      occurrence: { iteration: 2 },
      status: 'ready',
      offered: null,
      approval: { approvals: 0 },
    });
    expect(s.give(vote(s, 'withdraw'))).toMatchObject({ ok: true });
  });

  it('[J5] undo gives back what the voter had said, or closes what was sent back', () => {
    const { a } = start();
    const first = vote(a, 'approve', 'fine');
    expect(computeUndo(first, a.state(), ana)).toEqual([
      { kind: 'vote', occurrence: a.of('agree').occurrence, vote: 'withdraw' },
    ]);
    a.do(first);
    expect(computeUndo(vote(a, 'withdraw'), a.state(), ana)).toEqual([first]);
    expect(computeUndo(vote(a, 'reject'), a.state(), ana)).toEqual([first]);
    const veto = start(steps(approval({}, 2, true))).a;
    const back = computeUndo(vote(veto, 'reject'), veto.state(), ana);
    expect(back).toMatchObject([{ kind: 'completeStep', occurrence: { step: 'draft', iteration: 2 } }]);
  });

  it('fold to the same bit by bit, in any order', () => {
    const { a, s, l } = start(steps(approval({ notBy: [stepId('draft')] }, 2)));
    cast(s, 'approve');
    setVersion(l, 'two');
    cast(l, 'approve');
    meet(a, s, l);
    cast(s, 'approve');
    meet(a, s, l);
    const log = a.log();
    const whole = foldRun(run, log);
    const fold = createRunFold(run);
    for (const each of log.toReversed()) fold.add([each]);
    expect([...fold.state.occurrences.values()]).toEqual([...whole.occurrences.values()]);
    expect(whole.current.get(stepId('agree'))).toMatchObject({ outcome: 'approved' });
  });
});
