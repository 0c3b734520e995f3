/** The second line of a step in any list: its state's word first, then what else matters. */
import type { Messages } from '../../../i18n/core/en/messages.ts';
import type { AwayView, DueView, PersonView, StepLine, Tone } from '../../../views/shared.ts';

export interface StepWords {
  readonly tone: Tone;
  readonly word: string;
  /** What follows the word; empty when there is nothing to add. */
  readonly rest: string;
  /** Whoever has it is away. */
  readonly away?: { readonly holder: PersonView; readonly away: AwayView } | undefined;
}

/** "by 18:00 today", or nothing. */
export function dueWords(messages: Messages, due: DueView | null, now: number): string {
  return due === null ? '' : messages.times.by(due.at, due.hasTime, now);
}

export function joinWords(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

export function awayOf({ holder, away }: Pick<StepLine, 'holder' | 'away'>): StepWords['away'] {
  return holder === null || away === undefined ? undefined : { holder, away };
}

export function stepWords(messages: Messages, line: StepLine, now: number, extra = ''): StepWords {
  const { states } = messages;
  const late = line.due?.late === true ? states.late(line.due.at, now) : '';
  const due = line.due?.late === true ? '' : dueWords(messages, line.due, now);
  const says = (word: string, ...rest: readonly string[]): StepWords => ({
    tone: line.tone,
    word,
    rest: joinWords(rest),
    away: awayOf(line),
  });
  switch (line.tone) {
    case 'turn':
      return says(states.word('turn', line.holder), extra, late === '' ? due : late);
    case 'late':
      return says(late === '' ? states.word('late', line.holder) : late, states.hasIt(line.holder), extra);
    case 'stuck':
      return says(states.word('stuck', line.holder), extra === '' ? states.hasIt(line.holder) : extra);
    case 'risk':
    case 'conflict':
    case 'recheck':
    case 'paused':
      return says(states.word(line.tone, line.holder), extra, due);
    case 'waiting':
      return says(states.word('waiting', line.holder), extra, late === '' ? due : late);
    case 'theirs':
      return says(states.word('theirs', line.holder), extra, late === '' ? due : late);
    case 'next':
    case 'done':
    case 'provisional':
    case 'skipped':
    case 'withdrawn':
      return says(states.word(line.tone, line.holder), extra);
  }
}
