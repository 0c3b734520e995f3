/**
 * When a device makes a snapshot: some hundred frames after the newest one it knows of, and after a random wait, so
 * that in practice one device does it and the others hear of it in time. A refused one is dropped. One that makes
 * room in a full room is made at once.
 */
import type { SyncEnvironment, Timer } from './environment.ts';
import type { SyncTiming } from './sync-timing.ts';

/** Lost so often on the way, it is too long for this connection. */
const maxLost = 3;
/** So often is room made at one place of the log: what does not help then is no question of snapshots. */
const maxUrged = 3;

export interface SnapshotMaker {
  /** Something changed: the log grew, uploads were acknowledged, somebody made a snapshot. */
  consider(): void;
  /** The room is full: one that covers anything more frees space for what follows it. */
  makeRoom(): void;
  kept(): void;
  refused(): void;
  /** The channel is over. */
  left(): void;
}

export function makeSnapshotMaker(options: {
  readonly environment: SyncEnvironment;
  readonly timing: SyncTiming;
  /** How far the log is read, and what the newest snapshot covers. */
  readonly progress: () => { readonly seq: number; readonly snapshotSeq: number };
  /** Everything of this device is in the log, and everything of the log was read; not asked when room is made. */
  readonly isSettled: () => boolean;
  /** Sends one; `false` when there is none to send. */
  readonly make: () => boolean;
}): SnapshotMaker {
  const { environment, timing, progress, isSettled, make } = options;
  let timer: Timer | undefined;
  let isDue = false;
  let isInFlight = false;
  let lost = 0;
  /** The next try counts from here. */
  let triedAt = 0;
  let urged = { at: 0, times: 0 };

  function forgetTimer(): void {
    environment.clearTimeout(timer);
    timer = undefined;
    isDue = false;
  }

  function giveUp(): void {
    isInFlight = false;
    lost = 0;
    triedAt = progress().seq;
  }

  function consider(): void {
    const { seq, snapshotSeq } = progress();
    // The log began again.
    if (triedAt > seq) triedAt = 0;
    if (isInFlight || seq - Math.max(snapshotSeq, triedAt) < timing.snapshotFrames) {
      forgetTimer();
    } else if (!isDue) {
      // Never at once: who just became live is about to be told of the newest one.
      const wait = (0.5 + environment.random() / 2) * timing.snapshotMs;
      timer ??= environment.setTimeout(() => {
        isDue = true;
        consider();
      }, wait);
    } else if (isSettled()) {
      forgetTimer();
      isInFlight = make();
      if (!isInFlight) giveUp();
    }
  }

  return {
    consider,
    makeRoom() {
      const { seq, snapshotSeq } = progress();
      if (urged.at !== seq) urged = { at: seq, times: 0 };
      if (isInFlight || seq <= snapshotSeq || urged.times >= maxUrged) return;
      urged = { at: seq, times: urged.times + 1 };
      forgetTimer();
      isInFlight = make();
      if (!isInFlight) giveUp();
    },
    kept() {
      isInFlight = false;
      lost = 0;
    },
    refused: giveUp,
    left() {
      forgetTimer();
      if (!isInFlight) return;
      isInFlight = false;
      lost += 1;
      if (lost >= maxLost) giveUp();
    },
  };
}
