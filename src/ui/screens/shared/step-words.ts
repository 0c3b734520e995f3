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

/** Where several may do it, or each has a say, no one name says who has it. */
function sharedWords({ states }: Messages, { anyoneOf, votes, holder }: StepLine): string {
  if (anyoneOf !== undefined) return states.anyone(anyoneOf);
  return votes !== undefined && holder === null ? states.votes(votes.approvals, votes.needed) : '';
}

/** The state's word alone, as it is read out with the step's title. */
export function stateWord(messages: Messages, line: StepLine): string {
  const shared = line.tone === 'theirs' ? sharedWords(messages, line) : '';
  return shared === '' ? messages.states.word(line.tone, line.holder) : shared;
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
    rest: joinWords(line.meanwhile === undefined ? rest : [...rest, states.meanwhile(line.meanwhile)]),
    away: awayOf(line),
  });
  const shared = sharedWords(messages, line);
  const has = shared === '' ? states.hasIt(line.holder) : shared;
  switch (line.tone) {
    case 'turn':
      return says(states.word('turn', line.holder), shared, extra, late === '' ? due : late);
    case 'late':
      return says(late === '' ? states.word('late', line.holder) : late, has, extra);
    case 'stuck':
      return says(states.word('stuck', line.holder), extra === '' ? has : extra);
    case 'risk':
    case 'conflict':
    case 'recheck':
    case 'paused':
      return says(states.word(line.tone, line.holder), extra, due);
    case 'waiting':
      return says(states.word('waiting', line.holder), extra, late === '' ? due : late);
    case 'theirs':
      return says(has, extra, late === '' ? due : late);
    case 'next':
      // Nobody's turn comes at it by itself, so what it waits for is nothing to wait for.
      return line.inCaseOf === undefined
        ? says(states.word('next', line.holder), extra)
        : says('', states.inCase(line.inCaseOf));
    case 'done':
    case 'provisional':
    case 'skipped':
    case 'withdrawn':
      return says(states.word(line.tone, line.holder), extra);
  }
}
