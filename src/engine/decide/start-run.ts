/** Starting a run: pins the version, copies the context in [E6], records what was done before. */
import type { Command } from '../../model/command.ts';
import { validateWorkflow } from '../../model/decode-workflow.ts';
import { firstOccurrence } from '../../model/occurrence.ts';
import { err, ok } from '../../model/result.ts';
import { computeTopologicalOrder } from '../../model/topological-order.ts';
import type { Decision, Draft } from './draft.ts';
import type { RunState } from '../run-state.ts';
import { isKnownPerson } from './guards.ts';

/**
 * Steps done before the run began are taken at the person's word, also when one that they depend on
 * was not: what already happened cannot be refused.
 */
export function decideStartRun(command: Extract<Command, { kind: 'startRun' }>, state: RunState): Decision {
  if (state.status !== 'notStarted') return err({ type: 'runAlreadyStarted' });
  const { title, workflow, conductor, parts, facts, context } = command;
  const valid = validateWorkflow(workflow.definition);
  if (!valid.ok) return valid;
  if (![conductor, ...Object.values(parts)].every((person) => isKnownPerson(context, person)))
    return err({ type: 'unknownPerson' });
  const { steps } = workflow.definition;
  const unknown = command.alreadyDone.find((id) => !steps.some((step) => step.id === id));
  if (unknown !== undefined) return err({ type: 'unknownStep', step: unknown });
  const done = new Set(command.alreadyDone);
  const order = computeTopologicalOrder(steps) ?? [];
  return ok([
    { type: 'run.started/2', data: { title, workflow, conductor, parts, facts } },
    { type: 'run.contextSet/1', data: { context } },
    ...order
      .filter((id) => done.has(id))
      .map((id): Draft => ({ type: 'step.completed/2', data: {}, occurrence: firstOccurrence(id) })),
  ]);
}
