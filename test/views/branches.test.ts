import { describe, expect, it } from 'vitest';
import { asId, type FactId, type PersonId } from '../../src/model/ids.ts';
import { occurrenceKey } from '../../src/model/occurrence.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { computeFlowView } from '../../src/views/compute-flow-view.ts';
import { computeFlowsView } from '../../src/views/compute-flows-view.ts';
import { computeNowView } from '../../src/views/compute-now-view.ts';
import { computePeopleView } from '../../src/views/compute-people-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import { computeRunSummary } from '../../src/views/run-figures.ts';
import { readRun } from '../../src/views/run-reading.ts';
import {
  ana,
  type Device,
  leo,
  makeDevice,
  occurrence,
  plan,
  run,
  sam,
  startPlan,
  step,
  stepId,
} from '../support/run-bench.ts';
import { dayMs, spaceOf, start } from '../support/trip-space.ts';

const by = (person: PersonId) => ({ kind: 'person', person }) as const;
const after = (from: string, ...outcomes: string[]) => ({ from: stepId(from), outcomes });

/** A draft that may be sent back twice; whether the board is asked depends on how the review ends. */
const steps: readonly StepDefinition[] = [
  step('draft', [], { title: 'Write the draft', assignee: by(ana) }),
  step('review', ['draft'], {
    title: 'Legal review',
    kind: 'decision',
    assignee: by(sam),
    outcomes: [
      { id: 'fine', name: 'Fine' },
      { id: 'board', name: 'For the board' },
      { id: 'changes', name: 'Needs changes', redo: { section: 'drafting', atMost: 3 } },
    ],
  }),
  step('board', [], { title: 'Ask the board', assignee: by(leo), after: [after('review', 'board')] }),
  step('sign', [], {
    title: 'Sign',
    assignee: by(ana),
    after: [after('review', 'fine', 'board'), { from: stepId('board') }],
  }),
  step('archive', [], {
    title: 'Archive',
    assignee: by(leo),
    after: [{ from: stepId('sign'), lag: 2 * 24 * 60 }],
  }),
  step('blog', [], { title: 'Tell the others', after: [{ from: stepId('sign'), strength: 'soft' }] }),
];

const contract = plan(steps, {
  sections: [{ id: 'drafting', name: 'Drafting', steps: [stepId('draft'), stepId('review')] }],
});

let clock = start;
function startContract(): Device {
  clock = start;
  const device = makeDevice(ana, 'phone', () => (clock += 60_000));
  device.do(startPlan(contract, { title: 'Contract', parts: {} }));
  return device;
}

const end = (device: Device, id: string, outcome: string, iteration = 1, actor = sam) =>
  device.do({ kind: 'completeStep', occurrence: occurrence(id, iteration), outcome }, { actor });
const flow = (device: Device, me: PersonId = ana, now = clock) =>
  computeFlowView(spaceOf(device, me), run, now);
const row = (device: Device, id: string) => flow(device).rows.find((each) => each.step === id);
const sheet = (device: Device, id: string, iteration = 1, me: PersonId = ana, now = clock) =>
  computeStepView(spaceOf(device, me), run, occurrenceKey(occurrence(id, iteration)), now);
const titles = (lines: readonly { readonly title: string }[]) => lines.map(({ title }) => title);

describe('outcomes', () => {
  it('say what each of them leads to before it is chosen', () => {
    const trip = startContract();
    trip.complete('draft');
    const seen = sheet(trip, 'review');
    expect(
      seen.outcomes.map(({ name, redosLeft, follows }) => [
        name,
        redosLeft,
        titles(follows.ready),
        titles(follows.withdrawn),
        titles(follows.redone),
      ]),
    ).toEqual([
      ['Fine', null, ['Sign'], ['Ask the board'], []],
      ['For the board', null, ['Ask the board'], [], []],
      ['Needs changes', 2, ['Write the draft'], [], ['Write the draft', 'Legal review']],
    ]);
    expect(titles(seen.outcomes[1]?.follows.stillWaiting ?? [])).toEqual(['Sign']);
    expect(seen.ifDone.ready).toEqual([]);
  });

  it('[J1] leave the branch that was not taken unneeded, and out of the count', () => {
    const trip = startContract();
    trip.complete('draft');
    expect(flow(trip).total).toBe(6);
    end(trip, 'review', 'fine');
    expect(row(trip, 'review')).toMatchObject({ tone: 'done', outcome: 'Fine' });
    expect(row(trip, 'board')).toMatchObject({ tone: 'withdrawn', withdrawnBecause: 'deadPath' });
    expect(flow(trip)).toMatchObject({ done: 2, total: 5 });
    expect(flow(trip).people.map(({ name }) => name)).toContain('Leo');
    const unneeded = sheet(trip, 'board');
    expect(unneeded.withdrawnBecause).toBe('deadPath');
    expect(Object.values(unneeded.actions)).not.toContain(true);
    expect(titles(computeNowView(spaceOf(trip, leo), clock).comingUp)).toEqual(['Archive']);
  });

  it('[M1] that disagree stand on the Now of everybody until one is picked', () => {
    const a = startContract();
    const b = makeDevice(sam, 'other', () => (clock += 60_000));
    a.complete('draft');
    b.receive(a);
    end(a, 'review', 'fine', 1, ana);
    end(b, 'review', 'board');
    a.receive(b);
    expect(row(a, 'review')).toMatchObject({ tone: 'conflict', hasConflict: true, outcome: null });
    expect(titles(computeNowView(spaceOf(a, leo), clock).nudge)).toEqual(['Legal review']);
    const seen = sheet(a, 'review');
    expect(seen.conflict.map(({ outcome, by: who }) => `${who?.name}: ${outcome}`).toSorted()).toEqual([
      'Ana: Fine',
      'Sam: For the board',
    ]);
    expect(Object.values(seen.actions)).not.toContain(true);
    const keep = seen.conflict.find(({ outcome }) => outcome === 'Fine')?.event;
    a.do({ kind: 'resolveConflict', occurrence: occurrence('review'), keep: keep ?? asId('none') });
    expect(row(a, 'review')).toMatchObject({ tone: 'done', outcome: 'Fine' });
    expect(sheet(a, 'review').overruled).toMatchObject([{ outcome: 'For the board' }]);
  });
});

describe('passes', () => {
  it('[J5] keep what each came to, and count down how often it may go round', () => {
    const trip = startContract();
    trip.complete('draft');
    end(trip, 'review', 'changes');
    trip.complete('draft', 2);
    expect(sheet(trip, 'review', 2).passes).toMatchObject([
      { iteration: 1, tone: 'done', outcome: 'Needs changes', closedBy: [{ name: 'Sam' }] },
      { iteration: 2, tone: 'theirs', outcome: null, closedAt: null },
    ]);
    expect(sheet(trip, 'review', 2).outcomes.map(({ redosLeft }) => redosLeft)).toEqual([null, null, 1]);
    expect(sheet(trip, 'review', 1).passes).toHaveLength(2);
    expect(flow(trip).sections).toMatchObject([{ name: 'Drafting', canRedo: true, canCancel: true }]);
    end(trip, 'review', 'changes', 2);
    trip.complete('draft', 3);
    expect(sheet(trip, 'review', 3).outcomes.at(-1)).toMatchObject({
      redosLeft: 0,
      follows: { redone: [] },
    });
    expect(flow(trip).sections).toMatchObject([{ canRedo: false }]);
  });

  it('[J8] offer what somebody had done without knowing that it was opened again', () => {
    const a = startContract();
    const b = makeDevice(sam, 'other', () => (clock += 60_000));
    a.complete('draft');
    b.receive(a);
    a.reopen('draft');
    a.complete('draft', 2);
    end(a, 'review', 'changes', 1, ana);
    end(b, 'review', 'fine');
    a.receive(b);
    const { offered } = sheet(a, 'review', 2);
    expect(offered).toMatchObject({ by: { name: 'Sam' }, outcome: 'fine', outcomeName: 'Fine' });
  });
});

describe('waiting, pausing and starting later', () => {
  it('waiting on somebody outside is nobody’s turn, says on whom, and ends with the answer', () => {
    const trip = startContract();
    trip.do({ kind: 'startWaiting', occurrence: occurrence('draft'), on: 'the notary' });
    expect(row(trip, 'draft')).toMatchObject({ tone: 'waiting', waitingOn: 'the notary' });
    const now = computeNowView(spaceOf(trip, ana), clock);
    expect(titles(now.waiting)).toContain('Write the draft');
    expect(now.hero?.title).toBe('Tell the others');
    expect(sheet(trip, 'draft')).toMatchObject({
      waitingOn: { on: 'the notary', person: null },
      actions: { reply: true, wait: false, complete: true },
    });
    trip.do({ kind: 'recordReply', occurrence: occurrence('draft'), text: 'Send the deed' });
    expect(sheet(trip, 'draft')).toMatchObject({
      tone: 'turn',
      waitingOn: null,
      replies: [{ text: 'Send the deed', by: { name: 'Ana' } }],
    });
  });

  it('what is paused is laid aside, not held', () => {
    const trip = startContract();
    trip.do({ kind: 'pauseStep', occurrence: occurrence('draft') });
    const now = computeNowView(spaceOf(trip, ana), clock);
    expect(titles(now.holding)).toEqual(['Tell the others']);
    expect(now.comingUp[0]).toMatchObject({ title: 'Write the draft', tone: 'paused' });
    expect(sheet(trip, 'draft').actions).toMatchObject({ resume: true, pause: false, complete: false });
  });

  it('[J4] a lag makes a step come up later, with its instant; then it is a turn like any other', () => {
    const trip = startContract();
    trip.complete('draft');
    end(trip, 'review', 'fine');
    const signed = trip.complete('sign').at;
    const from = signed + 2 * dayMs;
    const soon = computeNowView(spaceOf(trip, leo), from - 1);
    expect(soon.comingUp).toMatchObject([{ title: 'Archive', tone: 'next', startsAt: from }]);
    expect(computePeopleView(spaceOf(trip, ana), from - 1).people.at(-1)).toMatchObject({
      holding: 0,
      comingUp: 1,
    });
    expect(soon.hero).toBeNull();
    expect(computeNowView(spaceOf(trip, leo), from).hero).toMatchObject({ title: 'Archive', startsAt: null });
  });

  it('[J4] what had better come first is a warning and no obstacle', () => {
    const trip = startContract();
    expect(sheet(trip, 'blog')).toMatchObject({
      tone: 'turn',
      betterAfter: [{ title: 'Sign' }],
      startsAfter: [],
      inTheWay: [],
      actions: { complete: true },
    });
  });

  it('[X6] a suspended run holds nothing, stays in sight, and lets steps change hands only', () => {
    const trip = startContract();
    trip.complete('draft');
    trip.do({ kind: 'suspendRun' });
    expect(flow(trip).status).toBe('suspended');
    expect(row(trip, 'review')?.tone).toBe('paused');
    const now = computeNowView(spaceOf(trip, sam), clock);
    expect(now).toMatchObject({ holdingCount: 0, hero: null, waiting: [], activeRuns: 1 });
    const flows = computeFlowsView(spaceOf(trip, sam), clock);
    expect(flows.active).toMatchObject([{ status: 'suspended', focus: null }]);
    expect(flows.finished).toEqual([]);
    const { actions, runSuspended } = sheet(trip, 'review');
    expect(runSuspended).toBe(true);
    const allowed = Object.entries(actions).flatMap(([name, may]) => (may ? [name] : []));
    expect(allowed).toEqual(['handOver', 'take', 'cancel']);
    expect(Object.values(sheet(trip, 'draft').actions)).not.toContain(true);
    trip.do({ kind: 'resumeRun' });
    expect(computeNowView(spaceOf(trip, sam), clock).holdingCount).toBe(1);
  });
});

describe('what is over', () => {
  it('[J7] a step that was called off may be wanted again', () => {
    const trip = startContract();
    trip.do({ kind: 'cancelStep', occurrence: occurrence('blog') });
    expect(sheet(trip, 'blog')).toMatchObject({ tone: 'withdrawn', actions: { reopen: true } });
    trip.reopen('blog');
    expect(sheet(trip, 'blog', 2).tone).toBe('turn');
  });

  it('a run in which some steps were not needed finishes, and its summary counts the others', () => {
    const trip = startContract();
    trip.complete('draft');
    end(trip, 'review', 'fine');
    trip.complete('sign');
    trip.complete('blog');
    trip.complete('archive');
    expect(flow(trip)).toMatchObject({ status: 'finished', done: 5, total: 5 });
    const reading = readRun(trip.state(), spaceOf(trip, ana), clock);
    expect(computeRunSummary(reading)).toMatchObject({ status: 'finished', done: 5, total: 5 });
    expect(computeRunSummary(reading)?.segments).toContain('withdrawn');
    expect(flow(trip).sections).toMatchObject([{ canRedo: true, canCancel: false }]);
  });

  it('a cancelled run offers nothing, and asks nobody', () => {
    const trip = startContract();
    trip.complete('draft');
    trip.do({ kind: 'cancelRun' });
    for (const { step: id } of flow(trip).rows)
      expect(Object.values(sheet(trip, id).actions), id).not.toContain(true);
    expect(flow(trip).sections).toMatchObject([{ canRedo: false, canCancel: false }]);
    expect(computeNowView(spaceOf(trip, ana), clock)).toMatchObject({ holdingCount: 0, activeRuns: 0 });
  });
});

describe('what I said that did not hold', () => {
  it('[M] is told once, with who had done it', () => {
    const a = startContract();
    const b = makeDevice(sam, 'other', () => (clock += 60_000));
    b.receive(a);
    a.complete('draft');
    b.fail('draft');
    a.receive(b);
    const [notice] = computeNowView(spaceOf(a, sam), clock).notices;
    expect(notice).toMatchObject({
      kind: 'overruled',
      mine: 'failed',
      step: { title: 'Write the draft', tone: 'done' },
      by: [{ name: 'Ana' }],
    });
    expect(flow(a, sam).notices).toHaveLength(1);
    expect(computeNowView(spaceOf(a, ana), clock).notices).toEqual([]);
    a.do({ kind: 'acknowledgeAlert', alert: notice?.alert ?? '' }, { actor: sam });
    expect(computeNowView(spaceOf(a, sam), clock).notices).toEqual([]);
  });
});

describe('one reading for all screens', () => {
  it('is kept while nothing changes, and made anew by an event, a name, or the time', () => {
    const trip = startContract();
    trip.complete('draft');
    end(trip, 'review', 'fine');
    const signed = trip.complete('sign').at;
    const space = spaceOf(trip, ana);
    const first = readRun(trip.state(), space, signed);
    expect(readRun(trip.state(), { ...space, people: [...space.people] }, signed + 1)).toBe(first);
    expect(readRun(trip.state(), space, signed - 1)).not.toBe(first);
    const renamed = space.people.map((each) => ({ ...each, name: `${each.name}!` }));
    expect(readRun(trip.state(), { ...space, people: renamed }, signed).people.find(ana)?.name).toBe('Ana!');
    expect(readRun(trip.state(), space, signed + 2 * dayMs).stepById.get(stepId('archive'))?.startsAt).toBe(
      null,
    );
    trip.complete('blog');
    expect(readRun(trip.state(), space, signed).stepById.get(stepId('blog'))?.tone).toBe('done');
  });
});

describe('conditions', () => {
  it('come along with the name, kind and value that a sentence needs', () => {
    const amount = asId<FactId>('amount');
    const value = { kind: 'money', amount: 10_000, currency: 'EUR' } as const;
    const conditional = plan(
      [step('draft', []), step('board', ['draft'], { onlyIf: { fact: amount, is: 'atLeast', value } })],
      { facts: [{ id: amount, name: 'Amount', kind: 'money' }] },
    );
    const device = makeDevice(ana, 'phone', () => (clock += 60_000));
    device.do(
      startPlan(conditional, {
        parts: {},
        facts: { [amount]: { kind: 'money', amount: 800, currency: 'EUR' } },
      }),
    );
    device.complete('draft');
    expect(sheet(device, 'draft').onlyIf).toBeNull();
    expect(sheet(device, 'board')).toMatchObject({
      withdrawnBecause: 'condition',
      onlyIf: { name: 'Amount', kind: 'money', is: 'atLeast', value, options: [] },
    });
  });
});
