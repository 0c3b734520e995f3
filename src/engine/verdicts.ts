/**
 * What became of one occurrence: the merge table of ENGINE §7 over its verdict heads [E5].
 *
 * A head is a verdict that no later verdict on the same occurrence saw. Rivals are settled by kind,
 * never by a clock: a completion holds against everything; completions with different outcomes hold
 * together, as a conflict about the outcome; a failure, a skip, a cancellation and a reopening that did
 * not see each other leave it held until `conflict.resolved` or a verdict that saw them all [M1].
 * A retry that did not see a rival verdict is void.
 */
import type { RunEvent, RunEventOf } from '../model/event.ts';
import type { ConflictSide } from './run-state.ts';
import {
  type Closing,
  isClosing,
  isSide,
  type Side,
  sideToOutcome,
  toConflictSide,
  type Verdict,
} from './verdict-events.ts';

export type VerdictStatus = 'open' | 'completed' | 'failed' | 'skipped' | 'terminated' | 'held';

export interface VerdictSummary {
  readonly status: VerdictStatus;
  /** The verdicts that hold, first in total order first; empty while open or held. */
  readonly effective: readonly Closing[];
  /** The last event without which it would not be settled so: a verdict or a resolution. */
  readonly settledBy: RunEvent | null;
  /** Of a completion; `null` when it has none, or the completions disagree. */
  readonly outcome: string | null;
  /** The reopening that opens the next iteration. */
  readonly reopenedBy: RunEventOf<'step.reopened/1'> | null;
  /** A completion that no reopening had seen: what the next iteration is offered. */
  readonly unseenByReopening: RunEventOf<'step.completed/2'> | null;
  /** The retries that count, in total order. */
  readonly retries: readonly RunEventOf<'step.retried/1'>[];
  readonly conflict: readonly ConflictSide[];
  readonly overruled: readonly ConflictSide[];
  readonly attempts: number;
}

type Saw = (later: RunEvent['id'], earlier: RunEvent['id']) => boolean;

/** A head, and the verdict that it stands for: itself, or the side that a resolution keeps. */
interface Claim {
  readonly by: Verdict;
  readonly side: Side;
}

const none: readonly never[] = [];

/** `verdicts`: all of one occurrence, in total order. */
export function computeVerdict(all: readonly Verdict[], saw: Saw): VerdictSummary {
  return isChain(all, saw) ? summarizeChain(all) : summarizeRivals(all, saw);
}

/** True when each saw the one before it, so that there are no rivals: nearly always. */
function isChain(all: readonly Verdict[], saw: Saw): boolean {
  for (let index = 0; index < all.length; index++) {
    const verdict = all[index] as Verdict;
    if (verdict.type === 'conflict.resolved/1') return false;
    if (index > 0 && !saw(verdict.id, (all[index - 1] as Verdict).id)) return false;
  }
  return true;
}

const nothingSaid: VerdictSummary = {
  status: 'open',
  effective: none,
  settledBy: null,
  outcome: null,
  reopenedBy: null,
  unseenByReopening: null,
  retries: none,
  conflict: none,
  overruled: none,
  attempts: 0,
};

function summarizeChain(all: readonly Verdict[]): VerdictSummary {
  if (all.length === 0) return nothingSaid;
  const last = all.at(-1);
  const reopenedBy = last?.type === 'step.reopened/1' ? last : null;
  const holds = reopenedBy === null ? last : all.findLast(({ type }) => type !== 'step.reopened/1');
  const closing = holds !== undefined && isClosing(holds) ? holds : null;
  return {
    status: closing === null ? 'open' : statusByType[closing.type],
    effective: closing === null ? none : [closing],
    settledBy: closing,
    outcome: closing === null ? null : sideToOutcome(closing),
    reopenedBy,
    unseenByReopening: null,
    retries: all.length < 2 ? none : all.filter((event) => event.type === 'step.retried/1'),
    conflict: none,
    overruled: none,
    attempts: all.reduce((count, { type }) => count + (type === 'step.failed/1' ? 1 : 0), 0),
  };
}

const statusByType = {
  'step.completed/2': 'completed',
  'step.failed/1': 'failed',
  'step.skipped/1': 'skipped',
  'step.cancelled/1': 'terminated',
} as const satisfies Record<Closing['type'], VerdictStatus>;

function summarizeRivals(all: readonly Verdict[], saw: Saw): VerdictSummary {
  const verdicts = dropVoid(all, saw);
  const heads = computeHeads(verdicts, saw);
  const settled = settle(distinctSides(heads.flatMap((head) => claimsOf(head, verdicts))));
  const dropped = all.flatMap((event) => unkeptSides(event, verdicts, saw));
  const shown = new Set([...settled.effective, ...settled.conflict].map(({ side }) => side.id));
  const overruled = uniqueSides([...settled.overruled.map(({ side }) => side), ...dropped])
    .filter((side) => !shown.has(side.id))
    .map(toConflictSide);
  const reopenedBy = settled.reopened?.side.type === 'step.reopened/1' ? settled.reopened.side : null;
  // A reopened iteration is history: it shows what it was before somebody reopened it.
  const past =
    reopenedBy !== null && settled.effective.length === 0
      ? beforeReopening(verdicts, reopenedBy, saw)
      : settled;
  const effective = past.effective.map(({ side }) => side).filter(isClosing);
  const [first] = settled.effective;
  return {
    status: past.status,
    effective,
    settledBy: past.effective.at(-1)?.by ?? null,
    outcome: agreedOutcome(effective),
    reopenedBy,
    unseenByReopening: reopenedBy !== null && first?.side.type === 'step.completed/2' ? first.side : null,
    retries: verdicts.filter((event) => event.type === 'step.retried/1'),
    conflict: settled.conflict.map(({ side }) => toConflictSide(side)),
    overruled,
    attempts: countAttempts(verdicts, saw),
  };
}

interface Settled {
  readonly status: VerdictStatus;
  readonly effective: readonly Claim[];
  readonly overruled: readonly Claim[];
  readonly conflict: readonly Claim[];
  readonly reopened: Claim | null;
}

/** The table. Claims are in total order. */
function settle(claims: readonly Claim[]): Settled {
  const reopened = claims.find(({ side }) => side.type === 'step.reopened/1') ?? null;
  const completed = claims.filter(({ side }) => side.type === 'step.completed/2');
  if (completed.length > 0) {
    const overruled = claims.filter(
      ({ side }) => side.type !== 'step.completed/2' && side.type !== 'step.reopened/1',
    );
    const agreed = new Set(completed.map(({ side }) => sideToOutcome(side))).size === 1;
    const conflict = agreed ? none : completed;
    return { status: 'completed', effective: completed, overruled, conflict, reopened };
  }
  const closing = claims.filter(({ side }) => side.type !== 'step.reopened/1');
  if (new Set(claims.map(({ side }) => side.type)).size > 1)
    return { status: 'held', effective: none, overruled: none, conflict: claims, reopened: null };
  const kind = closing[0]?.side;
  const status = kind !== undefined && isClosing(kind) ? statusByType[kind.type] : 'open';
  return { status, effective: closing, overruled: none, conflict: none, reopened };
}

function agreedOutcome(effective: readonly Closing[]): string | null {
  const outcomes = new Set(effective.map(sideToOutcome));
  return outcomes.size === 1 ? ([...outcomes][0] ?? null) : null;
}

/** A reopening speaks of what it saw; a rival that it did not see was settled another way. */
function beforeReopening(verdicts: readonly Verdict[], reopening: Verdict, saw: Saw): Settled {
  const rest = dropVoid(
    verdicts.filter(({ id, type }) => type !== 'step.reopened/1' && saw(reopening.id, id)),
    saw,
  );
  return settle(distinctSides(computeHeads(rest, saw).flatMap((head) => claimsOf(head, rest))));
}

function computeHeads(verdicts: readonly Verdict[], saw: Saw): readonly Verdict[] {
  return verdicts.filter((event, index) => {
    for (let later = verdicts.length - 1; later > index; later--)
      if (saw((verdicts[later] as Verdict).id, event.id)) return false;
    return true;
  });
}

/** Leaves out resolutions that keep nothing they saw, and retries that a rival verdict did not see. */
function dropVoid(all: readonly Verdict[], saw: Saw): readonly Verdict[] {
  let verdicts = all.filter(
    (event) =>
      event.type !== 'conflict.resolved/1' ||
      all.some((other) => other.id === event.data.keep && isSide(other) && saw(event.id, other.id)),
  );
  for (;;) {
    const heads = computeHeads(verdicts, saw);
    const retries = heads.filter((head) => head.type === 'step.retried/1');
    if (retries.length === 0 || retries.length === heads.length) return verdicts;
    verdicts = verdicts.filter((event) => !retries.some((retry) => retry.id === event.id));
  }
}

function claimsOf(head: Verdict, verdicts: readonly Verdict[]): readonly Claim[] {
  if (isSide(head)) return [{ by: head, side: head }];
  if (head.type === 'step.retried/1') return [];
  const kept = verdicts.find((event) => event.id === head.data.keep);
  return kept !== undefined && isSide(kept) ? [{ by: head, side: kept }] : [];
}

/** Two resolutions may keep one side: it counts once, by the first. */
function distinctSides(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(({ side }, index) => claims.findIndex((other) => other.side.id === side.id) === index);
}

/** What a resolution laid aside: the rivals among the verdicts it saw. */
function unkeptSides(event: Verdict, verdicts: readonly Verdict[], saw: Saw): readonly Side[] {
  if (event.type !== 'conflict.resolved/1' || !verdicts.includes(event)) return [];
  const seen = verdicts.filter((other) => saw(event.id, other.id));
  const sides = computeHeads(seen, saw).flatMap((head) => claimsOf(head, seen));
  return sides.map(({ side }) => side).filter((side) => side.id !== event.data.keep);
}

function uniqueSides(sides: readonly Side[]): readonly Side[] {
  return [...new Map(sides.map((side) => [side.id, side])).values()];
}

/** Failures that followed one another; two devices that report one failure count it once. */
function countAttempts(verdicts: readonly Verdict[], saw: Saw): number {
  const depthById = new Map<string, number>();
  let deepest = 0;
  const failures = verdicts.filter((event) => event.type === 'step.failed/1');
  for (const failure of failures) {
    let depth = 1;
    for (const earlier of failures)
      if (saw(failure.id, earlier.id)) depth = Math.max(depth, (depthById.get(earlier.id) ?? 0) + 1);
    depthById.set(failure.id, depth);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
