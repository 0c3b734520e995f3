/**
 * A device looks at its clock: tells its person what they are to be told, and says when to look again. And who
 * knows everything keeps the record of what was late, forgotten or left lying, and of alerts that told of it.
 */
import type { Alert } from '../../src/engine/alerts/alert.ts';
import { computeAlerts, type RunAlerts } from '../../src/engine/alerts/compute-alerts.ts';
import { computeNextWakeAt } from '../../src/engine/alerts/next-wake.ts';
import { computeCaretaker, isAway } from '../../src/engine/away.ts';
import { type Author, decide } from '../../src/engine/decide.ts';
import type { OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import { isOpaque } from '../../src/model/event.ts';
import { asId, type DeviceId, type PersonId } from '../../src/model/ids.ts';
import { day } from './habits.ts';
import { findOverdue, type Overdue, titleOf } from './overdue.ts';
import type { Telling } from './outcome.ts';
import { clockOf, type SimulatedDevice, type World } from './world.ts';

/** How long an alert may be still to come for a step that is late already. */
const patience = day;

/** `tell`: the person heard something new. Returns when to look again by the right time; Infinity: never. */
export function watchDevice(world: World, device: SimulatedDevice, tell: (person: PersonId) => void): number {
  const { state } = device.fold;
  const clock = clockOf(world, device);
  const { alerts } = computeAlerts(state, clock);
  for (const alert of alerts) {
    const mine = alert.to.find(({ person }) => person === device.person);
    if (mine === undefined || mine.notifyAt > clock || device.told.has(alert.id)) continue;
    device.told.add(alert.id);
    noteTelling(world, device, alert);
    tell(device.person);
  }
  noteSilences(world, state, clock, device.id);
  const wake = computeNextWakeAt(state, clock);
  return wake === null ? Infinity : wake - device.skew;
}

/** As if it were a device of nobody's. */
export function watchWitness(world: World): number {
  const { state } = world.relay.witness;
  const { now, record } = world;
  const overdue = findOverdue(state, now);
  const names = new Set(overdue.map(({ name }) => name));
  for (const each of record.lateness) if (each.to === null && !names.has(each.name)) each.to = now;
  const told =
    overdue.length === 0 ? [] : [...alertsUnread(state, now).alerts, ...computeAlerts(state, now).alerts];
  for (const { name, title, isToldBy } of overdue) {
    let lasting = record.lateness.find((each) => each.name === name && each.to === null);
    if (lasting === undefined) {
      const before = record.lateness.findLast((each) => each.name === name);
      lasting = { name, title, from: now, to: null, alerts: new Set(before?.alerts) };
      record.lateness.push(lasting);
    }
    for (const alert of told) if (isToldBy(alert)) lasting.alerts.add(alert.id);
  }
  noteSilences(world, state, now, null);
  return computeNextWakeAt(state, now) ?? Infinity;
}

/** What would be told had nobody read anything. */
function alertsUnread(state: RunState, clock: number): RunAlerts {
  if (state.acknowledged.size === 0) return computeAlerts(state, clock);
  const unread: RunState = Object.create(state, { acknowledged: { value: new Map() } });
  return computeAlerts(unread, clock);
}

function noteSilences(world: World, state: RunState, clock: number, device: DeviceId | null): void {
  const overdue = findOverdue(state, clock);
  if (overdue.length === 0) return;
  const { alerts } = computeAlerts(state, clock);
  const { record } = world;
  for (const each of overdue) {
    const { name, title, isToldBy } = each;
    if (alerts.some(isToldBy) || record.read.has(name) || isToCome(state, clock, each)) continue;
    if (record.silences.some((known) => known.device === device && known.name === name)) continue;
    record.silences.push({ device, name, title, at: world.now });
  }
}

function isToCome(state: RunState, clock: number, { isToldBy }: Overdue): boolean {
  return alertsUnread(state, clock + patience).alerts.some(
    (alert) => isToldBy(alert) && alert.since > clock && !state.acknowledged.has(alert.id),
  );
}

function noteTelling(world: World, device: SimulatedDevice, alert: Alert): void {
  const { state } = device.fold;
  const clock = clockOf(world, device);
  const current = alert.key === null ? undefined : state.occurrences.get(alert.key);
  const author: Author = {
    actor: device.person,
    device: device.id,
    now: clock,
    commandId: asId<DeviceId>('offered'),
  };
  const refused = alert.ways.filter((way) => 'command' in way && !decide(way.command, state, author).ok);
  world.record.tellings.push({
    person: device.person,
    device: device.id,
    at: world.now,
    id: alert.id,
    key: alert.key,
    title: alert.key === null ? state.title : titleOf(state, alert.key),
    cause: alert.cause,
    rung: alert.rung,
    since: alert.since,
    about: alert.about,
    due: dueOf(alert, current, clock),
    pausedAt: (alert.key === null ? state : current)?.pause?.since ?? null,
    details: current === undefined ? [] : detailsOf(state, current),
    alsoLate: alert.alsoLate.map((key) => titleOf(state, key)),
    early: current?.status === 'created',
    alreadyRead: device.log.some(
      (event) =>
        !isOpaque(event) &&
        event.type === 'alert.acknowledged/1' &&
        event.data.alert === alert.id &&
        (event.onBehalfOf ?? event.actor) === device.person,
    ),
    canAct: canAct(state, device.person, clock),
    ways: alert.ways.map(({ kind }) => kind),
    refusedWays: refused.map(({ kind }) => kind),
  });
}

function canAct({ context, conductor, personById }: RunState, person: PersonId, clock: number): boolean {
  const known = personById.get(person);
  if (context === null || known === undefined || known.outside === true) return false;
  if (!isAway(known, clock, context.zone)) return true;
  // Away like whoever would see to it: then they read it when they are back [H3].
  return computeCaretaker(context, conductor, clock) === null;
}

function detailsOf(state: RunState, current: OccurrenceState): readonly string[] {
  const { status, reason, waitingOn, missingFacts } = current;
  return [
    ...(status === 'failed' && reason !== null ? [reason] : []),
    ...(waitingOn === null ? [] : [waitingOn.on]),
    ...missingFacts.flatMap((fact) => state.facts.get(fact)?.definition.name ?? []),
  ];
}

function dueOf({ cause }: Alert, current: OccurrenceState | undefined, clock: number): Telling['due'] {
  const at = cause === 'undo' ? current?.undo?.cancelBy : current?.dueAt;
  if (current === undefined || at === undefined || at === null) return null;
  const hasTime = cause === 'undo' ? current.undo?.cancelByHasTime === true : current.dueHasTime;
  return { at, hasTime, late: clock > at };
}
