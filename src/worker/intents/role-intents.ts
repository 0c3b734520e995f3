/** Intents about roles: sets of people, any of whom may have a step. */
import type { PersonId, RoleId } from '../../model/ids.ts';
import { removeRole as deleteRole, readRoles, writeRole } from '../../store/space-roles.ts';
import { randomId } from '../environment.ts';
import type { Intent, IntentResult } from '../messages.ts';
import { done, failed, type IntentContext, settle } from './intent-context.ts';
import { tellRuns } from './tell-runs.ts';

type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

export async function saveRole(context: IntentContext, intent: IntentOf<'saveRole'>): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const { doc } = session.document;
  const name = intent.name.trim();
  if (name === '') return failed({ type: 'emptyName' });
  const known = new Set<PersonId>(session.people().map(({ id }) => id));
  if (intent.people.some((person) => !known.has(person))) return failed({ type: 'unknownPerson' });
  if (intent.role !== undefined && readRoles(doc).every(({ id }) => id !== intent.role))
    return failed({ type: 'roleMissing' });
  const role = intent.role ?? randomId<RoleId>(context.environment);
  writeRole(doc, { id: role, name, people: intent.people }, context.environment.now());
  return settle(context, [session.document, ...(await tellRuns(context, session))], { role });
}

export async function removeRole(
  context: IntentContext,
  intent: IntentOf<'removeRole'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const { doc } = session.document;
  if (readRoles(doc).every(({ id }) => id !== intent.role)) return done();
  deleteRole(doc, intent.role);
  return settle(context, [session.document, ...(await tellRuns(context, session))]);
}
