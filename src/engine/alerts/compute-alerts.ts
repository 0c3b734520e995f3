/**
 * Alerts: who has to know what, why, since when, and what can be done about it [X1] to [X6].
 *
 * Invariants: a function of (log, now) [E2]; the same on every device [X2]; an alert goes with its cause and
 * with whoever has read it [X3]; nothing here changes what the log folds to [X4] [X5]. Between `now` and
 * `nextWakeAt` the answer stays the same. A late step that waits for one that is told of is told with it, to
 * whoever has yet to read of that one.
 */
import type { PersonId } from '../../model/ids.ts';
import type { OccurrenceKey } from '../../model/occurrence.ts';
import type { RunState } from '../run-state.ts';
import { awayChanges, findAddressee } from './addressee.ts';
import type { Addressee, Alert } from './alert.ts';
import { findCancelled } from './cancelled-run.ts';
import { findLateUndos } from './late-undos.ts';
import { findForgottenPauses } from './pauses.ts';
import { findTold, type LateBehind, type ToldWith } from './find-told.ts';
import { afterQuiet } from './quiet-hours.ts';
import type { HasCome, Told } from './told.ts';
import { computeWays } from './ways-out.ts';

export interface RunAlerts {
  /** By the plan, then by time. */
  readonly alerts: readonly Alert[];
  /** Backups whose turn it is as well by now, by step; the owner stays, the first to claim or do it holds [X5]. */
  readonly coHolders: ReadonlyMap<OccurrenceKey, PersonId>;
  /** Milliseconds since 1970; null: never, without an event [E3]. */
  readonly nextWakeAt: number | null;
}

/** Only steps have others behind them. */
type TellableWith = Told & Partial<Pick<ToldWith, 'alsoLate'>>;

interface Kept {
  readonly answer: RunAlerts;
  readonly from: number;
}

const nothing: RunAlerts = { alerts: [], coHolders: new Map(), nextWakeAt: null };
const keptByState = new WeakMap<RunState, Kept>();

/** `now` in milliseconds since 1970. */
export function computeAlerts(state: RunState, now: number): RunAlerts {
  if (state.status === 'notStarted' || state.status === 'finished') return nothing;
  const kept = keptByState.get(state);
  if (kept !== undefined && now >= kept.from && now < (kept.answer.nextWakeAt ?? Number.POSITIVE_INFINITY))
    return kept.answer;
  const answer = computeAt(state, now);
  keptByState.set(state, { answer, from: now });
  return answer;
}

function computeAt(state: RunState, now: number): RunAlerts {
  let nextWakeAt: number | null = null;
  const hasCome: HasCome = (at) => {
    if (at > now) nextWakeAt = Math.min(nextWakeAt ?? at, at);
    return at <= now;
  };
  const going = state.status === 'running' ? findTold(state, now, hasCome) : { told: none, behind: none };
  const told: readonly TellableWith[] = [
    ...going.told,
    ...findCancelled(state, hasCome),
    ...findForgottenPauses(state, hasCome),
    ...findLateUndos(state, hasCome),
  ];
  for (const at of awayChanges(state)) hasCome(at);
  const coHolders = new Map<OccurrenceKey, PersonId>();
  for (const { rung, occurrence, for: whom } of told) {
    const [backup] = whom;
    if (rung === 'addBackup' && occurrence !== null && backup !== undefined && backup !== null)
      coHolders.set(occurrence.key, backup);
  }
  const alertsByKey = new Map<OccurrenceKey | null, MadeAlert[]>();
  for (const each of told) {
    const alert = tellThem(state, now, each, findUnread(state, now, each), hasCome);
    if (alert !== null) addTo(alertsByKey, alert);
  }
  for (const late of going.behind) tellBehind(state, now, late, alertsByKey, hasCome);
  const keys = [...state.occurrences.keys(), null];
  return { alerts: keys.flatMap((key) => alertsByKey.get(key) ?? []), coHolders, nextWakeAt };
}

const none: readonly never[] = [];

function addTo(alertsByKey: Map<OccurrenceKey | null, MadeAlert[]>, alert: MadeAlert): void {
  const known = alertsByKey.get(alert.key);
  if (known === undefined) alertsByKey.set(alert.key, [alert]);
  else if (known.every(({ id }) => id !== alert.id)) known.push(alert);
}

/**
 * A late step behind another is told with it to whoever has yet to read of that one, and by itself to whoever
 * has: what became late since is news to them.
 */
function tellBehind(
  state: RunState,
  now: number,
  { told, reasons }: LateBehind,
  alertsByKey: Map<OccurrenceKey | null, MadeAlert[]>,
  hasCome: HasCome,
): void {
  const before = reasons.flatMap((key) => alertsByKey.get(key) ?? []);
  for (const each of told) {
    // Read along with another it is read until its turn comes, and no longer.
    const id = `${idOf(state, each)}-along`;
    const readers = state.acknowledged.get(id);
    const alone: PersonId[] = [];
    for (const person of findUnread(state, now, each)) {
      if (readers?.has(person) === true) continue;
      const covering = before.filter(({ to }) => to.some((one) => one.person === person));
      for (const alert of covering) alert.readAlong.push({ id, person });
      if (covering.length === 0) alone.push(person);
    }
    const alert = tellThem(state, now, each, alone, hasCome);
    if (alert !== null) addTo(alertsByKey, alert);
  }
}

function idOf({ run }: RunState, told: Told): string {
  return `${run}/${told.occurrence?.key ?? '-'}/${told.rule}/${told.step}`;
}

/** Those of whom it is for who have not said that they know. */
function findUnread(state: RunState, now: number, told: Told): readonly PersonId[] {
  const readers = state.acknowledged.get(idOf(state, told));
  return findAddressees(state, told.for, now).filter((person) => readers?.has(person) !== true);
}

/** Null where nobody is left to be told. */
function tellThem(
  state: RunState,
  now: number,
  { alsoLate = none, ...told }: TellableWith,
  people: readonly PersonId[],
  hasCome: HasCome,
): MadeAlert | null {
  const { occurrence, cause, rung, since, about } = told;
  const to = people.map((person): Addressee => {
    const notifyAt = afterQuiet(since, state.personById.get(person), state.context?.zone ?? 'UTC');
    hasCome(notifyAt);
    return { person, notifyAt };
  });
  if (to.length === 0) return null;
  const ways = computeWays(told, state);
  return {
    id: idOf(state, told),
    key: occurrence?.key ?? null,
    cause,
    rung,
    since,
    to,
    about,
    alsoLate,
    readAlong: [],
    ways,
  };
}

/** While it is made. */
interface MadeAlert extends Alert {
  readonly readAlong: { readonly id: string; readonly person: PersonId }[];
}

/** Each once, in the order given. */
function findAddressees(
  state: RunState,
  wanted: readonly (PersonId | null)[],
  now: number,
): readonly PersonId[] {
  const found = wanted.map((person) => findAddressee(state, person ?? state.conductor, now));
  return [...new Set(found.filter((person) => person !== null))];
}
