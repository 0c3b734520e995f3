/**
 * A run's log as a set [E1]: drops repeats, settles two events of one id, keeps the losers. What is in the
 * set is kept by whoever folds it, in the causal graph; here is only what is aside.
 *
 * Invariants: of two different contents under one id the lowest canonical JSON wins, wherever and
 * whenever they arrive [E7]; nothing that was given is dropped, it is either in the set or aside.
 */
import { canonicalJson } from '../model/canonical-json.ts';
import { encodeLogEntry } from '../model/decode-event.ts';
import type { LogEvent } from '../model/event.ts';
import type { EventId, RunId } from '../model/ids.ts';

export interface EventSetChange {
  /** Events that are new under their id. */
  readonly added: readonly LogEvent[];
  /** By id: what takes the place of an event that was already folded, a rival of the same id. */
  readonly replaced: ReadonlyMap<EventId, LogEvent>;
  /** True when something new was put aside. */
  readonly asideGrew: boolean;
}

export interface EventSet {
  /** `known`: finds the event that is folded under an id. */
  readonly add: (events: readonly LogEvent[], known: Known) => EventSetChange;
  /** In an order that does not depend on arrival. */
  readonly aside: () => readonly LogEvent[];
}

type Known = (id: EventId) => LogEvent | undefined;

const none: readonly never[] = [];
const nothingReplaced: ReadonlyMap<EventId, LogEvent> = new Map();

export function createEventSet(run: RunId): EventSet {
  const asideByContent = new Map<string, LogEvent>();

  function add(events: readonly LogEvent[], known: Known): EventSetChange {
    const first = events[0];
    // One more that nobody had: nearly always.
    if (events.length === 1 && first !== undefined && first.run === run && known(first.id) === undefined)
      return { added: events, replaced: nothingReplaced, asideGrew: false };
    const asideBefore = asideByContent.size;
    const added = new Map<EventId, LogEvent>();
    const replaced = new Map<EventId, LogEvent>();
    for (const event of events) {
      const { id } = event;
      if (event.run !== run) {
        asideByContent.set(contentOf(event), event);
        continue;
      }
      const folded = known(id);
      const place = folded === undefined ? added : replaced;
      const before = place.get(id) ?? folded;
      if (before === undefined || (before !== event && settleRivals(before, event))) place.set(id, event);
    }
    return { added: [...added.values()], replaced, asideGrew: asideByContent.size > asideBefore };
  }

  /** True when the newcomer wins. */
  function settleRivals(known: LogEvent, newcomer: LogEvent): boolean {
    const [knownContent, newContent] = [contentOf(known), contentOf(newcomer)];
    if (knownContent === newContent) return false;
    const wins = newContent < knownContent;
    if (wins) asideByContent.set(knownContent, known);
    else asideByContent.set(newContent, newcomer);
    return wins;
  }

  function aside(): readonly LogEvent[] {
    if (asideByContent.size === 0) return none;
    const entries = [...asideByContent].sort(([a], [b]) => (a < b ? -1 : 1));
    return entries.map(([, event]) => event);
  }

  return { add, aside };
}

function contentOf(event: LogEvent): string {
  return canonicalJson(encodeLogEntry(event));
}
