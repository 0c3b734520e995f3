import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/engine/alerts/alert.ts';
import { computeAlerts } from '../../../src/engine/alerts/compute-alerts.ts';
import type { RunState } from '../../../src/engine/run-state.ts';
import type { Person } from '../../../src/model/person.ts';
import type { StepDefinition } from '../../../src/model/workflow.ts';
import {
  ana,
  context,
  type Device,
  leo,
  makeDevice,
  occurrence,
  plan,
  sam,
  startPlan,
  step,
} from '../../support/run-bench.ts';

const [minute, day] = [60_000, 86_400_000];
const due = Date.UTC(2026, 2, 5, 17);
const samHas = { assignee: { kind: 'person', person: sam } } as const;
const flight: Partial<StepDefinition> = {
  ...samHas,
  backup: { kind: 'person', person: leo },
  due: { kind: 'date', date: '2026-03-05', time: '17:00' },
};

function begin(
  steps: readonly StepDefinition[],
  people: Partial<Person>[] = [],
  at = Date.UTC(2026, 2, 2, 9),
): Device {
  const device = makeDevice(ana, 'phone', () => at);
  const known = context.people.map((person) => ({ ...person, ...people.find(({ id }) => id === person.id) }));
  device.do(startPlan(plan(steps), { context: { ...context, people: known } }));
  return device;
}

const told = (state: RunState, now: number): readonly string[] =>
  computeAlerts(state, now).alerts.map(
    ({ cause, rung, to }) => `${cause} ${rung} → ${to.map(({ person }) => person).join(', ')}`,
  );
const only = (state: RunState, now: number): Alert => {
  const [first, ...more] = computeAlerts(state, now).alerts;
  if (first === undefined || more.length > 0) throw new Error(`${more.length + 1} alerts`);
  return first;
};

describe('the usual ladder', () => {
  it('[X5] reminds the owner, tells the conductor, adds the backup and proposes to skip, as time goes by', () => {
    const a = begin([step('flight', [], flight)]);
    expect(told(a.state(), due)).toEqual([]);
    expect(told(a.state(), due + 1)).toEqual(['late remind → sam']);
    expect(told(a.state(), due + 1 + day)).toEqual(['late remind → sam', 'late tellConductor → ana']);
    const twoDays = computeAlerts(a.state(), due + 1 + 2 * day);
    expect(twoDays.alerts.map(({ rung }) => rung)).toEqual(['remind', 'tellConductor', 'addBackup']);
    expect([...twoDays.coHolders]).toEqual([[a.of('flight').key, leo]]);
    expect(told(a.state(), due + 1 + 4 * day).at(-1)).toBe('late proposeSkip → ana');
    // A year later it is as open as it was, and still Sam’s.
    computeAlerts(a.state(), due + 365 * day);
    expect(a.of('flight')).toMatchObject({ status: 'ready', holder: sam });
  });

  it('[X5] gives the step to the backup only when they take it, and then asks them', () => {
    const a = begin([step('flight', [], flight)]);
    a.do({ kind: 'claimStep', occurrence: occurrence('flight') }, { actor: leo });
    const later = computeAlerts(a.state(), due + 1 + 3 * day);
    expect(later.coHolders.size).toBe(0);
    expect(told(a.state(), due + 1 + 3 * day)).toEqual(['late remind → leo', 'late tellConductor → ana']);
  });

  it('counts from the estimate, else a day, where somebody outside is waited for', () => {
    const a = begin([
      step('hotel', [], samHas),
      step('visa', [], { ...samHas, kind: 'wait', estimate: 120 }),
    ]);
    const since = Date.UTC(2026, 2, 2, 9);
    expect(told(a.state(), since + 119 * minute)).toEqual([]);
    expect(told(a.state(), since + 120 * minute)).toEqual(['noReply remind → sam']);
    a.do({ kind: 'startWaiting', occurrence: occurrence('hotel'), on: 'the hotel' });
    expect(told(a.state(), since + day - 1)).toHaveLength(1);
    expect(told(a.state(), since + day)).toEqual(['noReply remind → sam', 'noReply remind → sam']);
    a.do({ kind: 'recordReply', occurrence: occurrence('hotel'), text: 'yes' });
    expect(told(a.state(), since + day)).toHaveLength(1);
  });

  it('[X4] proposes to skip nothing that somebody has to decide', () => {
    const outcomes = [
      { id: 'yes', name: 'Yes' },
      { id: 'no', name: 'No' },
    ];
    const a = begin([step('approve', [], { ...flight, kind: 'decision', outcomes })]);
    expect(told(a.state(), due + 30 * day).at(-1)).toBe('late addBackup → leo');
    expect(a.of('approve').status).toBe('ready');
  });

  it('is replaced by the workflow’s, and that by the step’s; an empty one tells nobody', () => {
    const own = step('own', [], {
      ...flight,
      ifStalls: [{ from: 'ready', after: 60, action: 'tellConductor' }],
    });
    const silent = step('silent', [], { ...flight, ifStalls: [] });
    const a = makeDevice(ana, 'phone', () => Date.UTC(2026, 2, 2, 9));
    const ifStalls = [{ from: 'due', after: 30, action: 'proposeCancel' }] as const;
    a.do(startPlan(plan([own, silent, step('plain', [], flight)], { ifStalls })));
    expect(told(a.state(), due + 30 * day)).toEqual([
      'stalled tellConductor → ana',
      'late remind → sam',
      'late proposeCancel → ana',
      'late remind → sam',
    ]);
    a.do({ kind: 'setStepLadder', step: a.of('own').occurrence.step, ifStalls: null });
    const likeAll = ['late proposeCancel → ana', 'late remind → sam'];
    expect(told(a.state(), due + 30 * day)).toEqual([...likeAll, ...likeAll]);
  });

  it('[X5] [X2] written for others and for a wait reminds whoever has it when it is due all the same, before and at its turn', () => {
    const ifStalls = [
      { from: 'waiting', after: (3 * day) / minute, action: 'remind' },
      { from: 'due', after: 0, action: 'tellConductor' },
    ] as const;
    const answer = step('answer', ['ask'], { ...flight, kind: 'wait', ifStalls });
    let now = Date.UTC(2026, 2, 2, 9);
    const a = makeDevice(ana, 'phone', () => now);
    a.do(startPlan(plan([step('ask', [], samHas), answer])));
    const early = computeAlerts(a.state(), due + 1).alerts;
    expect(early.map(({ id }) => id.split('/').at(-1))).toEqual(['tellConductor-0', 'remind-0-early']);
    for (const [index, { id }] of early.entries())
      a.do({ kind: 'acknowledgeAlert', alert: id }, { actor: index === 0 ? ana : sam });
    now = due + day;
    a.complete('ask');
    expect(told(a.state(), now)).toEqual(['late remind → sam']);
    expect(told(a.state(), now + 3 * day)).toEqual(['noReply remind → sam', 'late remind → sam']);
  });
});

describe('alerts', () => {
  it('[X2] have one id on every device, and are read once for all of a person', () => {
    const [a, b] = [begin([step('flight', [], flight)]), makeDevice(sam, 'other')];
    b.receive(a);
    const { id } = only(a.state(), due + 1);
    expect(id).toBe(`run-1/flight//1/due-${due + 1}/remind-0`);
    expect(only(b.state(), due + 5 * minute).id).toBe(id);
    b.do({ kind: 'acknowledgeAlert', alert: id });
    a.receive(b);
    expect(told(a.state(), due + 1)).toEqual([]);
    // The next rung is another matter.
    expect(told(a.state(), due + 1 + day)).toEqual(['late tellConductor → ana']);
  });

  it('[X3] [E2] go with their cause, also when it went on time and is heard of late', () => {
    const [a, b] = [begin([step('flight', [], flight)]), makeDevice(sam, 'other', () => due - minute)];
    b.receive(a);
    b.complete('flight');
    expect(told(a.state(), due + 2 * day + 1)).toHaveLength(3);
    a.receive(b);
    expect(computeAlerts(a.state(), due + 2 * day)).toEqual({
      alerts: [],
      coHolders: new Map(),
      nextWakeAt: null,
    });
  });

  it('[X6] are of nothing that waits in a pause, and come back as they were: a pause moves no date', () => {
    const a = begin([step('flight', [], flight), step('pack')]);
    a.do({ kind: 'pauseStep', occurrence: occurrence('flight') });
    expect(told(a.state(), due + 3 * day)).toEqual([]);
    a.do({ kind: 'resumeStep', occurrence: occurrence('flight') });
    a.do({ kind: 'suspendRun' });
    expect(told(a.state(), due + 3 * day)).toEqual([]);
    a.do({ kind: 'resumeRun' });
    expect(only(a.state(), due + 1).since).toBe(due + 1);
  });

  it('of late steps one behind the other are told with the one that can be acted on', () => {
    const a = begin([
      step('flight', [], flight),
      step('hotel', ['flight'], { due: { kind: 'date', date: '2026-03-05' } }),
    ]);
    expect(only(a.state(), due + 12 * 60 * minute)).toMatchObject({
      key: a.of('flight').key,
      alsoLate: [a.of('hotel').key],
    });
  });

  it('[X2] of what became late behind a step are told to whoever had read of that one, and read along by others', () => {
    const hotelDue = Date.UTC(2026, 2, 10, 17);
    const a = begin([
      step('flight', [], flight),
      step('hotel', ['flight'], { due: { kind: 'date', date: '2026-03-10', time: '17:00' } }),
    ]);
    const now = hotelDue + 1;
    const read = (): void => {
      for (const { id, to, readAlong } of computeAlerts(a.state(), now).alerts)
        for (const alert of [id, ...readAlong.map((each) => each.id)])
          for (const { person } of to) a.do({ kind: 'acknowledgeAlert', alert }, { actor: person });
    };
    const [reminder] = computeAlerts(a.state(), due + 1).alerts;
    a.do({ kind: 'acknowledgeAlert', alert: reminder?.id ?? '' }, { actor: sam });
    // Sam had read of the flight; Ana, who conducts, has not.
    const behind = computeAlerts(a.state(), now).alerts.filter(({ key }) => key === a.of('hotel').key);
    expect(behind.map(({ to }) => to.map(({ person }) => person))).toEqual([[sam]]);
    read();
    expect(told(a.state(), now)).toEqual([]);
    expect(told(a.state(), now + day)).toContain('late tellConductor → ana');
    // Its turn has come: that is another matter than waiting for the flight.
    a.complete('flight');
    expect(told(a.state(), now)).toEqual(['late remind → ana']);
  });

  it('[X2] of a date that was moved are told anew, also to whoever had read of it', () => {
    const a = begin([step('flight', [], flight)]);
    a.do({ kind: 'acknowledgeAlert', alert: only(a.state(), due + 1).id }, { actor: sam });
    expect(told(a.state(), due + 1)).toEqual([]);
    const later = { kind: 'date', date: '2026-03-20', time: '17:00' } as const;
    a.do({ kind: 'setStepDue', step: a.of('flight').occurrence.step, due: later });
    expect(told(a.state(), due + 1)).toEqual([]);
    expect(told(a.state(), Date.UTC(2026, 2, 20, 17) + 1)).toEqual(['late remind → sam']);
  });

  it('of a late step whose turn has not come ask those at whom it waits', () => {
    const a = begin([
      step('flight', [], samHas),
      step('hotel', ['flight'], { ...flight, assignee: { kind: 'conductor' } }),
    ]);
    expect(only(a.state(), due + 1)).toMatchObject({ key: a.of('hotel').key, cause: 'late', about: sam });
    expect(told(a.state(), due + 1)).toEqual(['late remind → sam']);
  });

  it('are for the conductor where whoever has it is outside of the household', () => {
    const a = begin([step('flight', [], flight)], [{ id: sam, outside: true }]);
    expect(told(a.state(), due + 1)).toEqual(['late remind → ana']);
  });

  it('name the day a person is away from as their cause, and are for who stands in', () => {
    const away = [{ from: '2026-03-04', to: '2026-03-08', coveredBy: leo }];
    const a = begin([step('flight', [], flight)], [{ id: sam, away }]);
    const leaves = Date.UTC(2026, 2, 4);
    expect(computeAlerts(a.state(), leaves - 1)).toMatchObject({ alerts: [], nextWakeAt: leaves });
    expect(told(a.state(), leaves)).toEqual(['personAway tellConductor → leo']);
    expect(told(a.state(), due + 1)).toEqual(['personAway tellConductor → leo', 'late remind → leo']);
    expect(told(a.state(), Date.UTC(2026, 2, 9))).toContain('late remind → sam');
  });

  it('tell once who was at something in a run that is called off', () => {
    const a = begin([
      step('flight', [], flight),
      step('pack', ['flight'], { assignee: { kind: 'person', person: leo } }),
    ]);
    a.do({ kind: 'cancelRun' });
    expect(told(a.state(), due + day)).toEqual(['runCancelled remind → sam']);
    expect(only(a.state(), due).key).toBeNull();
  });

  it('of what was sent back are for who has to do it again, unless they sent it back themselves', () => {
    const a = begin([step('draft', [], samHas)]);
    a.complete('draft');
    a.reopen('draft');
    expect(told(a.state(), Date.UTC(2026, 2, 2, 9))).toEqual(['rejected remind → sam']);
    a.do({ kind: 'completeStep', occurrence: occurrence('draft', 2) });
    a.do({ kind: 'reopenStep', occurrence: occurrence('draft', 2) }, { actor: sam });
    expect(told(a.state(), due)).toEqual([]);
  });
});
