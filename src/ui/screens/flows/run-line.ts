/** What a run says in one line, in cards and in the list. */
import { undoWords } from '../../../i18n/core/en/undo.ts';
import type { Messages } from '../../../i18n/core/en/messages.ts';
import type { RunLine } from '../../../views/flows-view.ts';
import type { Tone } from '../../../views/shared.ts';

export interface FocusWords {
  readonly tone: Tone;
  readonly word: string;
  readonly rest: string;
}

/** "Your turn: Reserve the hotel"; null when nothing is open. */
export function focusWords(messages: Messages, run: RunLine): FocusWords | null {
  if (run.focus === null) return null;
  const { step, holder } = run.focus;
  const word = messages.states.word(step.tone, holder);
  const namesHolder = step.tone !== 'turn' && step.tone !== 'theirs' && holder !== null;
  const who = namesHolder ? `${holder.isMe ? messages.states.you : holder.name}, ` : '';
  return { tone: step.tone, word: `${word}:`, rest: `${who}${step.title}` };
}

export function runWhen(messages: Messages, run: RunLine, now: number): string {
  if (run.loading) return messages.flows.loading;
  if (run.undoCount > 0) {
    const words = undoWords(messages.formats, messages.times);
    return run.status === 'cancelled' ? words.cancelledWith(run.undoCount) : words.count(run.undoCount);
  }
  const by = run.endedBy === undefined ? null : run.endedBy.isMe ? messages.flows.you : run.endedBy.name;
  if (run.status === 'finished' && run.endedAt !== null) return messages.flows.ended(run.endedAt, now, by);
  if (run.status === 'cancelled' && run.endedAt !== null)
    return messages.flows.cancelledAt(run.endedAt, now, by);
  if (run.status === 'suspended') return messages.flows.paused;
  if (run.lastDueAt !== null) return messages.flows.lastDue(run.lastDueAt, now);
  return messages.flows.progress(run.done, run.total);
}
