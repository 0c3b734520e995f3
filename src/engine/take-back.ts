/**
 * Taking back what the log tells, long after its toast has gone: the commands that lead from the present to
 * where it was before the event.
 *
 * Invariants: only what still holds can be taken back, so that nothing somebody did later is lost by it; what
 * `engine/undo.ts` calls not undoable is not undoable here. Pure; the log keeps both.
 */
import type { Command } from '../model/command.ts';
import { isOpaque, type LogEvent, type RunEvent } from '../model/event.ts';
import type { FactId, PersonId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import { placeOf } from '../model/place.ts';
import { definitionOf } from './decide/guards.ts';
import { decide } from './decide.ts';
import { isOpen } from './is-open.ts';
import { undoLastingPatch } from './plan-changes/undo-lasting-patch.ts';
import type { OccurrenceState, RunState } from './run-state.ts';

export interface TakeBack {
  /** `restore`: something that was taken away comes back. */
  readonly kind: 'undo' | 'restore';
  /** To be given in this order; at least one. */
  readonly commands: readonly Command[];
}

type StepEvent = RunEvent & { readonly occurrence: NonNullable<RunEvent['occurrence']> };

/** `person`: who would take it back. Null: it cannot be, or not any more. */
export function computeTakeBack(event: LogEvent, state: RunState, person: PersonId): TakeBack | null {
  if (isOpaque(event)) return null;
  const found = findTakeBack(event, state, person);
  const [first] = found?.commands ?? [];
  if (found === null || first === undefined) return null;
  const author = { actor: person, device: event.device, now: event.at, commandId: `${event.id}/back` };
  const decision = decide(first, state, author);
  return decision.ok && decision.value.length > 0 ? found : null;
}

function undo(...commands: readonly Command[]): TakeBack {
  return { kind: 'undo', commands };
}

function restore(...commands: readonly Command[]): TakeBack {
  return { kind: 'restore', commands };
}

function findTakeBack(event: RunEvent, state: RunState, person: PersonId): TakeBack | null {
  switch (event.type) {
    case 'fact.set/1':
      return takeFactBack(event.data.fact, event, state);
    case 'run.patched/2':
      return undoLastingPatch(event, state);
    case 'run.conductorChanged/1': {
      if (!isLast(event, state)) return null;
      const before = lastBefore(event, state, ({ type }) => type === event.type || type === 'run.started/2');
      const was =
        before?.type === 'run.conductorChanged/1' || before?.type === 'run.started/2'
          ? before.data.conductor
          : null;
      return was === null ? null : undo({ kind: 'changeConductor', conductor: was });
    }
    case 'run.suspended/1':
      return state.status === 'suspended' && isLast(event, state) ? undo({ kind: 'resumeRun' }) : null;
    case 'run.finished/1':
      return state.ending?.event === event.id ? restore({ kind: 'resumeRun' }) : null;
    case 'item.added/1':
      return undo({ kind: 'cancelItem', section: event.data.section, item: event.data.item });
    case 'item.closed/1': {
      const list = state.items.find(({ section }) => section === event.data.section);
      return list?.isOpen === false ? undo({ kind: 'reopenItems', section: list.section }) : null;
    }
    default: {
      const { occurrence } = event;
      if (occurrence === undefined) return null;
      const current = state.current.get(placeOf(occurrence));
      const isPresent = current?.occurrence.iteration === occurrence.iteration;
      return current === undefined || !isPresent
        ? null
        : takeStepBack({ ...event, occurrence }, current, state, person);
    }
  }
}

function takeStepBack(
  event: StepEvent,
  current: OccurrenceState,
  state: RunState,
  person: PersonId,
): TakeBack | null {
  const { occurrence } = current;
  switch (event.type) {
    case 'step.completed/2': {
      if (current.status !== 'completed' || current.approval !== null || current.conflict.length > 0)
        return null;
      // It sent a section back, whose next pass has begun.
      const ended = definitionOf(state, current).outcomes?.find(({ id }) => id === event.data.outcome);
      if (ended?.redo !== undefined) return null;
      return undo(...factsAlong(event, state), { kind: 'reopenStep', occurrence, mistaken: true });
    }
    case 'step.skipped/1':
      return current.status === 'skipped' ? restore({ kind: 'reopenStep', occurrence }) : null;
    case 'step.cancelled/1':
      return current.status === 'terminated' ? restore({ kind: 'reopenStep', occurrence }) : null;
    case 'step.failed/1':
      return current.status === 'failed' ? undo({ kind: 'retryStep', occurrence }) : null;
    case 'step.paused/1':
      return current.status === 'suspended' && isLast(event, state)
        ? undo({ kind: 'resumeStep', occurrence })
        : null;
    case 'step.waitingStarted/1':
      return current.waitingOn?.event === event.id ? undo({ kind: 'endWaiting', occurrence }) : null;
    case 'step.claimed/1':
    case 'step.reassigned/1':
    case 'step.released/1':
      return isOpen(current) ? takeHolderBack(event, current, state) : null;
    case 'step.fallbackSet/1': {
      if (!isLast(event, state)) return null;
      return undo({ kind: event.data.open ? 'closeFallback' : 'openFallback', occurrence });
    }
    case 'checklist.ticked/1': {
      const { item, ticked } = event.data;
      if (current.ticked.has(item) !== ticked) return null;
      const isLatest = !isFollowed(
        event,
        state,
        (later) => later.type === event.type && later.data.item === item,
      );
      return isLatest ? undo({ kind: 'tickChecklist', occurrence, item, ticked: !ticked }) : null;
    }
    case 'approval.voted/1': {
      const own = (event.onBehalfOf ?? event.actor) === person;
      if (!own || event.data.vote === 'withdraw' || current.status === 'completed') return null;
      const isLatest = !isFollowed(
        event,
        state,
        (later) => later.type === event.type && (later.onBehalfOf ?? later.actor) === person,
      );
      return isLatest ? undo({ kind: 'vote', occurrence, vote: 'withdraw' }) : null;
    }
    default:
      return null;
  }
}

const moves: ReadonlySet<string> = new Set(['step.claimed/1', 'step.reassigned/1', 'step.released/1']);

function takeHolderBack(event: StepEvent, current: OccurrenceState, state: RunState): TakeBack | null {
  const isMove = (other: RunEvent): boolean => moves.has(other.type);
  if (isFollowed(event, state, isMove)) return null;
  const { occurrence } = current;
  const place = placeOf(occurrence);
  const before = lastBefore(
    event,
    state,
    (other) => isMove(other) && other.occurrence !== undefined && placeOf(other.occurrence) === place,
  );
  const was =
    before?.type === 'step.reassigned/1'
      ? before.data.to
      : before?.type === 'step.claimed/1'
        ? (before.onBehalfOf ?? before.actor)
        : null;
  if (was !== null) return undo({ kind: 'reassignStep', occurrence, to: was });
  return event.type === 'step.released/1' ? null : undo({ kind: 'releaseStep', occurrence });
}

function takeFactBack(id: FactId, event: RunEvent, state: RunState): TakeBack | null {
  const fact = state.facts.get(id);
  if (fact === undefined || fact.definition.derived !== undefined || fact.rivals.length > 1) return null;
  const at = fact.changes.findIndex((change) => change.event === event.id);
  const change = fact.changes[at];
  if (change === undefined) return null;
  const isLatest = at === fact.changes.length - 1;
  const wanted = isLatest ? fact.changes[at - 1] : change;
  const value = wanted?.value ?? null;
  if (isSame(value, fact.value)) return null;
  const occurrence = wanted?.occurrence ?? null;
  const command: Command = { kind: 'setFact', fact: id, value, ...(occurrence !== null && { occurrence }) };
  return isLatest ? undo(command) : restore(command);
}

/** What the same command said besides: the ids of one command's events share their stem. */
function factsAlong(event: RunEvent, state: RunState): readonly Command[] {
  const stem = event.id.slice(0, event.id.lastIndexOf('.') + 1);
  if (stem === '') return [];
  return state.history.flatMap((other) => {
    if (isOpaque(other) || other.type !== 'fact.set/1' || !other.id.startsWith(stem)) return [];
    const back = takeFactBack(other.data.fact, other, state);
    return back?.kind === 'undo' ? back.commands : [];
  });
}

/** Nothing of its type came after it, on the same step where it is about one. */
function isLast(event: RunEvent, state: RunState): boolean {
  return !isFollowed(event, state, ({ type }) => type === event.type);
}

function isFollowed(event: RunEvent, { history }: RunState, matches: (later: RunEvent) => boolean): boolean {
  const place = event.occurrence === undefined ? null : placeOf(event.occurrence);
  for (let at = history.length - 1; at >= 0; at--) {
    const later = history[at];
    if (later === undefined || later.id === event.id) return false;
    if (isOpaque(later)) continue;
    const isHere = (later.occurrence === undefined ? null : placeOf(later.occurrence)) === place;
    if (isHere && matches(later)) return true;
  }
  return false;
}

function lastBefore(
  event: RunEvent,
  { history }: RunState,
  matches: (earlier: RunEvent) => boolean,
): RunEvent | null {
  let found: RunEvent | null = null;
  for (const earlier of history) {
    if (earlier.id === event.id) return found;
    if (!isOpaque(earlier) && matches(earlier)) found = earlier;
  }
  return null;
}
