/** What people said, answered, ticked and asked each other about at an occurrence: nothing here decides anything. */
import type { RunEvent, RunEventOf } from '../model/event.ts';
import type { OccurrenceState, StepNote, StepNudge } from './run-state.ts';

export type Talk = Pick<OccurrenceState, 'notes' | 'replies' | 'ticked' | 'nudges'>;

const silence: Talk = { notes: [], replies: [], ticked: new Set(), nudges: [] };

/** `events`: those of one occurrence that say something, in total order. Of rival ticks of one item the later holds. */
export function computeTalk(events: readonly RunEvent[]): Talk {
  if (events.length === 0) return silence;
  const notes: StepNote[] = [];
  const replies: StepNote[] = [];
  const ticked = new Set<string>();
  const nudges: StepNudge[] = [];
  for (const event of events) {
    const text = noteOf(event);
    if (text !== undefined && text !== '') notes.push(toNote(event, text));
    if (event.type === 'reply.received/1') replies.push(toNote(event, event.data.text ?? ''));
    if (event.type === 'nudge.sent/1') nudges.push(toNudge(event));
    if (event.type !== 'checklist.ticked/1') continue;
    if (event.data.ticked) ticked.add(event.data.item);
    else ticked.delete(event.data.item);
  }
  return { notes, replies, ticked, nudges };
}

function toNudge({ id, actor, at, data: { to, how } }: RunEventOf<'nudge.sent/1'>): StepNudge {
  return { event: id, actor, to, how, at };
}

function toNote({ id, actor, at }: RunEvent, text: string): StepNote {
  return { event: id, actor, at, text };
}

/** A note given with a completion, a check or a hand-over is a note like any other. */
function noteOf(event: RunEvent): string | undefined {
  switch (event.type) {
    case 'note.added/1':
      return event.data.text;
    case 'step.completed/2':
    case 'step.rechecked/1':
    case 'step.reassigned/1':
    case 'approval.voted/1':
      return event.data.note;
    default:
      return undefined;
  }
}
