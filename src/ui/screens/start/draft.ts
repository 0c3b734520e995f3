/**
 * A workflow before it starts: what is done already, whose turn each step would be, how the rail looks.
 * Pure: the engine decides after the start, this only shows what somebody is about to start.
 */
import type { LocalDate } from '../../../model/fact.ts';
import type { StepId } from '../../../model/ids.ts';
import type { StepDefinition, WorkflowDefinition } from '../../../model/workflow.ts';
import type { RailSlice, RailTrack } from '../../../views/flow-view.ts';
import type { RailLayoutRow, RailLayoutTrack } from '../../../views/rail-layout.ts';
import type { Tone } from '../../../views/shared.ts';

/** Ticks a step and all that had to come before it, or takes it back with all that comes after it. */
export function toggleDone(
  steps: readonly StepDefinition[],
  done: ReadonlySet<StepId>,
  step: StepId,
): ReadonlySet<StepId> {
  const ticking = !done.has(step);
  const touched = new Set<StepId>([step]);
  const spread = (from: StepDefinition): boolean => {
    const reaches = ticking
      ? steps.some((later) => touched.has(later.id) && later.after.some((edge) => edge.from === from.id))
      : from.after.some((edge) => touched.has(edge.from));
    // What stands in for a step was not called upon where that step is done.
    return !touched.has(from.id) && reaches && !(ticking && from.fallbackOf !== undefined);
  };
  for (let grown = true; grown; ) {
    const found = steps.filter(spread);
    for (const each of found) touched.add(each.id);
    grown = found.length > 0;
  }
  const next = new Set(done);
  for (const each of touched) {
    if (ticking) next.add(each);
    else next.delete(each);
  }
  return next;
}

export type Holder = 'me' | 'other' | 'nobody';

/** The state that each step would be in right after the start. */
export function draftTones(
  steps: readonly StepDefinition[],
  done: ReadonlySet<StepId>,
  holderOf: (step: StepDefinition) => Holder,
): ReadonlyMap<StepId, Tone> {
  // Nobody waits for what stands in for a step.
  const standIns = new Set(steps.filter((step) => step.fallbackOf !== undefined).map(({ id }) => id));
  const isBehind = (id: StepId): boolean => done.has(id) || standIns.has(id);
  const toneOf = (step: StepDefinition): Tone => {
    if (done.has(step.id)) return 'done';
    if (standIns.has(step.id) || !step.after.every((edge) => isBehind(edge.from))) return 'next';
    const holder = holderOf(step);
    if (holder === 'me') return 'turn';
    if (step.kind === 'wait') return 'waiting';
    return holder === 'other' ? 'theirs' : 'next';
  };
  return new Map(steps.map((step) => [step.id, toneOf(step)]));
}

/** A row's slice: tracks out of done steps have run, those into my turn are the leg that brings the baton. */
export function draftSlice(row: RailLayoutRow, tones: ReadonlyMap<StepId, Tone>): RailSlice {
  const kindOf = (track: RailLayoutTrack): RailTrack['kind'] => {
    const run = track.edges.every((edge) => tones.get(edge.from) === 'done');
    if (!run) return 'next';
    return track.edges.some((edge) => tones.get(edge.to) === 'turn') ? 'leg' : 'run';
  };
  const draw = (tracks: readonly RailLayoutTrack[]): readonly RailTrack[] =>
    tracks.map((track) => ({ lane: track.lane, kind: kindOf(track), ...(track.many && { many: true }) }));
  return { lane: row.lane, in: draw(row.in), out: draw(row.out), through: draw(row.through) };
}

const dayMs = 86_400_000;

/** The middle of the day on which a step would be due, as an instant; null when it has no day yet. */
export function draftDue(
  definition: WorkflowDefinition,
  step: StepDefinition,
  anchor: LocalDate,
  now: number,
): number | null {
  const due = step.due;
  if (due === undefined) return null;
  const noon = (date: LocalDate): number => Date.parse(`${date}T12:00:00Z`);
  if (due.kind === 'date') return noon(due.date);
  if (due.from === 'runStart') return addWeekdays(now + due.days * dayMs, due.workingDays ?? 0);
  const isAnchor = definition.facts.some((fact) => fact.id === due.from && fact.anchor === true);
  const at = noon(anchor);
  return isAnchor && !Number.isNaN(at) ? addWeekdays(at + due.days * dayMs, due.workingDays ?? 0) : null;
}

/** Without holidays, which a draft does not know of. */
function addWeekdays(at: number, count: number): number {
  let [day, left] = [at, Math.abs(count)];
  while (left > 0) {
    day += Math.sign(count) * dayMs;
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}
