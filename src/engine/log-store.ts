/**
 * A run's events sorted by what reads them, each list in total order. Nothing here depends on the plan,
 * so events that come before `run.started` wait in their places.
 */
import { isOpaque, type LogEvent, type OpaqueEvent, type RunEvent, type RunEventOf } from '../model/event.ts';
import type { FactId, PersonId, StepId } from '../model/ids.ts';
import { placeOf } from '../model/place.ts';
import { type ByIteration, createByIteration, getIteration, setIteration } from './by-iteration.ts';
import { addToOccurrenceLog, createOccurrenceLog, type OccurrenceLog } from './occurrence-log.ts';
import { insertInOrder, mergeInOrder } from './total-order.ts';

/** By iteration; the same object for as long as the store lives. */
export type StepLogs = ByIteration<OccurrenceLog>;

export interface LogStore {
  readonly history: LogEvent[];
  readonly opaque: OpaqueEvent[];
  readonly runLevel: RunEvent[];
  readonly setsByFact: Map<FactId, RunEventOf<'fact.set/1'>[]>;
  /** By place. */
  readonly logs: Map<StepId, StepLogs>;
  readonly acknowledged: Map<string, Set<PersonId>>;
}

export interface LogTouch {
  readonly run: () => void;
  readonly fact: (fact: FactId) => void;
  /** `logs`: all of the step. */
  readonly pass: (step: StepId, iteration: number, logs: StepLogs) => void;
}

type Compare = (a: Pick<LogEvent, 'id'>, b: Pick<LogEvent, 'id'>) => number;

export function createLogStore(): LogStore {
  return {
    history: [],
    opaque: [],
    runLevel: [],
    setsByFact: new Map(),
    logs: new Map(),
    acknowledged: new Map(),
  };
}

/** Adds events whose places are known; tells `touch` what they are about. */
export function addToLogStore(
  store: LogStore,
  events: readonly LogEvent[],
  compare: Compare,
  touch: LogTouch,
): void {
  // Nearly always it is one, and it comes last.
  const [only] = events;
  if (events.length === 1 && only !== undefined) {
    insertInOrder(store.history, only, compare);
    sortIn(store, only, compare, touch);
    return;
  }
  const sorted = isInOrder(events, compare) ? events : events.toSorted(compare);
  mergeInOrder(store.history, sorted, compare);
  for (const event of sorted) sortIn(store, event, compare, touch);
}

/** Nearly always: whoever wrote them wrote them so. */
function isInOrder(events: readonly LogEvent[], compare: Compare): boolean {
  return events.every((event, index) => index === 0 || compare(events[index - 1] as LogEvent, event) < 0);
}

function sortIn(store: LogStore, event: LogEvent, compare: Compare, touch: LogTouch): void {
  if (isOpaque(event)) insertInOrder(store.opaque, event, compare);
  else if (event.type.startsWith('run.') || event.type.startsWith('item.')) {
    insertInOrder(store.runLevel, event, compare);
    touch.run();
  } else if (event.type === 'fact.set/1') {
    insertInOrder(
      entryOf(store.setsByFact, event.data.fact, () => []),
      event,
      compare,
    );
    touch.fact(event.data.fact);
  } else if (event.type === 'alert.acknowledged/1') {
    const readers = entryOf(store.acknowledged, event.data.alert, () => new Set<PersonId>());
    readers.add(event.onBehalfOf ?? event.actor);
  } else if (event.occurrence !== undefined) {
    const { iteration } = event.occurrence;
    const step = placeOf(event.occurrence);
    const logs = entryOf(store.logs, step, createByIteration<OccurrenceLog>);
    const log = getIteration(logs, iteration) ?? createOccurrenceLog();
    addToOccurrenceLog(log, event, compare);
    setIteration(logs, iteration, log);
    touch.pass(step, iteration, logs);
  }
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
