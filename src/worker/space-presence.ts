/**
 * Who else has the space open, and telling the others that I have: small sealed states in the space's room,
 * never in a document.
 *
 * Both ways at most one change in `presenceIntervalMs`: fast typists and hostile peers cost no more. Only going
 * away is told at once, because a page that is hidden may be stopped in the next moment.
 */
import { isSame } from '../model/is-same.ts';
import type { RoomHandle } from '../sync/room.ts';
import { decodePresence, type PresenceState } from '../views/decode-presence.ts';
import type { HereEntry, Place } from '../views/space-snapshot.ts';
import type { WorkflowId } from '../model/ids.ts';
import type { TypingPlace, ViewQuery } from './messages.ts';

const presenceIntervalMs = 250;

export interface SpacePresence {
  /** The others' devices, in no order. */
  here(): readonly HereEntry[];
  /** What is said of this device; `null`: nothing, nobody has it in hand. */
  say(own: HereEntry | null): void;
  close(): void;
}

export function makeSpacePresence(awareness: RoomHandle['awareness'], onChange: () => void): SpacePresence {
  let here: readonly HereEntry[] = [];
  let own: PresenceState | null = null;
  let said: PresenceState | null = null;

  const listening = makeThrottle(() => {
    const next = readOthers(awareness);
    if (isSame(next, here)) return;
    here = next;
    onChange();
  });
  const saying = makeThrottle(() => {
    if (isSame(own, said)) return;
    said = own;
    awareness.setLocalState(own);
  });
  awareness.on('change', listening.ask);

  return {
    here: () => here,
    say: (entry) => {
      own = entry === null ? null : { v: 1, ...entry };
      if (own === null) saying.now();
      else saying.ask();
    },
    close: () => {
      awareness.off('change', listening.ask);
      listening.cancel();
      saying.cancel();
    },
  };
}

/** Where the page is: the step that was opened last, or else the flow. */
export function queriesToPlace(queries: readonly ViewQuery[]): Place | null {
  const step = queries.findLast((query) => query.kind === 'step');
  if (step !== undefined) return { run: step.run, key: step.key };
  const flow = queries.findLast((query) => query.kind === 'flow');
  return flow === undefined ? null : { run: flow.run, key: null };
}

/** The workflow that the page has open to be written. */
export function queriesToEditing(queries: readonly ViewQuery[]): WorkflowId | null {
  return queries.findLast((query) => query.kind === 'editor')?.workflow ?? null;
}

/** A note is told of only while its step is open. */
export function isTypingAt(place: Place | null, typing: TypingPlace | null): boolean {
  return place !== null && typing !== null && place.run === typing.run && place.key === typing.key;
}

function readOthers(awareness: RoomHandle['awareness']): readonly HereEntry[] {
  return [...awareness.getStates()].flatMap(([client, state]) => {
    const entry = client === awareness.clientID ? null : decodePresence(state);
    return entry === null ? [] : [entry];
  });
}

interface Throttle {
  readonly ask: () => void;
  readonly now: () => void;
  readonly cancel: () => void;
}

/** Runs at once when it has not run for a while, otherwise once at the end of the interval. */
function makeThrottle(run: () => void): Throttle {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;

  function now(): void {
    clearTimeout(timer);
    asked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (asked) now();
    }, presenceIntervalMs);
    run();
  }

  return {
    ask: () => {
      asked = true;
      if (timer === undefined) now();
    },
    now,
    cancel: () => clearTimeout(timer),
  };
}
