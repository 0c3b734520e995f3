/** Laws about what became of an occurrence: completions, outcomes, conflicts. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { decide } from '../../../src/engine/decide.ts';
import { createRunFold } from '../../../src/engine/fold-run.ts';
import { isOpaque, type LogEvent, type RunEventOf } from '../../../src/model/event.ts';
import { asId, type DeviceId } from '../../../src/model/ids.ts';
import { type OccurrenceKey, occurrenceKey } from '../../../src/model/occurrence.ts';
import type { WorkflowDefinition } from '../../../src/model/workflow.ts';
import { makeSaw } from '../past.ts';
import { ana, run } from '../run-bench.ts';
import { folded } from './folded.ts';
import type { Law } from './law.ts';
import { placeOf } from '../../../src/model/place.ts';

type Completion = RunEventOf<'step.completed/2'>;

const covering = /^(step\.(completed|failed|skipped|cancelled|reopened|retried)|conflict\.resolved)\//;

/** By occurrence: completions that no later verdict on it saw. */
function findUncovered(
  events: readonly LogEvent[],
  { steps }: WorkflowDefinition,
): ReadonlyMap<OccurrenceKey, readonly Completion[]> {
  const saw = makeSaw(events);
  // Of approvals votes decide, and no word of completion counts.
  const voted = new Set<string>(steps.filter(({ kind }) => kind === 'approval').map(({ id }) => id));
  const verdicts = events.filter(
    (event) => !isOpaque(event) && covering.test(event.type) && !voted.has(event.occurrence?.step ?? ''),
  );
  const byKey = Map.groupBy(verdicts, ({ occurrence }) => occurrence && occurrenceKey(occurrence));
  const uncovered = new Map<OccurrenceKey, readonly Completion[]>();
  for (const [key, mine] of byKey) {
    const open = mine.filter(
      (event): event is Completion =>
        !isOpaque(event) &&
        event.type === 'step.completed/2' &&
        !mine.some((later) => saw(later.id, event.id)),
    );
    if (key !== undefined && open.length > 0) uncovered.set(key, open);
  }
  return uncovered;
}

const effective: Law = {
  name: '[M2] an uncovered completion is always effective, and credited',
  hold: ({ events, definition }) => {
    const { occurrences } = folded(events);
    for (const [key, completions] of findUncovered(events, definition)) {
      const state = occurrences.get(key);
      deepStrictEqual(state?.status, 'completed', `${key} was completed`);
      const credited = new Set(state?.closedBy);
      for (const { actor, onBehalfOf } of completions)
        ok(credited.has(onBehalfOf ?? actor), `${key}: ${actor}`);
    }
  },
};

const oneOutcome: Law = {
  name: '[M2] an occurrence has at most one effective outcome: rivals leave none, and a conflict that lists them',
  hold: ({ events, definition }) => {
    const { occurrences } = folded(events);
    for (const [key, completions] of findUncovered(events, definition)) {
      const { outcome = null, conflict = [] } = occurrences.get(key) ?? {};
      const outcomes = new Set(completions.map(({ data }) => data.outcome ?? null));
      if (outcomes.size > 1) {
        deepStrictEqual(outcome, null);
        const listed = new Set(conflict.map(({ event }) => event));
        for (const { id } of completions) ok(listed.has(id), `${key}: ${id} is a side`);
      } else if (conflict.length === 0) deepStrictEqual(outcome, [...outcomes][0], key);
    }
  },
};

const readableSides: Law = {
  name: '[M1] the sides of a conflict differ, are verdicts of the log, and are told apart from the overruled',
  hold: ({ events }) => {
    const ids = new Set(events.map(({ id }) => id));
    const { occurrences, current } = folded(events);
    for (const { key, occurrence, conflict, overruled, status } of occurrences.values()) {
      const sides = [...conflict, ...overruled];
      deepStrictEqual(new Set(sides.map(({ event }) => event)).size, sides.length, `${key}: each once`);
      for (const { event } of sides) ok(ids.has(event));
      ok(conflict.length !== 1, `${key}: a conflict has more than one side`);
      // A pass that was reopened shows what it was before, and a reopening ends a conflict.
      const isCurrent = current.get(placeOf(occurrence))?.key === key;
      if (status === 'held' && isCurrent) ok(conflict.length > 1, `${key}: held by rivals`);
      const kinds = new Set(conflict.map(({ type, outcome }) => `${type} ${outcome}`));
      if (conflict.length > 0) ok(kinds.size > 1, `${key}: rivals disagree`);
    }
  },
};

const lateEdges: Law = {
  name: '[E5] a note by somebody who saw both sides clears no conflict',
  every: 4,
  hold: ({ events }) => {
    const fold = createRunFold(run);
    fold.add(events);
    const sidesOf = (key: OccurrenceKey): unknown =>
      fold.state.occurrences.get(key)?.conflict.map(({ event }) => event);
    const before = [...fold.state.occurrences.values()];
    for (const { occurrence, key } of before) {
      const sides = sidesOf(key);
      const author = { actor: ana, device: asId<DeviceId>('judge'), now: 0, commandId: `note-${key}` };
      const made = decide({ kind: 'addNote', occurrence, text: 'I saw both' }, fold.state, author);
      if (made.ok) fold.add(made.value);
      deepStrictEqual(sidesOf(key), sides);
    }
  },
};

export const verdictLaws: readonly Law[] = [effective, oneOutcome, readableSides, lateEdges];
