/** Starting a run: pins the version, copies the context in [E6], records what was done before. */
import type { Command } from '../../model/command.ts';
import type { EventPayloads } from '../../model/event.ts';
import type { PersonId } from '../../model/ids.ts';
import { firstOccurrence } from '../../model/occurrence.ts';
import { err, ok } from '../../model/result.ts';
import { findCastProblems } from '../find-cast-problems.ts';
import { validateWorkflow } from '../../model/validate-workflow.ts';
import type { RunState } from '../run-state.ts';
import { draftCompletion } from './complete-step.ts';
import type { Decision, Draft } from './draft.ts';
import { startingFacts } from './fact-drafts.ts';
import { isKnownPerson } from './guards.ts';
import { planIndexOf } from './plan-index.ts';

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
  const isPerson = (person: PersonId): boolean => isKnownPerson(context, person);
  if (![conductor, ...Object.values(parts)].every(isPerson)) return err({ type: 'unknownPerson' });
  const { steps } = workflow.definition;
  const problems = findCastProblems(steps, {
    parts,
    partRoles,
    conductor,
    roles: context.roles ?? [],
  });
  if (problems.length > 0) return err({ type: 'invalidWorkflow', problems });
  const { stepOf, inOrder } = planIndexOf(workflow.definition.steps);
  const unknown = command.alreadyDone.find((id) => stepOf(id) === undefined);
  if (unknown !== undefined) return err({ type: 'unknownStep', step: unknown });
  const starting = startingFacts(workflow.definition, command.facts, isPerson);
  if (!starting.ok) return starting;
  const { given, facts } = starting.value;
  const done: Draft[] = [];
  for (const id of inOrder(command.alreadyDone)) {
    const definition = stepOf(id);
    if (definition === undefined) continue;
    const outcome = definition.outcomes?.find(({ redo }) => redo === undefined)?.id;
    const how = outcome === undefined ? {} : { outcome };
    const completion = draftCompletion(definition, { occurrence: firstOccurrence(id) }, facts, how);
    done.push(
      definition.kind === 'approval' ? { ...completion, data: givenBefore(completion.data) } : completion,
    );
  }
  const playedByRoles = Object.keys(partRoles).length === 0 ? {} : { partRoles };
  return ok([
    { type: 'run.started/2', data: { title, workflow, conductor, parts, ...playedByRoles, facts: given } },
    { type: 'run.contextSet/1', data: { context } },
    ...done,
  ]);
}
