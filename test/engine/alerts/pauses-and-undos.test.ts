import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/engine/alerts/alert.ts';
import { computeAlerts } from '../../../src/engine/alerts/compute-alerts.ts';
import type { Command } from '../../../src/model/command.ts';
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

const [hour, day] = [3_600_000, 86_400_000];
const began = Date.UTC(2026, 2, 2, 9);
const lastDay = Date.UTC(2026, 2, 20, 12);
const cancelBy = { kind: 'date', date: '2026-03-20', time: '12:00' } as const;
const samHas = { assignee: { kind: 'person', person: sam } } as const;

/** Everything happens at `began`, and Ana conducts. */
function begin(steps: readonly StepDefinition[]): Device {
  const device = makeDevice(ana, 'phone', () => began);
  device.do(startPlan(plan(steps), { context }));
  return device;
}

const lineOf = ({ cause, rung, to }: Alert): string =>
  `${cause} ${rung} → ${to.map(({ person }) => person).join(', ')}`;
const told = (device: Device, at: number): readonly string[] =>
  computeAlerts(device.state(), at).alerts.map(lineOf);
const kinds = ({ ways }: Alert): readonly string[] => ways.map(({ kind }) => kind);
const only = (device: Device, at: number): Alert => {
  const [first, ...more] = computeAlerts(device.state(), at).alerts;
  if (first === undefined || more.length > 0) throw new Error(`${more.length + 1} alerts`);
  return first;
};

describe('what is paused', () => {
  const pause: Command = { kind: 'pauseStep', occurrence: occurrence('pack') };

  it('[X7] is told to who paused it and who conducts after a week, with the way on, and goes when it goes on', () => {
    const a = begin([step('pack', [], samHas), step('post', ['pack'])]);
    a.do(pause, { actor: sam });
    expect(told(a, began + 7 * day - 1)).toEqual([]);
    expect(computeAlerts(a.state(), began).nextWakeAt).toBe(began + 7 * day);
    const alert = only(a, began + 7 * day);
    expect(lineOf(alert)).toBe('paused remind → sam, ana');
    expect(alert).toMatchObject({ key: a.of('pack').key, about: sam });
    expect(alert.ways[0]).toEqual({ kind: 'goOn', command: { ...pause, kind: 'resumeStep' } });
    expect(kinds(alert)).toEqual(['goOn', 'ask', 'open', 'cancelStep']);
    a.do({ kind: 'resumeStep', occurrence: occurrence('pack') });
    expect(told(a, began + 30 * day)).toEqual([]);
  });

  it('[X7] [X2] is told again each week, four times at most, under ids that are the same everywhere', () => {
    const [a, b] = [begin([step('pack', [], samHas)]), makeDevice(sam, 'other', () => began)];
    const [made] = a.do(pause, { actor: sam });
    b.receive(a);
    const ids = (device: Device, at: number): readonly string[] =>
      computeAlerts(device.state(), at).alerts.map(({ id }) => id);
    const all = [1, 2, 3, 4].map((week) => `run-1/pack//1/paused-${made?.id}/week-${week}`);
    expect(ids(a, began + 21 * day)).toEqual(all.slice(0, 3));
    expect(ids(b, began + 400 * day)).toEqual(all);
    b.do({ kind: 'acknowledgeAlert', alert: all[0] ?? '' });
    expect(computeAlerts(b.state(), began + 8 * day).alerts).toMatchObject([{ to: [{ person: ana }] }]);
  });

  it('[X7] of the whole run is told once for all of it, also while steps of it are paused', () => {
    const a = begin([step('pack', [], samHas), step('post')]);
    a.do(pause, { actor: sam });
    a.do({ kind: 'suspendRun', reason: 'Holidays' }, { actor: leo });
    const alert = only(a, began + 7 * day);
    expect(alert).toMatchObject({ key: null, cause: 'paused', about: leo });
    expect(alert.to.map(({ person }) => person)).toEqual([leo, ana]);
    expect(alert.ways).toEqual([
      { kind: 'goOn', command: { kind: 'resumeRun' } },
      { kind: 'cancelRun', command: { kind: 'cancelRun' } },
    ]);
    a.do({ kind: 'resumeRun' });
    // What Sam paused in it still is.
    expect(only(a, began + 7 * day).key).toBe(a.of('pack').key);
  });

  it('[X7] [X3] is told after quiet hours', () => {
    const a = makeDevice(ana, 'phone', () => Date.UTC(2026, 2, 2, 23));
    a.do(startPlan(plan([step('pack', [], samHas)]), { context }));
    a.do(pause);
    const { since, to } = only(a, Date.UTC(2026, 2, 9, 23));
    expect(since).toBe(Date.UTC(2026, 2, 9, 23));
    expect(to[0]?.notifyAt).toBeGreaterThan(since);
  });
});

describe('an undo step', () => {
  const hotel = (undo: Partial<NonNullable<StepDefinition['undo']>> = {}): StepDefinition =>
    step('hotel', [], { ...samHas, undo: { title: 'Cancel the hotel', ...undo } });

  function askedFor(undo: Partial<NonNullable<StepDefinition['undo']>> = {}): Device {
    const device = begin([hotel(undo)]);
    device.do({ kind: 'completeStep', occurrence: occurrence('hotel') }, { actor: sam });
    device.do({ kind: 'startUndo', occurrence: occurrence('hotel') });
    return device;
  }

  it('[X8] with a last day reminds whoever has it a day before, and tells who conducts as well when it is over', () => {
    const a = askedFor({ cancelBy });
    expect(told(a, lastDay - day - 1)).toEqual([]);
    expect(told(a, lastDay - day)).toEqual(['undo remind → sam']);
    expect(told(a, lastDay)).toEqual(['undo remind → sam']);
    expect(told(a, lastDay + 1)).toEqual(['undo remind → sam', 'undo tellConductor → sam, ana']);
    const [reminder, late] = computeAlerts(a.state(), lastDay + 1).alerts;
    expect(reminder && kinds(reminder)).toEqual(['undone', 'choosePerson', 'open', 'leave']);
    expect(late && kinds(late)).toEqual(['choosePerson', 'undone', 'open', 'leave']);
    a.do({ kind: 'recordUndone', occurrence: occurrence('hotel') });
    expect(told(a, lastDay + 9 * day)).toEqual([]);
  });

  it('[X8] without one reminds after two days and tells who conducts after four', () => {
    const a = askedFor();
    expect(told(a, began + 2 * day - hour)).toEqual([]);
    expect(told(a, began + 2 * day)).toEqual(['undo remind → sam']);
    expect(told(a, began + 4 * day)).toEqual(['undo remind → sam', 'undo tellConductor → ana']);
    a.do({ kind: 'declineUndo', occurrence: occurrence('hotel') });
    expect(told(a, began + 9 * day)).toEqual([]);
  });

  it('[X8] is told to whom it was handed, and anew when it did not work', () => {
    const a = askedFor();
    a.do({ kind: 'handUndo', occurrence: occurrence('hotel'), to: leo });
    expect(told(a, began + 2 * day)).toEqual(['undo remind → leo']);
    const { id } = only(a, began + 2 * day);
    a.do({ kind: 'acknowledgeAlert', alert: id }, { actor: leo });
    expect(told(a, began + 2 * day)).toEqual([]);
    const later = makeDevice(leo, 'other', () => began + 3 * day);
    later.receive(a);
    later.do({ kind: 'failUndo', occurrence: occurrence('hotel'), reason: 'Closed' });
    expect(told(later, began + 5 * day)).toEqual(['undo remind → leo']);
  });

  it('[X8] [J7] is told of a run that was called off, or is paused, and of a last day that was over by then at once', () => {
    const a = begin([hotel({ cancelBy }), step('pack', ['hotel'])]);
    a.do({ kind: 'completeStep', occurrence: occurrence('hotel') }, { actor: sam });
    expect(told(a, lastDay + day)).toEqual([]);
    const late = makeDevice(ana, 'other', () => lastDay + 2 * day);
    late.receive(a);
    late.do({ kind: 'cancelRun' });
    expect(told(late, lastDay + 2 * day)).toContain('undo tellConductor → sam, ana');
    expect(told(late, lastDay + 2 * day)).not.toContain('undo remind → sam');
    const b = askedFor({ cancelBy });
    b.do({ kind: 'suspendRun' });
    expect(told(b, lastDay - day)).toContain('undo remind → sam');
  });
});
