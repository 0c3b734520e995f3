/** Who else is here. Said only when somebody is, so these words load then. */
import type { Formats } from '../formats.ts';

export function presenceWords(f: Formats) {
  const said = (names: readonly string[], one: string, several: string): string =>
    `${f.list(names)} ${names.length === 1 ? one : several}`;
  return {
    /** "Sam is here", "Sam and Leo are here" */
    here: (names: readonly string[]): string => said(names, 'is here', 'are here'),
    looking: (names: readonly string[]): string => said(names, 'is looking at this', 'are looking at this'),
    writing: (names: readonly string[]): string => said(names, 'is writing a note', 'are writing notes'),
    /** Beside a name. */
    hereNow: 'here now',
  };
}
