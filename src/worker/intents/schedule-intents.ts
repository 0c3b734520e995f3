/** Intents about what starts by itself: making and changing it, pausing, taking it out, starting the next now. */
import { decodeSchedule } from '../../model/decode-schedule.ts';
import type { ScheduleId } from '../../model/ids.ts';
import { patternToRule } from '../../model/repeat-pattern.ts';
import type { Schedule } from '../../model/schedule.ts';
import type { WorkflowDefinition } from '../../model/workflow.ts';
import {
  pauseSchedule,
  readScheduledRuns,
  readSchedules,
  removeSchedule,
  writeSchedule,
} from '../../store/space-schedules.ts';
import { randomId } from '../environment.ts';
import type { Intent, IntentResult } from '../messages.ts';
import type { ScheduleDraft } from '../schedule-messages.ts';
import { listNextSlots } from '../recurrence.ts';
import type { SpaceSession } from '../space-session.ts';
import { startScheduled } from '../start-scheduled.ts';
import { failed, type IntentContext, requireMe, settle } from './intent-context.ts';
import { findWorkflow } from './run-intents.ts';

type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

export function draftToRecurring({
  pattern,
  from,
  time,
  zone,
}: ScheduleDraft): Pick<Schedule, 'rule' | 'zone'> {
  return { rule: patternToRule(pattern, { from, time }), zone };
}

export async function saveSchedule(
  context: IntentContext,
  { id: known, draft }: IntentOf<'saveSchedule'>,
): Promise<IntentResult> {
  const ready = requireMe(context);
  if (ready === null) return failed({ type: 'noSpace' });
  const { session } = ready;
  const workflow = findWorkflow(session, draft.workflow);
  if (workflow === null) return failed({ type: 'workflowMissing' });
  const before = known === undefined ? undefined : findSchedule(session, known);
  if (known !== undefined && before === undefined) return failed({ type: 'scheduleMissing' });
  const unnamed = findUnnamed(workflow, draft.items ?? {});
  if (unnamed !== undefined) return failed({ type: 'itemsNeeded', section: unnamed });
  const id = known ?? randomId<ScheduleId>(context.environment);
  const recurring = draftToRecurring(draft);
  // Other days than before are days from now on; the same days go on as they were.
  const isOtherRule = before !== undefined && JSON.stringify(before.rule) !== JSON.stringify(recurring.rule);
  const since = isOtherRule ? context.environment.now() : before?.since;
  const schedule: Schedule = {
    id,
    workflow: draft.workflow,
    title: draft.title.trim() || workflow.title,
    ...recurring,
    catchUp: draft.catchUp,
    overlap: draft.overlap,
    parts: draft.parts,
    facts: draft.facts,
    ...(draft.items === undefined ? {} : { items: draft.items }),
    conductor: draft.conductor,
    ...(before?.paused === true ? { paused: true } : {}),
    ...(since === undefined ? {} : { since }),
  };
  if (decodeSchedule(schedule) === null) return failed({ type: 'unreadableInput' });
  writeSchedule(session.document.doc, schedule);
  return settle(context, [session.document]);
}

/** A list that the schedule leaves to its workflow, which suggests nobody: a start would be refused every time. */
function findUnnamed(
  { sections = [] }: WorkflowDefinition,
  items: NonNullable<ScheduleDraft['items']>,
): string | undefined {
  return sections.find(({ id, perItem }) => {
    if (perItem?.items !== 'start') return false;
    const named = Object.hasOwn(items, id) ? items[id] : perItem.known;
    return !named?.some(({ name }) => name.trim() !== '');
  })?.id;
}

export async function changeSchedule(
  context: IntentContext,
  intent: IntentOf<'pauseSchedule'> | IntentOf<'removeSchedule'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const { doc } = session.document;
  if (intent.kind === 'removeSchedule') removeSchedule(doc, intent.id, intent.removed);
  else pauseSchedule(doc, intent.id, intent.paused, intent.paused ? null : context.environment.now());
  return settle(context, [session.document]);
}

export async function startNext(
  context: IntentContext,
  { id }: IntentOf<'startNext'>,
): Promise<IntentResult> {
  const session = context.session();
  const schedule = session === null ? undefined : findSchedule(session, id);
  if (session === null || schedule === undefined) return failed({ type: 'scheduleMissing' });
  const now = context.environment.now();
  const started = readScheduledRuns(session.document.doc).filter((run) => run.schedule === id);
  // Those that were started before their time are passed over.
  const yesterday = new Date(now - 2 * 86_400_000).toISOString().slice(0, 10);
  const most = started.filter(({ date }) => date >= yesterday).length + 1;
  const next = await listNextSlots(schedule, session.context().holidays ?? [], now, most);
  const slot = next.find(({ date }) => started.every((run) => run.date !== date));
  if (slot === undefined) return failed({ type: 'scheduleOver' });
  const result = await startScheduled(context, session, schedule, slot, now);
  if ('run' in result) return { ok: true, value: { run: result.run } };
  return failed(
    result.problem === 'workflowMissing' ? { type: 'workflowMissing' } : { type: 'unreadableInput' },
  );
}

function findSchedule(session: SpaceSession, id: ScheduleId): Schedule | undefined {
  return readSchedules(session.document.doc).find((schedule) => schedule.id === id);
}
