/**
 * Completing a step: with what it found out, how it ended, what is done along with it, and what its
 * outcome sends back.
 *
 * The order in the log is the order in which it makes sense: facts, the steps in the way, the step, the
 * reopenings of a redo. So every completion rests on the facts as they are given now [F1].
 */
import type { Command } from '../../model/command.ts';
import type { PersonId, StepId } from '../../model/ids.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { OutcomeDefinition, StepDefinition } from '../../model/workflow.ts';
import { placeOf } from '../../model/place.ts';
import { evaluateCondition } from '../facts/evaluate-condition.ts';
import { computeReads, readsOfStep } from '../facts/stale-reads.ts';
import type { Refusal } from '../refusal.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { type Decision, type Draft, noData } from './draft.ts';
import { draftFacts, type Facts } from './fact-drafts.ts';
import { refuseForFacts } from './fact-holds.ts';
import { definitionOf, refusePaused, refuseSettled } from './guards.ts';
import { draftRedo } from './redo.ts';
import { refuseDoers } from './refuse-doers.ts';
import { refuseTogether } from './refuse-together.ts';
import { findStepsInTheWay, refuseInTheWay } from './steps-in-the-way.ts';

type CompleteStep = Extract<Command, { kind: 'completeStep' }>;

export function decideComplete(
  command: CompleteStep,
  current: OccurrenceState,
  state: RunState,
  people: readonly PersonId[],
): Decision {
  const { occurrence, status } = current;
  const definition = definitionOf(state, current);
  const over = refuseSettled(current) ?? refusePaused(current) ?? refuseByWho(state, definition, people);
  if (over !== null) return over;
  const outcome = findOutcome(definition, command.outcome);
  if (!outcome.ok) return outcome;
  const given = command.facts === undefined ? null : draftFacts(state, command.facts, occurrence);
  if (given !== null && !given.ok) return given;
  const facts = given?.value.facts ?? state.facts;
  const drafts = given?.value.drafts ?? none;
  const inTheWay = findStepsInTheWay(state, placeOf(occurrence), facts);
  const refusal = refuseInTheWay(state, current, inTheWay, command.including);
  if (refusal !== null) return refusal;
  const closing = new Set([...inTheWay.steps, placeOf(occurrence)]);
  for (const step of closing) {
    const busy = refuseTogether(state, step, closing);
    if (busy !== null) return busy;
  }
  const along = completeAlong(inTheWay.steps, facts, state, people);
  if (!along.ok) return along;
  // Its turn comes with this very command, and the plan would not have it done.
  const { onlyIf } = definition;
  if (status === 'created' && onlyIf !== undefined && evaluateCondition(onlyIf, facts) === 'fails')
    return err({ type: 'stepWithdrawn', step: placeOf(occurrence) });
  const needed = refuseForFacts(state, definition, facts);
  if (needed !== null) return needed;
  const completion = draftCompletion(definition, current, facts, command);
  if (drafts.length + along.value.length === 0 && outcome.value?.redo === undefined) return ok([completion]);
  const redo = draftRedo(state, placeOf(occurrence), outcome.value, closing, command.note);
  return redo.ok ? ok([...drafts, ...along.value, completion, ...redo.value]) : redo;
}

const none: readonly never[] = [];
const nothing: Decision = ok([]);

/** The steps in the way, which the person says are done as well: nobody is asked how they ended. */
function completeAlong(
  steps: readonly StepId[],
  facts: Facts,
  state: RunState,
  people: readonly PersonId[],
): Decision {
  if (steps.length === 0) return nothing;
  const drafts: Draft[] = [];
  for (const id of steps) {
    const current = state.current.get(id);
    if (current === undefined) continue;
    const definition = definitionOf(state, current);
    const refusal = refusePaused(current) ?? refuseByWho(state, definition, people);
    if (refusal !== null) return refusal;
    const outcome = findOutcome(definition, undefined);
    if (!outcome.ok) return outcome;
    const needed = refuseForFacts(state, definition, facts);
    if (needed !== null) return needed;
    drafts.push(draftCompletion(definition, current, facts, {}));
  }
  return ok(drafts);
}

/** People vote on an approval; and whoever did what is judged leaves the rest to others [O5]. */
function refuseByWho(
  state: RunState,
  definition: StepDefinition,
  people: readonly PersonId[],
): Decision | null {
  if (definition.kind === 'approval') return err({ type: 'peopleVote', step: definition.id });
  return refuseDoers(state, definition, people);
}

const noOutcome = ok(null);

/** Null for a step that is simply done. */
export function findOutcome(
  { id: step, outcomes = none }: StepDefinition,
  wanted: string | undefined,
): Result<OutcomeDefinition | null, Refusal> {
  if (wanted === undefined) {
    if (outcomes.length === 0) return noOutcome;
    return err({ type: 'outcomeNeeded', step, outcomes: outcomes.map(({ id }) => id) });
  }
  const outcome = outcomes.find(({ id }) => id === wanted);
  return outcome === undefined ? err({ type: 'unknownOutcome', step }) : ok(outcome);
}

export function draftCompletion(
  definition: StepDefinition,
  { occurrence }: Pick<OccurrenceState, 'occurrence'>,
  facts: Facts,
  { outcome, note }: Pick<CompleteStep, 'outcome' | 'note'>,
): Extract<Draft, { type: 'step.completed/2' }> {
  const readsAny = readsOfStep(definition).length > 0;
  if (outcome === undefined && note === undefined && !readsAny)
    return { type: 'step.completed/2', data: noData, occurrence };
  const data = {
    ...(outcome === undefined ? {} : { outcome }),
    ...(note === undefined ? {} : { note }),
    ...(readsAny ? { reads: computeReads(definition, facts) } : {}),
  };
  return { type: 'step.completed/2', data, occurrence };
}
