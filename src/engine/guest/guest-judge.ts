/**
 * Goes through a guest's own log and says of each entry whether the run takes it in [A5] [A6].
 *
 * Each is judged against the fold of its causal past, so who judges, when, and what else they know make no
 * difference; an entry whose parents are not known yet waits. Verdicts are remembered once nothing that
 * may still come can change them.
 */
import { canonicalJson } from '../../model/canonical-json.ts';
import { encodeLogEntry } from '../../model/decode-event.ts';
import type { LogEvent } from '../../model/event.ts';
import type { EventId } from '../../model/ids.ts';
import { createRunFold, type RunFold } from '../fold-run.ts';
import { placeAfterParents } from '../parent-order.ts';
import { findEntryFault, findGuestFault, type GuestFault, isGuestsId, type RunGuest } from './guest-fault.ts';

export interface SetAsideEntry {
  readonly event: LogEvent;
  readonly fault: GuestFault;
}

export interface GuestVerdicts {
  /** Not in the run yet; to be written there as they are, in this order. */
  readonly granted: readonly LogEvent[];
  readonly setAside: readonly SetAsideEntry[];
}

export interface GuestJudge {
  /** `own`: all of the guest's log. `run`: all of the run's, with what was granted before. */
  readonly judge: (own: readonly LogEvent[], run: readonly LogEvent[]) => GuestVerdicts;
}

/** More than anybody does in one run; beyond it a guest's log would only fill everybody's disk. */
const mostEntries = 2_000;

export function createGuestJudge(guest: RunGuest): GuestJudge {
  const faultByContent = new Map<string, GuestFault>();
  let past: { readonly fold: RunFold; readonly ids: ReadonlySet<EventId> } | null = null;

  function judge(own: readonly LogEvent[], run: readonly LogEvent[]): GuestVerdicts {
    const known = new Map(run.map((event) => [event.id, event]));
    const granted: LogEvent[] = [];
    const setAside: SetAsideEntry[] = [];
    const faulty = new Set<EventId>();
    let room = mostEntries - run.filter(({ id }) => isGuestsId(guest.guest, id)).length;
    const put = (event: LogEvent, fault: GuestFault): void => {
      setAside.push({ event, fault });
      // An id that is also in the run names what is there.
      if (!known.has(event.id)) faulty.add(event.id);
    };
    for (const event of inOrder(own)) {
      const there = known.get(event.id);
      if (there !== undefined) {
        if (contentOf(there) !== contentOf(event)) put(event, 'otherName');
        continue;
      }
      const fault = findEntryFault(event, guest) ?? faultByContent.get(contentOf(event));
      if (fault !== undefined) put(event, fault);
      else if (event.parents.some((parent) => faulty.has(parent))) put(event, 'restsOnSetAside');
      else if (!event.parents.every((parent) => known.has(parent))) continue;
      else {
        const seen = foldPast(event, known);
        const found = room > 0 ? findGuestFault(event, guest, seen.state) : 'tooMuch';
        // What is missing of its past may come and tell otherwise.
        if (found !== null && !seen.isWhole) continue;
        if (found !== null) {
          put(event, found);
          if (found !== 'tooMuch') faultByContent.set(contentOf(event), found);
          continue;
        }
        room -= 1;
        granted.push(event);
        known.set(event.id, event);
      }
    }
    return { granted, setAside };
  }

  /** The run as the author of `event` had seen it; whole when none of that is missing here. */
  function foldPast(event: LogEvent, known: ReadonlyMap<EventId, LogEvent>) {
    const ids = new Set<EventId>();
    const left = [...event.parents];
    let isWhole = true;
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const found = known.get(id);
      if (found === undefined) isWhole = false;
      if (found === undefined || ids.has(id)) continue;
      ids.add(id);
      left.push(...found.parents);
    }
    // Entries of one person mostly follow each other: what the one before had seen is folded already.
    const before = past;
    const grows = before !== null && [...before.ids].every((id) => ids.has(id));
    const fold = grows ? before.fold : createRunFold(guest.run);
    const fresh = [...ids].filter((id) => !grows || !before.ids.has(id));
    fold.add(fresh.flatMap((id) => known.get(id) ?? []));
    past = { fold, ids };
    return { state: fold.state, isWhole };
  }

  return { judge };
}

/** Parents first; of two contents under one id the lower first, as in the run [E7]. */
function inOrder(own: readonly LogEvent[]): readonly LogEvent[] {
  const byContent = [...own].sort((a, b) => (contentOf(a) < contentOf(b) ? -1 : 1));
  const first = new Map<EventId, LogEvent>();
  const rest: LogEvent[] = [];
  for (const event of byContent) {
    const rival = first.get(event.id);
    if (rival === undefined) first.set(event.id, event);
    else if (contentOf(rival) !== contentOf(event)) rest.push(event);
  }
  return [...placeAfterParents([...first.values()]).map(({ event }) => event), ...rest];
}

function contentOf(event: LogEvent): string {
  return canonicalJson(encodeLogEntry(event));
}
