/**
 * Starts a run that nobody starts: everything that is written follows from what it is started by and from what
 * the household knows, so that devices which do it apart from each other write the same bytes [E7]. The author is
 * the conductor, the device is what starts it, and the time is when it was to start.
 */
import type { Command } from '../model/command.ts';
import { asId, type DeviceId, type PersonId, type RunId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import type { NewRunIndexEntry } from '../store/space-document.ts';
import type { IntentContext } from './intents/intent-context.ts';
import { settle } from './intents/intent-context.ts';
import { publishVersion } from './intents/run-intents.ts';
import type { SpaceSession } from './space-session.ts';

export interface DeterminedStart {
  readonly run: RunId;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What starts it, in the place of a device. */
  readonly by: string;
  readonly definition: WorkflowDefinition;
  readonly conductor: PersonId;
  readonly with: Pick<
    Extract<Command, { kind: 'startRun' }>,
    'parts' | 'partRoles' | 'facts' | 'items' | 'follows'
  >;
  /** Writes the index entry, once the run is on disk. */
  readonly writeEntry: (entry: NewRunIndexEntry) => void;
}

/** `false`: refused. Its people or its plan are not what they were. */
export async function startDetermined(
  context: IntentContext,
  session: SpaceSession,
  { run, title, at, by, definition, conductor, with: given, writeEntry }: DeterminedStart,
): Promise<boolean> {
  const command: Command = {
    kind: 'startRun',
    title,
    workflow: await publishVersion(context.environment, definition),
    conductor,
    ...given,
    context: session.context(),
    alreadyDone: [],
  };
  const entry = { run, title, generation: 1, createdAt: at };
  const release = context.hold();
  try {
    const opened = await session.startRun(entry, command, {
      actor: conductor,
      device: asId<DeviceId>(by),
      now: at,
      commandId: `${run}.start`,
    });
    // Another device's start has arrived before its entry in the index did.
    if (!opened.ok && opened.error.type !== 'runAlreadyStarted') return false;
    if (opened.ok) await settle(context, [opened.value.document]);
    writeEntry(entry);
    await settle(context, [session.document]);
    return true;
  } finally {
    release();
  }
}
