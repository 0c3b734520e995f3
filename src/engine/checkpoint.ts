/**
 * A folded state as plain data that can be kept, so that opening a run does not replay its log.
 *
 * Invariants: a checkpoint says nothing of its own, it is what its log folds to; whoever keeps one keeps
 * beside it which log that was, and folds when it is another. What is only the log again (`history`,
 * `opaque`, `aside`) is not kept but counted: a restored state asks the fold for it when somebody reads it.
 */
import type { LogEvent } from '../model/event.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import { placeOf } from '../model/place.ts';
import { collectCited, citeEvents } from './cited-events.ts';
import type { FactState, OccurrenceState, RunState } from './run-state.ts';

/**
 * Rises whenever the same log comes to another checkpoint: with the shape of `RunState`, with a rule of the
 * fold, with what of an event is understood. `test/engine/checkpoint.test.ts` pins logs against it.
 */
export const checkpointSchema = 10;

/** What of a state is the log, in other words. */
export type LogFields = Pick<RunState, 'history' | 'opaque' | 'aside'>;

/** Fields that a checkpoint keeps in a form of its own. */
type Reshaped = 'facts' | 'current' | 'occurrences' | 'personById';

/** Plain data for the structured clone; what a state shares (a definition, a step) is shared here too. */
export interface RunCheckpoint extends Omit<RunState, keyof LogFields | Reshaped> {
  readonly schema: number;
  /** In the state's order, as the other lists here. */
  readonly facts: readonly FactState[];
  readonly occurrences: readonly OccurrenceState[];
  readonly current: readonly OccurrenceKey[];
  /** Events that open steps name, so that a screen can tell of them without the log. */
  readonly cited: readonly LogEvent[];
  /** How many events the log fields have. */
  readonly counts: Readonly<Record<keyof LogFields, number>>;
}

/** To be stored before the next event is added: it holds parts that live on in the fold. */
export function stateToCheckpoint(state: RunState): RunCheckpoint {
  const { history, opaque, aside } = state;
  return {
    schema: checkpointSchema,
    run: state.run,
    status: state.status,
    pause: state.pause,
    title: state.title,
    workflow: state.workflow,
    steps: state.steps,
    items: state.items,
    plan: state.plan,
    removed: state.removed,
    planFlags: state.planFlags,
    followUps: state.followUps,
    conductor: state.conductor,
    parts: state.parts,
    partRoles: state.partRoles,
    facts: [...state.facts.values()],
    acknowledged: state.acknowledged,
    context: state.context,
    occurrences: [...state.occurrences.values()],
    current: [...state.current.values()].map(({ key }) => key),
    startedAt: state.startedAt,
    finishedAt: state.finishedAt,
    startedBy: state.startedBy,
    ending: state.ending,
    overlaps: state.overlaps,
    heads: state.heads,
    cited: collectCited(state),
    counts: { history: history.length, opaque: opaque.length, aside: aside.length },
  };
}

/** `log` is asked at most when a log field that is not empty is read, and has to answer from the same log. */
export function checkpointToState(checkpoint: RunCheckpoint, log: () => LogFields): RunState {
  const { schema: _, facts, occurrences, current, cited, counts, ...kept } = checkpoint;
  const occurrenceByKey = new Map(occurrences.map((occurrence) => [occurrence.key, occurrence]));
  const state: RunState = {
    ...kept,
    facts: new Map(facts.map((fact) => [fact.definition.id, fact])),
    personById: new Map(kept.context?.people.map((person) => [person.id, person])),
    current: new Map(
      current.flatMap((key) => {
        const occurrence = occurrenceByKey.get(key);
        return occurrence === undefined ? [] : [[placeOf(occurrence.occurrence), occurrence]];
      }),
    ),
    occurrences: occurrenceByKey,
    get history() {
      return counts.history === 0 ? [] : log().history;
    },
    get opaque() {
      return counts.opaque === 0 ? [] : log().opaque;
    },
    get aside() {
      return counts.aside === 0 ? [] : log().aside;
    },
  };
  citeEvents(state, cited);
  return state;
}
