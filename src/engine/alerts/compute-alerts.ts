/**
 * Alerts: who has to know what, why, since when, and what can be done about it [X1] to [X6].
 *
 * Invariants: a function of (log, now) [E2]; the same on every device [X2]; an alert goes with its cause and
 * with whoever has read it [X3]; nothing here changes what the log folds to [X4] [X5]. Between `now` and
 * `nextWakeAt` the answer stays the same. A late step that waits for one that is told of is told with it.
 */
import { placeOf } from '../../model/place.ts';
import type { PersonId } from '../../model/ids.ts';
import type { OccurrenceKey } from '../../model/occurrence.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { planIndexOf } from '../decide/plan-index.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { awayChanges, findAddressee } from './addressee.ts';
import type { Addressee, Alert } from './alert.ts';
import { findCancelled } from './cancelled-run.ts';
import { findHeldUpBy } from './held-up-by.ts';
import { findIncidents } from './incidents.ts';
import { afterQuiet } from './quiet-hours.ts';
import { findStalls } from './stalls.ts';
import type { Told } from './told.ts';
import { computeWays } from './ways-out.ts';

export interface RunAlerts {
  /** By the plan, then by time. */
  readonly alerts: readonly Alert[];
  /** Backups whose turn it is as well by now, by step; the owner stays, the first to claim or do it holds [X5]. */
  readonly coHolders: ReadonlyMap<OccurrenceKey, PersonId>;
  /** Milliseconds since 1970; null: never, without an event [E3]. */
  readonly nextWakeAt: number | null;
}

interface Kept {
  readonly answer: RunAlerts;
  readonly from: number;
}

const nothing: RunAlerts = { alerts: [], coHolders: new Map(), nextWakeAt: null };
const keptByState = new WeakMap<RunState, Kept>();

/** `now` in milliseconds since 1970. */
export function computeAlerts(state: RunState, now: number): RunAlerts {
  if (state.status !== 'running' && state.status !== 'cancelled') return nothing;
  const kept = keptByState.get(state);
  if (kept !== undefined && now >= kept.from && now < (kept.answer.nextWakeAt ?? Number.POSITIVE_INFINITY))
    return kept.answer;
  const answer = computeAt(state, now);
  keptByState.set(state, { answer, from: now });
  return answer;
}

function computeAt(state: RunState, now: number): RunAlerts {
  let nextWakeAt: number | null = null;
  const hasCome = (at: number): boolean => {
    if (at > now) nextWakeAt = Math.min(nextWakeAt ?? at, at);
    return at <= now;
  };
  const told = state.status === 'running' ? findTold(state, now, hasCome) : findCancelled(state, hasCome);
  for (const at of awayChanges(state)) hasCome(at);
  const zone = state.context?.zone ?? 'UTC';
  const { stepOf } = planIndexOf(state.steps);
  const coHolders = new Map<OccurrenceKey, PersonId>();
  const alerts = new Map<string, Alert>();
  for (const { alsoLate, ...each } of told) {
    const { occurrence, cause, rule, rung, step: name, since, about } = each;
    const key = cause === 'runCancelled' ? null : occurrence.key;
    const [backup] = each.for;
    if (rung === 'addBackup' && backup !== undefined && backup !== null)
      coHolders.set(occurrence.key, backup);
    const id = `${state.run}/${key ?? '-'}/${rule}/${name}`;
    const to = findAddressees(state, each.for, now).flatMap((person): readonly Addressee[] => {
      if (state.acknowledged.get(id)?.has(person) === true) return [];
      const notifyAt = afterQuiet(since, state.personById.get(person), zone);
      hasCome(notifyAt);
      return [{ person, notifyAt }];
    });
    const definition = stepOf(placeOf(occurrence.occurrence));
    if (to.length === 0 || definition === undefined || alerts.has(id)) continue;
    const ways = key === null ? [] : computeWays(each, definition, state);
    alerts.set(id, { id, key, cause, rung, since, to, about, alsoLate, ways });
  }
  return { alerts: [...alerts.values()], coHolders, nextWakeAt };
}

interface ToldWith extends Told {
  readonly alsoLate: readonly OccurrenceKey[];
}

/** What can be acted on first, so that what waits behind it is told with it. */
function findTold(state: RunState, now: number, hasCome: (at: number) => boolean): readonly ToldWith[] {
  const { stepOf } = planIndexOf(state.steps);
  const toldByKey = new Map<OccurrenceKey, readonly Told[]>();
  const behind: { readonly occurrence: OccurrenceState; readonly step: StepDefinition }[] = [];
  for (const [id, occurrence] of state.current) {
    const step = stepOf(id);
    if (step === undefined) continue;
    if (occurrence.status === 'created') {
      if (!occurrence.dormant) behind.push({ occurrence, step });
      continue;
    }
    const own = [
      ...findIncidents(step, occurrence, state, now, hasCome),
      ...findStalls(step, occurrence, state, hasCome),
    ];
    if (own.length > 0) toldByKey.set(occurrence.key, own);
  }
  const alsoLate = new Map<OccurrenceKey, OccurrenceKey[]>();
  for (const { occurrence, step } of behind) {
    const own = findStalls(step, occurrence, state, hasCome);
    if (own.length === 0) continue;
    const before = findHeldUpBy(state, step.id);
    const reasons = before.filter(({ key }) => toldByKey.has(key));
    for (const { key } of reasons) alsoLate.set(key, [...(alsoLate.get(key) ?? []), occurrence.key]);
    // Nobody has been told of what holds it up, so this is how they hear.
    if (reasons.length === 0)
      toldByKey.set(occurrence.key, findStalls(step, occurrence, state, hasCome, before));
  }
  return [...state.current.values()].flatMap(({ key }) =>
    (toldByKey.get(key) ?? []).map((each) => ({ ...each, alsoLate: alsoLate.get(key) ?? [] })),
  );
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
