/** What follows from an end of a step, in a sentence or two beside the button that brings it about. */
import type { Formats } from '../formats.ts';

/** Steps by their titles. */
export interface SayableConsequence {
  readonly ready: readonly string[];
  readonly withdrawn: readonly string[];
  readonly stillWaiting: readonly string[];
  readonly redone: readonly string[];
  /** Rounds that may still begin, the one that this would begin included; null when the plan has none here. */
  readonly redosLeft: number | null;
}

/** More titles than this become a number. */
const named = 2;

export function consequenceWords(f: Formats) {
  const titles = (of: readonly string[]): string =>
    of.length <= named
      ? f.list(of)
      : f.list([
          ...of.slice(0, named),
          f.plural(of.length - named, { one: '# more step', other: '# more steps' }),
        ]);
  const are = (of: readonly string[], one: string, other: string): string => (of.length === 1 ? one : other);
  /** `left` counts the round that would begin. */
  const lastly = (left: number): string =>
    left <= 1
      ? ', for the last time'
      : f.plural(left - 1, { one: ', # more round after that', other: ', # more rounds after that' });
  return {
    follows: (what: SayableConsequence): string => {
      const sentences: string[] = [];
      if (what.redone.length > 0)
        sentences.push(
          `${titles(what.redone)} ${are(what.redone, 'is', 'are')} done again${what.redosLeft === null ? '' : lastly(what.redosLeft)}.`,
        );
      else if (what.redosLeft === 0) sentences.push('There have been as many rounds as the plan allows.');
      if (what.ready.length > 0) sentences.push(`${titles(what.ready)} can start.`);
      if (what.withdrawn.length > 0)
        sentences.push(
          what.withdrawn.length <= named
            ? `${titles(what.withdrawn)} ${are(what.withdrawn, 'is', 'are')} no longer needed.`
            : f.plural(what.withdrawn.length, {
                one: '# step is no longer needed.',
                other: '# steps are no longer needed.',
              }),
        );
      if (sentences.length === 0 && what.stillWaiting.length > 0)
        sentences.push(
          `${titles(what.stillWaiting)} still ${are(what.stillWaiting, 'waits', 'wait')} for something else.`,
        );
      return sentences.length === 0 ? 'No other step waits for it.' : sentences.join(' ');
    },
  };
}
