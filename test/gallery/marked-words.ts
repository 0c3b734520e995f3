/**
 * Tells the app's own words from those of people, in a build of its own: every text that comes out of a file of words
 * stands between two characters that nobody sees. Names are found as if they were not there, so that what walks through
 * the app walks through this one as well.
 */

/** Zero-width space and soft hyphen: who compares names skips both. */
export const opening = '\u200B';
export const closing = '\u00AD';

/** Not for reading, but for what formats and screens go by. */
function isPlain(key: string, value: unknown): boolean {
  if (['lang', 'dir', 'locale', 'inputDate', 'inputTime'].includes(key)) return true;
  // Of words with these names there are some too.
  return (
    typeof value === 'string' &&
    ((key === 'kind' && /^[a-z][A-Za-z]*$/.test(value)) || (key === 'zone' && /^(UTC|\w+\/.*)$/.test(value)))
  );
}

/** The same words, marked: texts, lists and groups of them, and what functions make of what they are given. */
export function markWords<Words>(words: Words): Words {
  return mark(words) as Words;
}

function mark(words: unknown): unknown {
  if (typeof words === 'string') return markText(words);
  if (typeof words === 'function')
    return (...given: readonly unknown[]) => mark(Reflect.apply(words, undefined, given));
  if (Array.isArray(words)) return words.map(mark);
  if (typeof words === 'object' && words !== null && Object.getPrototypeOf(words) === Object.prototype)
    return Object.fromEntries(
      Object.entries(words).map(([key, value]) => [key, isPlain(key, value) ? value : mark(value)]),
    );
  return words;
}

function markText(text: string): string {
  return /\p{L}/u.test(text) ? `${opening}${text}${closing}` : text;
}
