/**
 * A run's log as a set [E1]: drops repeats, settles two events of one id, keeps the losers.
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
  /** True when an event that was already folded lost its place to a rival of the same id. */
  readonly replaced: boolean;
  /** True when something new was put aside. */
  readonly asideGrew: boolean;
}

export interface EventSet {
  readonly add: (events: readonly LogEvent[]) => EventSetChange;
  readonly byId: ReadonlyMap<EventId, LogEvent>;
  /** In an order that does not depend on arrival. */
  readonly aside: () => readonly LogEvent[];
}

const none: readonly never[] = [];

export function createEventSet(run: RunId): EventSet {
  const byId = new Map<EventId, LogEvent>();
  const asideByContent = new Map<string, LogEvent>();

  function add(events: readonly LogEvent[]): EventSetChange {
    const first = events[0];
    // One more that nobody had: nearly always.
    if (events.length === 1 && first !== undefined && first.run === run && !byId.has(first.id)) {
      byId.set(first.id, first);
      return { added: events, replaced: false, asideGrew: false };
    }
    const added: LogEvent[] = [];
    const asideBefore = asideByContent.size;
    let replaced = false;
    for (const event of events) {
      const known = byId.get(event.id);
      if (event.run !== run) asideByContent.set(contentOf(event), event);
      else if (known === undefined) {
        byId.set(event.id, event);
        added.push(event);
      } else if (known !== event && settleRivals(known, event)) {
        const place = added.indexOf(known);
        if (place < 0) replaced = true;
        else added[place] = event;
      }
    }
    return { added, replaced, asideGrew: asideByContent.size > asideBefore };
  }

  /** True when the newcomer wins. */
  function settleRivals(known: LogEvent, newcomer: LogEvent): boolean {
    const [knownContent, newContent] = [contentOf(known), contentOf(newcomer)];
    if (knownContent === newContent) return false;
    const wins = newContent < knownContent;
    if (wins) {
      byId.set(newcomer.id, newcomer);
      asideByContent.set(knownContent, known);
    } else asideByContent.set(newContent, newcomer);
    return wins;
  }

  function aside(): readonly LogEvent[] {
    if (asideByContent.size === 0) return none;
    const entries = [...asideByContent].sort(([a], [b]) => (a < b ? -1 : 1));
    return entries.map(([, event]) => event);
  }

  return { add, byId, aside };
}

function contentOf(event: LogEvent): string {
  return canonicalJson(encodeLogEntry(event));
}
