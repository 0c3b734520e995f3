/**
 * Whom a plan means: an assignee as people, with the run's parts, roles and conductor.
 *
 * Invariant: total for any plan, also one whose steps are "the same as" each other in a ring; nobody is
 * meant then.
 */
import type { PersonId, RoleId, StepId } from '../model/ids.ts';
import type { Role } from '../model/person.ts';
import { placeOf } from '../model/place.ts';
import type { Assignee } from '../model/workflow.ts';
import type { OccurrenceState, RunState } from './run-state.ts';

/** What of a run says who is meant. */
export interface Cast {
  readonly parts: Readonly<Record<string, PersonId>>;
  readonly partRoles: Readonly<Record<string, RoleId>>;
  readonly conductor: PersonId | null;
  readonly roles: readonly Role[];
}

/** Who does another step, for "the same person as". */
export type DoerOf = (step: StepId) => PersonId | null;

const nobody: readonly PersonId[] = [];

/** Everybody it means: of a role all of its people. */
export function assigneeToPeople(
  assignee: Assignee | undefined,
  cast: Cast,
  doerOf: DoerOf,
): readonly PersonId[] {
  const role = assignee === undefined ? null : findRole(assignee, cast);
  if (role !== null) return role.people;
  const person = assigneeToPerson(assignee, cast, doerOf);
  return person === null ? nobody : [person];
}

/** Whom the definition names, as far as the run filled its parts; null for a role, which is nobody in particular. */
export function assigneeToPerson(
  assignee: Assignee | undefined,
  cast: Cast,
  doerOf: DoerOf,
): PersonId | null {
  switch (assignee?.kind) {
    case undefined:
    case 'role':
      return null;
    case 'person':
      return assignee.person;
    case 'part':
      return Object.hasOwn(cast.parts, assignee.part) ? (cast.parts[assignee.part] ?? null) : null;
    case 'conductor':
      return cast.conductor;
    case 'sameAs':
      return doerOf(assignee.step);
  }
}

/** The role that has the step, or plays the part that does. */
export function findRole(assignee: Assignee, { parts, partRoles, roles }: Cast): Role | null {
  const id =
    assignee.kind === 'role'
      ? assignee.role
      : assignee.kind === 'part' &&
          !Object.hasOwn(parts, assignee.part) &&
          Object.hasOwn(partRoles, assignee.part)
        ? partRoles[assignee.part]
        : undefined;
  return roles.find((role) => role.id === id) ?? null;
}

export function castOf({ parts, partRoles, conductor, context }: RunState): Cast {
  return { parts, partRoles, conductor, roles: context?.roles ?? [] };
}

/** `assigneeToPerson` of a run as it stands. */
export function findAssigned(assignee: Assignee | undefined, state: RunState): PersonId | null {
  return assigneeToPerson(assignee, castOf(state), (step) => findDoer(state, step));
}

/** All who completed the latest pass that was completed; nobody when none was. */
export function findDoers(state: RunState, step: StepId): readonly PersonId[] {
  const current = state.current.get(step);
  if (current?.status === 'completed') return current.closedBy;
  let last: OccurrenceState | null = null;
  // Iterations of a step come lowest first.
  for (const each of state.occurrences.values())
    if (placeOf(each.occurrence) === step && each.status === 'completed') last = each;
  return last?.closedBy ?? nobody;
}

/** Whoever completed the step, else holds it, else completed an earlier pass of it. */
export function findDoer(state: RunState, step: StepId): PersonId | null {
  const current = state.current.get(step);
  if (current?.status === 'completed') return current.closedBy[0] ?? null;
  return current?.holder ?? findDoers(state, step)[0] ?? null;
}
