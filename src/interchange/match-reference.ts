/**
 * Which step a few typed words mean, best match first: the whole title, its beginning, all the words
 * in it, the beginnings of its words. Among equals the title of which they cover more, then the
 * nearest one above. So "hotel" means "Reserve hotel", not "Wait for hotel check-in time".
 */
import type { StepId } from '../model/ids.ts';
import type { CaptureWords } from './capture-words.ts';

export interface ReferenceTarget {
  readonly id: StepId;
  readonly title: string;
  /** The number that was typed before the title, if any. */
  readonly label: string | null;
}

/** Every step the words may mean, best first; empty when there is none. `targets` in typed order. */
export function matchReference(
  reference: string,
  targets: readonly ReferenceTarget[],
  words: CaptureWords,
): readonly StepId[] {
  const labelled = targets.filter(({ label }) => label !== null && label === reference.trim());
  const wanted = toWords(reference, words);
  const ranked = targets.flatMap(({ id, title }, index) => {
    const present = toWords(title, words);
    const rank = wanted.length === 0 ? 0 : rankMatch(wanted, present);
    return rank === 0 ? [] : [{ id, index, rank, coverage: wanted.length / present.length }];
  });
  ranked.sort((a, b) => b.rank - a.rank || b.coverage - a.coverage || b.index - a.index);
  return [...new Set([...labelled, ...ranked].map(({ id }) => id))];
}

/** Lower case, without accents, marks and articles. */
function toWords(text: string, words: CaptureWords): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const all = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const telling = all.filter((word) => !words.articles.includes(word));
  return telling.length === 0 ? all : telling;
}

function rankMatch(wanted: readonly string[], present: readonly string[]): number {
  const isBeginning = wanted.every((word, index) => present[index] === word);
  if (isBeginning) return wanted.length === present.length ? 4 : 3;
  if (wanted.every((word) => present.includes(word))) return 2;
  return wanted.every((word) => present.some((other) => isSameStem(word, other))) ? 1 : 0;
}

/** "flight" and "flights", "conf" and "confirm": one is the beginning of the other. */
function isSameStem(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 3 && long.startsWith(short));
}
