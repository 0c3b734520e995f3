/** What of a folded state a frozen log pins for ever: everything that people can see, as plain JSON. */
import type { RunState } from '../../src/engine/run-state.ts';

export function stateToSummary(state: RunState): unknown {
  const { status, title, conductor, startedAt, finishedAt, startedBy, heads } = state;
  // What came to be told later is not in logs that were frozen before, where it is always so.
  const occurrences = [...state.occurrences.values()].map(
    ({ nudges, dormant, undo, approval, pause, ...occurrence }) => ({
      ...occurrence,
      ...(approval === null ? {} : { approval }),
      ...(nudges.length === 0 ? {} : { nudges }),
      ...(dormant && { dormant }),
      ...(undo === null ? {} : { undo }),
      ...(pause === null ? {} : { pause }),
      ticked: [...occurrence.ticked].sort(),
    }),
  );
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
