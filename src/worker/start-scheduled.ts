/** Starts the run of one slot: what is written follows from the schedule, the slot and the household's people. */
import type { FactValue } from '../model/fact.ts';
import type { FactId, RunId } from '../model/ids.ts';
import { addDays } from '../model/local-date.ts';
import type { ItemDefinition } from '../model/per-item.ts';
import { type Schedule, scheduledRunId, type Slot } from '../model/schedule.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import { createFormats } from '../i18n/core/formats.ts';
import { writeScheduledRun } from '../store/space-schedules.ts';
import type { ScheduleProblem } from '../views/space-snapshot.ts';
import type { IntentContext } from './intents/intent-context.ts';
import { findWorkflow } from './intents/run-intents.ts';
import type { SpaceSession } from './space-session.ts';
import { startDetermined } from './start-determined.ts';

/** `at`: when it counts as started; the slot's own time unless somebody starts it before. */
export async function startScheduled(
  context: IntentContext,
  session: SpaceSession,
  schedule: Schedule,
  slot: Slot,
  at: number = slot.at,
): Promise<{ readonly run: RunId } | { readonly problem: ScheduleProblem }> {
  const definition = findWorkflow(session, schedule.workflow);
  if (definition === null) return { problem: 'workflowMissing' };
  const run = scheduledRunId(schedule.id, slot.date);
  const started = await startDetermined(context, session, {
    run,
    title: `${schedule.title}, ${slotDay(schedule, slot)}`,
    at,
    by: `schedule-${schedule.id}`,
    definition,
    conductor: schedule.conductor,
    with: {
      parts: schedule.parts,
      facts: factsOf(schedule, definition, slot),
      items: itemsOf(schedule, definition),
    },
    writeEntry: (entry) => writeScheduledRun(session.document.doc, entry, schedule.id, slot.date),
  });
  return started ? { run } : { problem: 'refused' };
}

/** The same words on every device: it is what the run is called. */
function slotDay({ zone }: Schedule, { at }: Slot): string {
  return createFormats({ locale: 'en-GB', zone }).dayOfMonth(at);
}

/**
 * Nobody is asked for names, so it is done for those whom the schedule names, else for those that a start would
 * suggest. Of a list that the workflow does not have any more nothing is said, so that it starts all the same.
 */
function itemsOf(
  { items = {} }: Schedule,
  { sections = [] }: WorkflowDefinition,
): Readonly<Record<string, readonly ItemDefinition[]>> {
  return Object.fromEntries(
    sections.flatMap(({ id, perItem }) => {
      if (perItem === undefined || perItem.items === 'design') return [];
      const named = Object.hasOwn(items, id) ? items[id] : perItem.known;
      return named === undefined ? [] : [[id, named] as const];
    }),
  );
}

function factsOf(
  { facts = {} }: Schedule,
  definition: WorkflowDefinition,
  slot: Slot,
): Readonly<Record<FactId, FactValue>> {
  const given: Record<FactId, FactValue> = {};
  for (const { id, kind, derived } of definition.facts) {
    const days = Object.hasOwn(facts, id) ? facts[id] : undefined;
    const date = days === undefined ? null : addDays(slot.date, days);
    // What the workflow does not have any more is left out, so that it starts all the same.
    if (date !== null && kind === 'date' && derived === undefined) given[id] = { kind: 'date', date };
  }
  return given;
}
