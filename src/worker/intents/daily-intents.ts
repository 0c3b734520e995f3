/** Intents about what is over: taking back what the log tells, and putting flows out of sight. */
import { computeTakeBack } from '../../engine/take-back.ts';
import type { Command } from '../../model/command.ts';
import { writeRunArchived } from '../../store/space-archive.ts';
import type { IntentResult } from '../messages.ts';
import type { DailyIntent } from '../daily-messages.ts';
import { authorOf, failed, type IntentContext, requireMe, settle } from './intent-context.ts';
import { bringPeopleIn } from './tell-runs.ts';

type IntentOf<Kind extends DailyIntent['kind']> = Extract<DailyIntent, { kind: Kind }>;

export async function takeBack(context: IntentContext, intent: IntentOf<'takeBack'>): Promise<IntentResult> {
  const ready = requireMe(context);
  if (ready === null) return failed({ type: 'noSpace' });
  const { session, me } = ready;
  const run = await session.run(intent.run);
  const event = run?.state().history.find(({ id }) => id === intent.event);
  if (run === null || event === undefined) return failed({ type: 'runMissing' });
  const back = computeTakeBack(event, run.state(), me);
  if (back === null) return failed({ type: 'tooLateToTakeBack' });
  bringPeopleIn(session, run, authorOf(context, me));
  let undo: readonly Command[] = [];
  for (const command of back.commands) {
    const applied = run.apply(command, authorOf(context, me));
    if (!applied.ok) return failed(applied.error);
    undo = [...applied.value, ...undo];
  }
  const offer = undo.length === 0 ? {} : { undo: { run: intent.run, commands: undo } };
  return settle(context, [run.written], offer);
}

export async function archiveRun(
  context: IntentContext,
  intent: IntentOf<'archiveRun'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  if (!session.runIds().includes(intent.run)) return failed({ type: 'runMissing' });
  writeRunArchived(session.document.doc, intent.run, intent.archived);
  return settle(context, [session.document]);
}
