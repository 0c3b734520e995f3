/** Commands about facts, and about steps that rest on facts which have changed since. */
import type { Command } from '../../model/command.ts';
import { err, ok } from '../../model/result.ts';
import { placeOf } from '../../model/place.ts';
import { computeReads } from '../facts/stale-reads.ts';
import { isClosed } from '../readiness.ts';
import type { RunState } from '../run-state.ts';
import type { Decision } from './draft.ts';
import { draftFacts } from './fact-drafts.ts';
import { definitionOf, requireCurrent, requireKnown, requireNotCancelled } from './guards.ts';

export function decideSetFact(
  { fact, value, occurrence }: Extract<Command, { kind: 'setFact' }>,
  state: RunState,
): Decision {
  const allowed = requireNotCancelled(state);
  if (!allowed.ok) return allowed;
  const known = occurrence === undefined ? allowed : requireKnown(state, occurrence);
  if (!known.ok) return known;
  const given = draftFacts(state, { [fact]: value }, occurrence);
  return given.ok ? ok(given.value.drafts) : given;
}

type CheckingCommand = Extract<Command, { kind: 'recheckStep' | 'amendStep' }>;

/** Both leave the step as it ended; neither moves anything on, so a suspended run allows them. */
export function decideChecking(command: CheckingCommand, state: RunState): Decision {
  const found = requireCurrent(state, command.occurrence);
  if (!found.ok) return found;
  const current = found.value;
  const { status, validity, occurrence } = current;
  const step = placeOf(occurrence);
  const definition = definitionOf(state, current);
  const note = command.note === undefined ? {} : { note: command.note };
  if (command.kind === 'recheckStep') {
    if (status !== 'completed' || validity !== 'recheck') return err({ type: 'nothingToCheck', step });
    const reads = computeReads(definition, state.facts);
    return ok([{ type: 'step.rechecked/1', data: { reads, ...note }, occurrence }]);
  }
  if (status === 'withdrawn') return err({ type: 'stepWithdrawn', step });
  if (status !== 'completed')
    return err(isClosed(status) ? { type: 'alreadyClosed', step, status } : { type: 'notClosed', step });
  const given = draftFacts(state, command.facts ?? {}, occurrence);
  if (!given.ok) return given;
  const { drafts, facts } = given.value;
  const data = { reads: computeReads(definition, facts), amended: true, ...note };
  return ok([...drafts, { type: 'step.rechecked/1', data, occurrence }]);
}
