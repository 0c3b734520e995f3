/** What is said of a step of a flow, on the rail and in every other picture of the flow. */
import type { Messages } from '../../../i18n/core/en/messages.ts';
import type { RailRow } from '../../../views/flow-view.ts';
import type { Tone } from '../../../views/shared.ts';
import { joinWords, stateWord, type StepWords, stepWords } from '../shared/step-words.ts';

const dayMinutes = 24 * 60;
const quietTones: ReadonlySet<Tone> = new Set(['done', 'provisional', 'skipped', 'withdrawn']);

/** Over: it stands back. */
export function isQuiet({ tone }: RailRow): boolean {
  return quietTones.has(tone);
}

/** Its glyph says all there is to say. */
export function isBrief({ tone, hasConflict, isUndone }: RailRow): boolean {
  return (tone === 'done' || tone === 'skipped') && !hasConflict && !isUndone;
}

/** The second line; null where the title is enough. */
export function railRowWords(messages: Messages, row: RailRow, now: number): StepWords | null {
  const round = row.iteration > 1 ? messages.flow.round(row.iteration) : '';
  if (row.hasConflict) return { tone: 'conflict', word: messages.flow.conflict, rest: '' };
  if (row.inCaseOf !== undefined) return stepWords(messages, row, now);
  if (row.missingFacts.length > 0)
    return { tone: row.tone, word: '', rest: messages.flow.needsFacts(row.missingFacts) };
  if (row.isUndone) return { tone: 'skipped', word: messages.flow.undone, rest: round };
  if (row.tone === 'withdrawn' && row.withdrawnBecause !== null)
    return stepWords(messages, row, now, messages.flow.withdrawn[row.withdrawnBecause]);
  if (row.tone === 'waiting' && row.waitingOn !== null)
    return stepWords(messages, row, now, joinWords([messages.flow.waitsOn(row.waitingOn), round]));
  if (row.tone === 'next' && row.startsAt !== null)
    return { tone: 'next', word: '', rest: joinWords([messages.flow.starts(row.startsAt, now), round]) };
  if (row.tone === 'next') {
    const lists = row.openLists.length === 0 ? '' : messages.flow.untilComplete(row.openLists);
    const after = row.waitingFor.length === 0 ? lists : messages.flow.after(row.waitingFor);
    // Minutes matter to whoever does it; days matter to everybody who waits for it.
    const about = row.estimate === null || row.estimate < dayMinutes ? '' : messages.flow.about(row.estimate);
    return after === '' && about === ''
      ? stepWords(messages, row, now, round)
      : { tone: 'next', word: '', rest: joinWords([after, about, round]) };
  }
  if (isBrief(row)) {
    const ended = joinWords([row.outcome ?? '', round]);
    return ended === '' ? null : { tone: row.tone, word: '', rest: ended };
  }
  return stepWords(messages, row, now, joinWords([row.stuckReason ?? '', round]));
}

/** The state's word belongs to the name that a screen reader hears. */
export function spokenRow(messages: Messages, row: RailRow): string {
  return joinWords([row.title, row.isUndone ? messages.flow.undone : stateWord(messages, row)]);
}
