/** What somebody typed to find something: a text matches that holds every word of it, marks and case aside. */
import { fold } from '../i18n/core/fold.ts';

/** Null: nothing was typed, everything will do. */
export function searchToMatcher(search: string | undefined): ((text: string) => boolean) | null {
  const words = fold(search ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  return (text) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
}
