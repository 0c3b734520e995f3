/** What of a folded state a frozen log pins for ever: everything that people can see, as plain JSON. */
import type { RunState } from '../../src/engine/run-state.ts';

export function stateToSummary(state: RunState): unknown {
  const { status, title, conductor, startedAt, finishedAt, startedBy, heads } = state;
  // What came later into the state is said where it is said: a log from before must not change by it.
  const occurrences = [...state.occurrences.values()].map(({ undo, ...occurrence }) => ({
    ...occurrence,
    ...(undo === null ? {} : { undo }),
    ticked: [...occurrence.ticked].sort(),
  }));
  return {
    status,
    title,
    conductor,
    startedAt,
    finishedAt,
    startedBy,
    heads,
    occurrences,
    steps: state.steps,
    people: [...state.personById.values()],
    history: state.history.map(({ id }) => id),
    opaque: state.opaque.map(({ id, opaque }) => [id, opaque]),
    aside: state.aside.map(({ id }) => id),
  };
}
