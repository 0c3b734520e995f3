/** Starting a run: pins the version, copies the context in [E6], records what was done before. */
import type { Command } from '../../model/command.ts';
import type { EventPayloads } from '../../model/event.ts';
import type { PersonId } from '../../model/ids.ts';
import { occurrenceAt } from '../../model/place.ts';
import { err, ok } from '../../model/result.ts';
import { findCastProblems } from '../find-cast-problems.ts';
import { findSubflowsLeft } from '../../model/find-subflow-problems.ts';
import { validateWorkflow } from '../../model/validate-workflow.ts';
import { expandPlan } from '../items/expand-plan.ts';
import { computeItemLists } from '../items/item-list.ts';
import { startingItems } from '../items/starting-items.ts';
import type { RunState } from '../run-state.ts';
import { draftCompletion } from './complete-step.ts';
import type { Decision, Draft } from './draft.ts';
import { startingFacts } from './fact-drafts.ts';
import { isKnownPerson } from './guards.ts';
import { planIndexOf } from './plan-index.ts';
import { placesOfSection } from './redo.ts';

/** Nobody votes on what was agreed before: whoever starts the run says that it was. */
function givenBefore(data: EventPayloads['step.completed/2']): EventPayloads['step.completed/2'] {
  return { ...data, outcome: 'approved', beforeRun: true };
}

/**
 * Steps done before the run began are taken at the person's word, also when one that they depend on
 * was not: what already happened cannot be refused. A decision among them ended with its first outcome that
 * goes on, for otherwise it would not be over.
 */
export function decideStartRun(command: Extract<Command, { kind: 'startRun' }>, state: RunState): Decision {
  if (state.status !== 'notStarted') return err({ type: 'runAlreadyStarted' });
  const { title, workflow, conductor, parts, partRoles = {}, context } = command;
  const valid = validateWorkflow(workflow.definition);
  if (!valid.ok) return valid;
  const left = findSubflowsLeft(workflow.definition.steps);
  if (left.length > 0) return err({ type: 'invalidWorkflow', problems: left });
  const isPerson = (person: PersonId): boolean => isKnownPerson(context, person);
  if (![conductor, ...Object.values(parts)].every(isPerson)) return err({ type: 'unknownPerson' });
  const { definition } = workflow;
  const problems = findCastProblems(definition.steps, {
    parts,
    partRoles,
    conductor,
    roles: context.roles ?? [],
  });
  if (problems.length > 0) return err({ type: 'invalidWorkflow', problems });
  const wanted = startingItems(definition, command.items ?? {});
  if (!wanted.ok) return wanted;
  const lists = computeItemLists(definition, wanted.value, [], () => false);
  const { stepOf, inOrder } = planIndexOf(expandPlan(definition.steps, definition.facts, lists));
  const written = planIndexOf(definition.steps).stepOf;
  const unknown = command.alreadyDone.find((id) => written(id) === undefined && stepOf(id) === undefined);
  if (unknown !== undefined) return err({ type: 'unknownStep', step: unknown });
  // A step of a per-item section was done for all of its items.
  const before = command.alreadyDone.flatMap((id) =>
    stepOf(id) === undefined ? placesOfSection({ items: lists }, { steps: [id] }) : [id],
  );
  const starting = startingFacts(definition, command.facts, isPerson);
  if (!starting.ok) return starting;
  const { given, facts } = starting.value;
  const items = Object.keys(wanted.value).length === 0 ? {} : { items: wanted.value };
  const done: Draft[] = [];
  for (const id of inOrder(before)) {
    const step = stepOf(id);
    if (step === undefined) continue;
    const outcome = step.outcomes?.find(({ redo }) => redo === undefined)?.id;
    const how = outcome === undefined ? {} : { outcome };
    const completion = draftCompletion(step, { occurrence: occurrenceAt(id, 1) }, facts, how);
    done.push(step.kind === 'approval' ? { ...completion, data: givenBefore(completion.data) } : completion);
  }
  const follows = command.follows === undefined ? {} : { follows: command.follows };
  const playedByRoles = Object.keys(partRoles).length === 0 ? {} : { partRoles };
  return ok([
    {
      type: 'run.started/2',
      data: { title, workflow, conductor, parts, ...playedByRoles, facts: given, ...items, ...follows },
    },
    { type: 'run.contextSet/1', data: { context } },
    ...done,
  ]);
}
