/** Days on which nobody works. */
import { isLocalDate } from '../../model/local-date.ts';
import { readHolidays, writeHoliday } from '../../store/space-holidays.ts';
import type { Intent, IntentResult } from '../messages.ts';
import { done, failed, type IntentContext, settle } from './intent-context.ts';
import { tellRuns } from './tell-runs.ts';

export async function setHoliday(
  context: IntentContext,
  { date, name }: Extract<Intent, { kind: 'setHoliday' }>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  if (!isLocalDate(date)) return failed({ type: 'unreadableInput' });
  const { doc } = session.document;
  const known = readHolidays(doc).find((holiday) => holiday.date === date)?.name ?? null;
  const wanted = name?.trim() ?? null;
  if (known === wanted) return done();
  writeHoliday(doc, date, wanted);
  return settle(context, [session.document, ...(await tellRuns(context, session))]);
}
