/**
 * What became of one occurrence: the merge table of ENGINE §7 over its verdict heads [E5].
 *
 * A head is a verdict that no later verdict on the same occurrence saw. Rivals are settled by kind,
 * never by a clock: a completion holds against everything; a failure, a skip and a reopening that did
 * not see each other leave it held until `conflict.resolved` or a verdict that saw them all [M1].
 * A retry that did not see a rival verdict is void.
 */
import type { RunEvent, RunEventOf } from '../model/event.ts';
import type { ConflictSide } from './run-state.ts';

type Closing = RunEventOf<'step.completed/2'> | RunEventOf<'step.failed/1'> | RunEventOf<'step.skipped/1'>;
type Side = Closing | RunEventOf<'step.reopened/1'>;
type Verdict = Side | RunEventOf<'step.retried/1'> | RunEventOf<'conflict.resolved/1'>;

export interface VerdictSummary {
  readonly status: 'open' | 'completed' | 'failed' | 'skipped' | 'held';
  /** The agreeing verdicts that hold, first in total order first; empty while open or held. */
  readonly effective: readonly Closing[];
  /** The last event without which it would not be settled so: a verdict or a resolution. */
  readonly settledBy: RunEvent | null;
  /** The reopening that opens the next iteration. */
  readonly reopenedBy: RunEventOf<'step.reopened/1'> | null;
  /** The retries that count, in total order. */
  readonly retries: readonly RunEventOf<'step.retried/1'>[];
  readonly conflict: readonly ConflictSide[];
  readonly overruled: readonly ConflictSide[];
  readonly attempts: number;
}

type Saw = (later: RunEvent['id'], earlier: RunEvent['id']) => boolean;

function isVerdict(event: RunEvent): event is Verdict {
  return isSide(event) || event.type === 'step.retried/1' || event.type === 'conflict.resolved/1';
}

function isSide(event: RunEvent): event is Side {
  return isClosing(event) || event.type === 'step.reopened/1';
}

function isClosing(event: RunEvent): event is Closing {
  return (
    event.type === 'step.completed/2' || event.type === 'step.failed/1' || event.type === 'step.skipped/1'
  );
}

/** A head, and the verdict that it stands for: itself, or the side that a resolution keeps. */
interface Claim {
  readonly by: Verdict;
  readonly side: Side;
}

/** `events`: all of one occurrence, in total order. */
export function computeVerdict(events: readonly RunEvent[], saw: Saw): VerdictSummary {
  const verdicts = dropVoid(events.filter(isVerdict), saw);
  const heads = computeHeads(verdicts, saw);
  const claims = distinctSides(heads.flatMap((head) => claimsOf(head, verdicts)));
  const settled = settle(claims);
  const attempts = countAttempts(verdicts, saw);
  const dropped = events.filter(isVerdict).flatMap((event) => unkeptSides(event, verdicts, saw));
  const keptIds = new Set(settled.effective.map(({ side }) => side.id));
  const overruled = uniqueSides([...settled.overruled.map(({ side }) => side), ...dropped])
    .filter((side) => !keptIds.has(side.id) && !settled.conflict.some((claim) => claim.side.id === side.id))
    .map(toConflictSide);
  const reopenedBy = settled.reopened?.side.type === 'step.reopened/1' ? settled.reopened.side : null;
  // A reopened iteration is history: it shows what it was before somebody reopened it.
  const past =
    reopenedBy !== null && settled.effective.length === 0 ? beforeReopening(verdicts, saw) : settled;
  return {
    status: past.status,
    effective: past.effective.map(({ side }) => side).filter(isClosing),
    settledBy: past.effective.at(-1)?.by ?? null,
    reopenedBy,
    retries: verdicts.filter((event) => event.type === 'step.retried/1'),
    conflict: settled.conflict.map(({ side }) => toConflictSide(side)),
    overruled,
    attempts,
  };
}

interface Settled {
  readonly status: VerdictSummary['status'];
  readonly effective: readonly Claim[];
  readonly overruled: readonly Claim[];
  readonly conflict: readonly Claim[];
  readonly reopened: Claim | null;
}

/** The table. Claims are in total order. */
function settle(claims: readonly Claim[]): Settled {
  const of = (type: Side['type']): readonly Claim[] => claims.filter(({ side }) => side.type === type);
  const [completed, failed, skipped] = [of('step.completed/2'), of('step.failed/1'), of('step.skipped/1')];
  const reopened = of('step.reopened/1')[0] ?? null;
  const none: readonly Claim[] = [];
  if (completed.length > 0) {
    const overruled = [...failed, ...skipped];
    return { status: 'completed', effective: completed, overruled, conflict: none, reopened };
  }
  const kinds = [failed.length, skipped.length, reopened === null ? 0 : 1].filter((count) => count > 0);
  if (kinds.length > 1)
    return { status: 'held', effective: none, overruled: none, conflict: claims, reopened: null };
  if (failed.length > 0)
    return { status: 'failed', effective: failed, overruled: none, conflict: none, reopened };
  if (skipped.length > 0)
    return { status: 'skipped', effective: skipped, overruled: none, conflict: none, reopened };
  return { status: 'open', effective: none, overruled: none, conflict: none, reopened };
}

function beforeReopening(verdicts: readonly Verdict[], saw: Saw): Settled {
  const rest = dropVoid(
    verdicts.filter((event) => event.type !== 'step.reopened/1'),
    saw,
  );
  return settle(distinctSides(computeHeads(rest, saw).flatMap((head) => claimsOf(head, rest))));
}

function computeHeads(verdicts: readonly Verdict[], saw: Saw): readonly Verdict[] {
  return verdicts.filter(
    (event, index) => !verdicts.slice(index + 1).some((later) => saw(later.id, event.id)),
  );
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

function toConflictSide(side: Side): ConflictSide {
  return { event: side.id, type: side.type, actor: side.actor, at: side.at };
}
