/** What of a folded state a frozen log pins for ever: everything that people can see, as plain JSON. */
import type { RunState } from '../../src/engine/run-state.ts';

export function stateToSummary(state: RunState): unknown {
  const { status, title, conductor, startedAt, finishedAt, startedBy, heads } = state;
  const occurrences = [...state.occurrences.values()].map(({ nudges, ...occurrence }) => ({
    ...occurrence,
    // Older logs know of none.
    ...(nudges.length === 0 ? {} : { nudges }),
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
