/** Whom something belongs to, as an entry of a list: an exact text for each, and back. */
import { asId, type PersonId, type RoleId, type StepId } from '../../../model/ids.ts';
import type { Assignee } from '../../../model/workflow.ts';

export function whoToKey(who: Assignee | undefined): string {
  switch (who?.kind) {
    case 'person':
      return `person:${who.person}`;
    case 'part':
      return `part:${who.part}`;
    case 'role':
      return `role:${who.role}`;
    case 'sameAs':
      return `step:${who.step}`;
    case 'conductor':
      return 'conductor';
    case undefined:
      return '';
  }
}

/** `null`: nobody is named. */
export function keyToWho(key: string): Assignee | null {
  if (key === 'conductor') return { kind: 'conductor' };
  const at = key.indexOf(':');
  const id = key.slice(at + 1);
  switch (key.slice(0, Math.max(at, 0))) {
    case 'person':
      return { kind: 'person', person: asId<PersonId>(id) };
    case 'part':
      return { kind: 'part', part: id };
    case 'role':
      return { kind: 'role', role: asId<RoleId>(id) };
    case 'step':
      return { kind: 'sameAs', step: asId<StepId>(id) };
    default:
      return null;
  }
}
