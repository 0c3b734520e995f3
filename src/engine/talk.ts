/** What people said and ticked at an occurrence: nothing here decides anything. */
import type { RunEvent } from '../model/event.ts';
import type { OccurrenceState, StepNote } from './run-state.ts';

/** `events`: all of one occurrence, in total order. Of rival ticks of one item the later holds. */
export function computeTalk(events: readonly RunEvent[]): Pick<OccurrenceState, 'notes' | 'ticked'> {
  const notes: StepNote[] = [];
  const ticked = new Set<string>();
  for (const event of events) {
    const text = noteOf(event);
    if (text !== undefined && text !== '')
      notes.push({ event: event.id, actor: event.actor, at: event.at, text });
    if (event.type !== 'checklist.ticked/1') continue;
    if (event.data.ticked) ticked.add(event.data.item);
    else ticked.delete(event.data.item);
  }
  return { notes, ticked };
}

/** A note given with a completion or a hand-over is a note like any other. */
function noteOf(event: RunEvent): string | undefined {
  switch (event.type) {
    case 'note.added/1':
      return event.data.text;
    case 'step.completed/2':
    case 'step.reassigned/1':
      return event.data.note;
    default:
      return undefined;
  }
}
