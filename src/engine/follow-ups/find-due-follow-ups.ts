/** What is to start now that a run has ended, and with what it starts [L1] [L2]. Functions of the folded log alone. */
import type { FactDefinition, FactValue } from '../../model/fact.ts';
import type { FactId, PersonId, RoleId } from '../../model/ids.ts';
import { stepOfPlace } from '../../model/place.ts';
import type { FollowUp, FollowUpCondition, WorkflowDefinition } from '../../model/workflow.ts';
import type { RunState } from '../run-state.ts';

const none: readonly FollowUp[] = [];

export function findDueFollowUps(state: RunState): readonly FollowUp[] {
  if (state.followUps.length === 0) return none;
  return state.followUps.filter(({ when }) => hasEndedSo(state, when));
}

function hasEndedSo(state: RunState, when: FollowUpCondition): boolean {
  switch (when.kind) {
    case 'finished':
      return state.status === 'finished';
    case 'cancelled':
      return state.status === 'cancelled';
    case 'outcome': {
      if (state.status !== 'finished') return false;
      return [...state.current].some(
        ([place, { status, outcome }]) =>
          stepOfPlace(place) === when.step &&
          status === 'completed' &&
          outcome !== null &&
          when.outcomes.includes(outcome),
      );
    }
  }
}

export interface HandOver {
  /** Milliseconds since 1970, by the clock of whoever ended the run. */
  readonly at: number;
  readonly conductor: PersonId;
  readonly parts: Readonly<Record<string, PersonId>>;
  readonly partRoles: Readonly<Record<string, RoleId>>;
  readonly facts: Readonly<Record<FactId, FactValue>>;
}

/** `next`: what starts. What it does not have, or has of another kind, is left out. `null` before the run has ended. */
export function computeHandOver(
  state: RunState,
  { parts: mapping = {}, facts: handed = {} }: FollowUp,
  next: Pick<WorkflowDefinition, 'parts' | 'facts'>,
): HandOver | null {
  const { finishedAt: at, conductor, parts: played, partRoles: playedByRoles } = state;
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
