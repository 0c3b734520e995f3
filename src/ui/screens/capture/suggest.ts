/** What may be written where the caret is, read from the line before it. */
import type { CapturePreview } from '../../../worker/messages.ts';
import { stepToReference } from './step-to-reference.ts';

export interface Suggestion {
  readonly label: string;
  /** Replaces what was typed of it. */
  readonly text: string;
}

export interface Suggestions {
  readonly kind: 'who' | 'after' | 'date' | 'time' | 'lag';
  /** Where in the text what is replaced begins; it ends at the caret. */
  readonly from: number;
  readonly found: readonly Suggestion[];
}

export interface SuggestWords {
  /** What is shown and what it writes. */
  readonly dates: readonly (readonly [string, string])[];
  readonly times: readonly (readonly [string, string])[];
  readonly lags: readonly (readonly [string, string])[];
}

const most = 8;

export function suggest(
  text: string,
  caret: number,
  preview: CapturePreview | undefined,
  names: readonly string[],
  words: SuggestWords,
): Suggestions | null {
  const start = text.lastIndexOf('\n', caret - 1) + 1;
  const line = text.slice(start, caret);
  const answer = (
    kind: Suggestions['kind'],
    typed: string,
    all: readonly Suggestion[],
  ): Suggestions | null => {
    const wanted = typed.toLowerCase();
    const found = all.filter(({ label, text: written }) => {
      const [shown, full] = [label.toLowerCase(), written.toLowerCase()];
      return (
        full !== wanted &&
        (full.startsWith(wanted) || shown.split(/\s/).some((word) => word.startsWith(wanted)))
      );
    });
    return found.length === 0 ? null : { kind, from: caret - typed.length, found: found.slice(0, most) };
  };
  const pairs = (all: SuggestWords['dates']): readonly Suggestion[] =>
    all.map(([label, written]) => ({ label, text: written }));

  const who = /(?:^|[\s/])@([^\s@/]*)$/u.exec(line);
  if (who !== null) return answer('who', who[1] ?? '', names.map(asMention));
  const time = /(?:^|\s)~(\S*)$/u.exec(line);
  if (time !== null) return answer('time', time[1] ?? '', pairs(words.times));
  const lag = /\s\+(\S*)$/u.exec(line);
  if (lag !== null && !/\s(?:by|from|on)\s+\+\S*$/iu.test(line))
    return answer('lag', lag[1] ?? '', pairs(words.lags));
  const date = /\s(?:by|from|on)\s+(\S*)$/iu.exec(line);
  if (date !== null) return answer('date', date[1] ?? '', pairs(words.dates));
  const after = /\safter\s+(?:[^@~]*,\s*)?([^,@~]*)$/iu.exec(line);
  if (after === null || preview === undefined) return null;
  const at = text.slice(0, start).split('\n').length;
  const above = preview.lines.filter((each) => each.line < at).map(({ step }) => step);
  return answer(
    'after',
    after[1] ?? '',
    above.toReversed().flatMap((id) => stepToReference(preview, id)),
  );
}

/** In a name of several words the spaces would end it. */
function asMention(name: string): Suggestion {
  return {
    label: name,
    text: /^[\p{L}\p{N}'’_-]+$/u.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`,
  };
}
