/** Steps that are not to be done side by side: one at a time, apart, or only one of several. Loaded where there are any. */
import type { Formats } from '../formats.ts';

export type TogetherKind = 'oneAtATime' | 'apartFrom' | 'firstBegun';

export function togetherWords(f: Formats) {
  const quoted = (titles: readonly string[]): string => f.list(titles.map((title) => `“${title}”`));
  return {
    rule: (kind: TogetherKind, part: string): string => {
      switch (kind) {
        case 'oneAtATime':
          return `${part}: one at a time`;
        case 'apartFrom':
          return `${part}: not beside the other part`;
        case 'firstBegun':
          return `${part}: only one of them`;
      }
    },
    ruleHint: (kind: TogetherKind): string =>
      kind === 'firstBegun'
        ? 'Whichever is begun first is the one, and the others are let go.'
        : 'Say when you begin, so that nobody begins another one.',
    begin: (kind: TogetherKind): string => (kind === 'firstBegun' ? 'Choose this one' : 'I’m at it'),
    begun: (kind: TogetherKind, title: string): string =>
      kind === 'firstBegun' ? `${title} it is` : `${title} is under way`,
    wait: (titles: readonly string[]): string =>
      `Waits until ${quoted(titles)} ${titles.length === 1 ? 'is' : 'are'} done`,
    /** `who`: whoever has them. */
    waitHint: (who: readonly string[]): string =>
      who.length === 0
        ? 'They are not done side by side.'
        : `They are not done side by side, and ${f.list(who)} ${who.length === 1 ? 'is' : 'are'} at it.`,
    overlaps: (title: string): string => `“${title}” goes on at the same time`,
    /** `who`: `null` where nobody is known. */
    overlapsHint: (kind: TogetherKind, who: string | null): string => {
      const unheard = `${who ?? 'Somebody'} began it without having heard of this.`;
      return kind === 'firstBegun'
        ? `${unheard} Keep one, and call the other off.`
        : `${unheard} Pause one of them.`;
    },
    overlapped: (title: string): string => `It went on at the same time as “${title}”`,
    overlappedHint: 'Look whether that did any harm; nothing else follows from it.',
    open: (title: string): string => `Open “${title}”`,
    pause: 'Pause this one',
    callOff: 'Call this one off',
  };
}
