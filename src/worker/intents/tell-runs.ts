/**
 * A run folds from its own log [E6], so what changed about people has to be written into it.
 * The device that made the change does it, for every run that is going on: the others would only say the
 * same again. What two devices changed apart meets in the space's document, and the next command of
 * anybody brings it into the run whole.
 */
import { isSame } from '../../model/is-same.ts';
import type { PersistedDocument } from '../../store/persisted-document.ts';
import type { Author, RunSession } from '../run-session.ts';
import type { SpaceSession } from '../space-session.ts';
import { authorOf, type IntentContext } from './intent-context.ts';

/** A run knows its people from its own log, so whoever names others brings them in first. */
export function bringPeopleIn(session: SpaceSession, run: RunSession, author: Author): void {
  // A guest knows them from the run and from nowhere else.
  if (session.access() === 'guest') return;
  const context = session.context();
  const known = run.state().context;
  if (known !== null && isSame(known, context)) return;
  // A run that has ended refuses a new context; the command itself then says why.
  run.apply({ kind: 'setContext', context }, author);
}

/** The documents that were written to; the caller waits for the disk. */
export async function tellRuns(
  context: IntentContext,
  session: SpaceSession,
): Promise<readonly PersistedDocument[]> {
  const me = session.me();
  if (me === null) return [];
  await session.runsOpen();
  const told = session.runIds().flatMap((id) => {
    if (!session.isOpen(id)) return [];
    const run = session.openedRun(id);
    const status = run?.state().status;
    return run !== null && (status === 'running' || status === 'suspended') ? [run] : [];
  });
  for (const run of told) bringPeopleIn(session, run, authorOf(context, me));
  return told.map(({ written }) => written);
}
