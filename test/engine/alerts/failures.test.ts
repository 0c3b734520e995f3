import { describe, expect, it } from 'vitest';
import { computeAlerts } from '../../../src/engine/alerts/compute-alerts.ts';
import type { Person } from '../../../src/model/person.ts';
import { retryDelay } from '../../../src/model/ladder.ts';
import {
  ana,
  context,
  leo,
  makeDevice,
  occurrence,
  plan,
  sam,
  startPlan,
  step,
} from '../../support/run-bench.ts';
import { afterQuiet } from '../../../src/engine/alerts/quiet-hours.ts';

const minute = 60_000;
const morning = Date.UTC(2026, 2, 2, 9);

describe('trying again', () => {
  it('[X1] waits twice as long after every failure, up to the longest, and stops when the tries are used up', () => {
    const rule = { attempts: 5, firstDelay: 10, maxDelay: 60 };
    expect([0, 1, 2, 3, 4, 5, 6].map((failed) => retryDelay(rule, failed))).toEqual([
      null,
      10,
      20,
      40,
      60,
      null,
      null,
    ]);
  });

  it('[X1] is told to whoever has it, then it is an incident for the conductor; it goes on at the failed step', () => {
    let now = morning;
    const a = makeDevice(ana, 'phone', () => now);
    const retry = { attempts: 2, firstDelay: 30, maxDelay: 60 };
    const samHas = {
      assignee: { kind: 'person', person: sam },
      backup: { kind: 'person', person: leo },
    } as const;
    a.do(
      startPlan(
        plan([step('dates'), step('access', ['dates'], { ...samHas, retry }), step('welcome', ['access'])]),
      ),
    );
    a.complete('dates');
    a.fail('access');
    expect(computeAlerts(a.state(), now)).toMatchObject({ alerts: [], nextWakeAt: now + 30 * minute });
    const [again] = computeAlerts(a.state(), now + 30 * minute).alerts;
    expect(again).toMatchObject({ cause: 'failed', rung: 'remind', to: [{ person: sam }] });
    expect(again?.ways[0]).toEqual({
      kind: 'retry',
      command: { kind: 'retryStep', occurrence: occurrence('access') },
    });
    now += 30 * minute;
    a.do({ kind: 'retryStep', occurrence: occurrence('access') });
    expect(a.of('dates').status).toBe('completed');
    expect(computeAlerts(a.state(), now).alerts).toEqual([]);
    a.fail('access');
    const [incident] = computeAlerts(a.state(), now).alerts;
    expect(incident).toMatchObject({ cause: 'failed', rung: 'tellConductor', to: [{ person: ana }] });
    expect(incident?.ways[0]).toMatchObject({ kind: 'handOver', person: leo });
    expect(a.of('welcome').blocked).toBe(true);
  });
});

describe('quiet hours', () => {
  const person = (more: Partial<Person>): Person => ({ id: sam, name: 'Sam', colour: 'sky', ...more });
  const quiet = { from: '22:00', to: '07:00' };
  const cases: readonly (readonly [string, string, Partial<Person>, string])[] = [
    ['outside of them', '2026-03-02T21:59:00Z', { quiet }, '2026-03-02T21:59:00Z'],
    ['over midnight, before it', '2026-03-02T22:00:00Z', { quiet }, '2026-03-03T07:00:00Z'],
    ['over midnight, after it', '2026-03-03T06:59:59Z', { quiet }, '2026-03-03T07:00:00Z'],
    ['at their end', '2026-03-03T07:00:00Z', { quiet }, '2026-03-03T07:00:00Z'],
    [
      'within a day',
      '2026-03-02T12:30:00Z',
      { quiet: { from: '12:00', to: '13:00' } },
      '2026-03-02T13:00:00Z',
    ],
    [
      'when both are the same: none',
      '2026-03-02T23:00:00Z',
      { quiet: { from: '00:00', to: '00:00' } },
      '2026-03-02T23:00:00Z',
    ],
    ['in their own zone', '2026-03-02T13:30:00Z', { quiet, zone: 'Asia/Tokyo' }, '2026-03-02T22:00:00Z'],
    ['over the night that spring makes shorter', '2026-03-28T23:00:00Z', { quiet }, '2026-03-29T06:00:00Z'],
    ['over the night that autumn makes longer', '2026-10-24T22:30:00Z', { quiet }, '2026-10-25T07:00:00Z'],
    ['for who has not said', '2026-03-02T23:00:00Z', {}, '2026-03-03T07:00:00Z'],
  ];

  it.each(cases)('[X3] %s', (_, at, more, then) => {
    expect(new Date(afterQuiet(Date.parse(at), person(more), 'Europe/Lisbon')).toISOString()).toBe(
      new Date(then).toISOString(),
    );
  });

  it('[X3] delay the telling and not the fact', () => {
    const a = makeDevice(ana, 'phone', () => morning);
    const people = context.people.map((each) => (each.id === ana ? { ...each, quiet } : each));
    a.do(
      startPlan(plan([step('x', [], { due: { kind: 'date', date: '2026-03-02', time: '23:00' } })]), {
        context: { ...context, people },
      }),
    );
    const since = Date.UTC(2026, 2, 2, 23) + 1;
    const wake = Date.UTC(2026, 2, 3, 7);
    expect(computeAlerts(a.state(), since)).toMatchObject({
      alerts: [{ since, to: [{ person: ana, notifyAt: wake }] }],
      nextWakeAt: wake,
    });
  });
});
