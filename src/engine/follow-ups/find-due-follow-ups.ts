/** What is to start now that a run has ended, and with what it starts [L1] [L2]. Functions of the folded log alone. */
import type { FactDefinition, FactValue } from '../../model/fact.ts';
import type { FactId, PersonId, RoleId, StepId } from '../../model/ids.ts';
import { stepOfPlace } from '../../model/place.ts';
import type { FollowUp, FollowUpCondition, WorkflowDefinition } from '../../model/workflow.ts';
import type { OccurrenceStatus, RunState } from '../run-state.ts';

const none: readonly FollowUp[] = [];

export function findDueFollowUps(state: RunState): readonly FollowUp[] {
  if (state.followUps.length === 0) return none;
  return state.followUps.filter(({ when }) => dueSince(state, when) !== null);
}

/** When it came true, by the clock of whoever brought it about; `null`: it is not. */
function dueSince(state: RunState, when: FollowUpCondition): number | null {
  const { status, finishedAt } = state;
  switch (when.kind) {
    case 'finished':
      return status === 'finished' ? finishedAt : null;
    case 'cancelled':
      return status === 'cancelled' ? finishedAt : null;
    case 'outcome':
      return status === 'finished' && completed(state, when.step, when.outcomes) !== null ? finishedAt : null;
    case 'done':
      return status === 'cancelled' ? null : completed(state, when.step);
  }
}

/** Of a step that is done once an item, when the last of them was, and only once all of them are. */
function completed({ current }: RunState, step: StepId, outcomes?: readonly string[]): number | null {
  const places = [...current].flatMap(([place, each]) => (stepOfPlace(place) === step ? [each] : []));
  const done = places.filter(({ status }) => status === 'completed');
  if (outcomes === undefined) {
    const isOver = done.length > 0 && places.every(({ status }) => closed.has(status));
    return isOver ? Math.max(...done.map(({ closedAt }) => closedAt ?? 0)) : null;
  }
  const ended = done.find(({ outcome }) => outcome !== null && outcomes.includes(outcome));
  return ended?.closedAt ?? null;
}

const closed: ReadonlySet<OccurrenceStatus> = new Set(['completed', 'skipped', 'withdrawn', 'terminated']);

export interface HandOver {
  /** When it came true: milliseconds since 1970, by the clock of whoever brought it about. */
  readonly at: number;
  readonly conductor: PersonId;
  readonly parts: Readonly<Record<string, PersonId>>;
  readonly partRoles: Readonly<Record<string, RoleId>>;
  readonly facts: Readonly<Record<FactId, FactValue>>;
}

/** `next`: what starts. What it does not have, or has of another kind, is left out. `null` before it is due. */
export function computeHandOver(
  state: RunState,
  { when, parts: mapping = {}, facts: handed = {} }: FollowUp,
  next: Pick<WorkflowDefinition, 'parts' | 'facts'>,
): HandOver | null {
  const { conductor, parts: played, partRoles: playedByRoles } = state;
  const at = dueSince(state, when);
  if (at === null || conductor === null) return null;
  const parts: Record<string, PersonId> = {};
  const partRoles: Record<string, RoleId> = {};
  const people = new Map(Object.entries(played));
  const roles = new Map(Object.entries(playedByRoles));
  for (const { id } of next.parts) {
    const who = Object.hasOwn(mapping, id) ? mapping[id] : undefined;
    if (who?.kind === 'person') parts[id] = who.person;
    else if (who?.kind === 'conductor') parts[id] = conductor;
    else if (who?.kind === 'role') partRoles[id] = who.role;
    else {
      const [person, role] = [people.get(who?.part ?? id), roles.get(who?.part ?? id)];
      if (person !== undefined) parts[id] = person;
      else if (role !== undefined) partRoles[id] = role;
    }
  }
  const facts: Record<FactId, FactValue> = {};
  for (const fact of next.facts) {
    const from = Object.hasOwn(handed, fact.id) ? handed[fact.id] : undefined;
    const value = from === undefined ? null : (state.facts.get(from)?.value ?? null);
    if (value !== null && mayTake(fact, value)) facts[fact.id] = value;
  }
  return { at, conductor, parts, partRoles, facts };
}

function mayTake({ kind, derived, perItem, options = [] }: FactDefinition, value: FactValue): boolean {
  if (kind !== value.kind || derived !== undefined || perItem !== undefined) return false;
  return value.kind !== 'choice' || options.some(({ id }) => id === value.choice);
}
