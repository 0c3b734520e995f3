/** What of a folded state a frozen log pins for ever: everything that people can see, as plain JSON. */
import type { RunState } from '../../src/engine/run-state.ts';

export function stateToSummary(state: RunState): unknown {
  const { status, title, conductor, startedAt, finishedAt, startedBy, heads } = state;
  // Of a step that is no approval the field says nothing, and older summaries do not have it.
  const occurrences = [...state.occurrences.values()].map(({ approval, ...occurrence }) => ({
    ...occurrence,
    ...(approval === null ? {} : { approval }),
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
