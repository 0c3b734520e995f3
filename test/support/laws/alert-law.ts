/** Alerts are a function of (log, now), tell of every late step, and offer nothing that would be refused. */
import { placeOf } from '../../../src/model/place.ts';
import { deepStrictEqual, ok } from 'node:assert/strict';
import type { Alert } from '../../../src/engine/alerts/alert.ts';
import { computeAlerts, type RunAlerts } from '../../../src/engine/alerts/compute-alerts.ts';
import { ladderOf } from '../../../src/engine/alerts/ladder-of.ts';
import { decide } from '../../../src/engine/decide.ts';
import { foldRun } from '../../../src/engine/fold-run.ts';
import type { OccurrenceState, RunState } from '../../../src/engine/run-state.ts';
import { isUndoOpen } from '../../../src/engine/undo-state.ts';
import { computeTimed } from '../../../src/engine/timed.ts';
import { asId, type DeviceId, type PersonId } from '../../../src/model/ids.ts';
import { type Random, shuffle } from '../random.ts';
import { run } from '../run-bench.ts';
import { folded } from './folded.ts';
import type { Law } from './law.ts';

const start = Date.UTC(2026, 2, 2, 9);
const dayMs = 86_400_000;
const nobody = asId<PersonId>('visitor');

/** Mostly in the weeks of the plan, now and then years later. */
function randomNow(random: Random): number {
  return start + Math.floor((random() < 0.8 ? random() * 30 : random() * 1000) * dayMs);
}

/** Of a state of its own, which nobody has asked before. */
function alertsAt(subject: { readonly events: Parameters<typeof foldRun>[1] }, now: number): RunAlerts {
  return computeAlerts(foldRun(run, subject.events), now);
}

function expectOpen(
  state: RunState,
  occurrence: OccurrenceState,
  { id, cause }: Pick<Alert, 'id' | 'cause'>,
): void {
  ok(state.current.get(placeOf(occurrence.occurrence)) === occurrence, id);
  const over = ['skipped', 'withdrawn', 'terminated'];
  ok(!over.includes(occurrence.status), `${id} of what is ${occurrence.status}`);
  ok((occurrence.status === 'suspended') === (cause === 'paused'), `${id} of what is ${occurrence.status}`);
  ok(occurrence.status !== 'completed' || cause === 'factChanged', `${id} of what is done`);
}

function expectActable(state: RunState, { alerts }: RunAlerts, now: number): void {
  for (const { id, key, ways, cause } of alerts) {
    const occurrence = key === null ? undefined : state.occurrences.get(key);
    if (key !== null) {
      ok(occurrence !== undefined, id);
      if (cause === 'undo') ok(isUndoOpen(occurrence.undo), `${id} of what nobody is to undo`);
      else expectOpen(state, occurrence, { id, cause });
    }
    for (const way of ways) {
      if (!('command' in way)) continue;
      const author = { actor: nobody, device: asId<DeviceId>('law'), now, commandId: 'way' };
      const made = decide(way.command, state, author);
      ok(made.ok, `${id} offers ${JSON.stringify(way)}, and is refused ${JSON.stringify(made)}`);
    }
  }
}

/** A ladder that has a line leaves nobody out: a late step is told of, or with the one it waits for. */
function expectNobodySilentlyLate(state: RunState, { alerts }: RunAlerts, now: number): void {
  if (state.acknowledged.size > 0) return;
  const told = new Set(alerts.flatMap(({ key, alsoLate }) => [key, ...alsoLate]));
  for (const key of computeTimed(state, now).late) {
    const occurrence = state.occurrences.get(key);
    const place = occurrence && placeOf(occurrence.occurrence);
    const step = state.steps.find(({ id }) => id === place);
    if (step === undefined || occurrence?.dormant === true) continue;
    if (ladderOf(step, state.workflow?.definition).rungs.length > 0)
      ok(told.has(key), `${key} is silently late`);
  }
}

export const alertLaws: readonly Law[] = [
  {
    name: '[X2] [E1] alerts are the same whatever the order in which the log came',
    every: 5,
    hold: ({ events }, random) => {
      const now = randomNow(random);
      deepStrictEqual(alertsAt({ events: shuffle(random, events) }, now), alertsAt({ events }, now));
    },
  },
  {
    name: '[E3] between an instant and nextWakeAt alerts stay as they are',
    every: 3,
    hold: ({ events }, random) => {
      const now = randomNow(random);
      const { nextWakeAt, ...answer } = alertsAt({ events }, now);
      const end = nextWakeAt ?? now + 400 * dayMs;
      ok(end > now);
      for (const later of [now + Math.floor(random() * (end - now)), end - 1]) {
        const { nextWakeAt: _, ...then } = alertsAt({ events }, later);
        deepStrictEqual(then, answer);
      }
    },
  },
  {
    name: '[M2] [X4] alerts are of what somebody can act on, and what they offer would not be refused',
    hold: ({ events }, random) => {
      const state = folded(events);
      const now = randomNow(random);
      const alerts = computeAlerts(state, now);
      expectActable(state, alerts, now);
      expectNobodySilentlyLate(state, alerts, now);
      const ids = alerts.alerts.map(({ id }) => id);
      deepStrictEqual(ids, [...new Set(ids)], 'no alert twice');
    },
  },
];
