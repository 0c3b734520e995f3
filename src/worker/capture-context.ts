/** What typed lines are read with: whose names they may hold, what day it is, and more words for dates when they are used. */
import { type DateReader, looksLikeDate } from '../interchange/capture-dates.ts';
import type { CaptureContext } from '../interchange/capture.ts';
import type { WorkflowId } from '../model/ids.ts';
import { type Environment, randomId } from './environment.ts';
import type { SpaceSession } from './space-session.ts';

export async function captureContext(
  environment: Environment,
  session: SpaceSession | null,
  text: string,
): Promise<CaptureContext> {
  const { people, zone } = session?.context() ?? { people: [], zone: 'UTC' };
  const dates = looksLikeDate(text) ? await loadDates() : null;
  return {
    people,
    zone,
    now: environment.now(),
    // Steps are named by their place, so that a preview and the start that follows agree.
    newId: (n) => (n === 0 ? randomId<WorkflowId>(environment) : `s${n}`),
    ...(dates === null ? {} : { dates }),
  };
}

/** Null when it cannot be fetched: what it would have read stays in the title. */
async function loadDates(): Promise<DateReader | null> {
  try {
    return (await import('./read-spoken-date.ts')).readSpokenDate;
  } catch {
    return null;
  }
}
