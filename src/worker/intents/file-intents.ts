/** Intents that take something out of a file: a workflow for the household, a calendar for this device alone. */
import { partNames } from '../../i18n/core/en/part-names.ts';
import { readCalendar } from '../../interchange/read-calendar.ts';
import { decodeWorkflowFile } from '../../interchange/workflow-file.ts';
import type { EventId, WorkflowId } from '../../model/ids.ts';
import { writeWorkflow } from '../../store/space-document.ts';
import type { DailyIntent } from '../daily-messages.ts';
import { randomId } from '../environment.ts';
import type { IntentResult } from '../messages.ts';
import { done, failed, type IntentContext, requireMe, settle } from './intent-context.ts';
import { publishVersion } from './run-intents.ts';

type IntentOf<Kind extends DailyIntent['kind']> = Extract<DailyIntent, { kind: Kind }>;

/** Under an id of its own: a file never takes the place of what is here. */
export async function addWorkflow(
  context: IntentContext,
  intent: IntentOf<'addWorkflow'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const read = decodeWorkflowFile(intent.text, partNames);
  if (!read.ok) return failed({ type: 'workflowFileUnreadable' });
  const id = randomId<WorkflowId>(context.environment);
  const version = await publishVersion(context.environment, { ...read.value.definition, id });
  writeWorkflow(session.document.doc, { id, version });
  return settle(context, [session.document]);
}

export async function addCalendar(
  context: IntentContext,
  intent: IntentOf<'addCalendar'>,
): Promise<IntentResult> {
  const ready = requireMe(context);
  if (ready === null) return failed({ type: 'noSpace' });
  const { session, me } = ready;
  const read = readCalendar(intent.text, session.context().zone);
  if (!read.ok) return failed({ type: 'calendarUnreadable', why: read.error.type });
  const { events } = read.value;
  const name = read.value.name || intent.name;
  const id: string = randomId<EventId>(context.environment);
  const addedAt = context.environment.now();
  await context.calendars.change(session.id, (before) => [
    // A newer file of the same calendar takes the place of the older one.
    ...before.filter((calendar) => calendar.name !== name || calendar.person !== me),
    { id, name, person: me, addedAt, events },
  ]);
  return done();
}

export async function removeCalendar(
  context: IntentContext,
  intent: IntentOf<'removeCalendar'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  await context.calendars.change(session.id, (before) => before.filter(({ id }) => id !== intent.calendar));
  return done();
}
