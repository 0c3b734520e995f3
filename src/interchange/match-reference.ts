/**
 * Finds the step that a reference names ("after hotel"), among the steps above, best match first.
 *
 * Ranks: the whole title · the title's beginning · all words are words of the title · all words begin
 * words of the title. Within a rank: a task before a wait (so "hotel" is "Reserve hotel", not "Wait for
 * hotel check-in"), then, for words, where they cover most of the title, then the nearest above.
 */
import type { StepId } from '../model/ids.ts';
import type { StepKind } from '../model/workflow.ts';
import { captureWordsByLanguage } from './capture-words.ts';
import { foldedWords, foldText } from './folded-text.ts';

export interface ReferenceTarget {
  readonly id: StepId;
  /** A wait, or what stands in for a step: a task of the same words is meant before it. */
  readonly givesWay: boolean;
  readonly title: string;
  readonly folded: string;
  readonly words: readonly string[];
  readonly letters: number;
}

/** One reference as it was understood. */
export interface FoundReference {
  /** As typed, white space made single. */
  readonly text: string;
  readonly step: StepId;
  /** What else it may have meant, best match first. */
  readonly others: readonly StepId[];
  /** Another step would have served as well. */
  readonly unsure: boolean;
}

export interface ResolvedReferences {
  readonly steps: readonly StepId[];
  /** "after start": waits for nothing. */
  readonly fromStart: boolean;
  /** References that name no step above, as typed. */
  readonly unmatched: readonly string[];
  readonly found: readonly FoundReference[];
}

interface Score {
  readonly rank: number;
  readonly coverage: number;
}

const words = captureWordsByLanguage.en;
/** Titles with more commas than this are still found, by their other words. */
const mostJoined = 6;
/** Enough to choose from. */
const mostOthers = 8;
/** Scripts that put no space between words, so that a word is found anywhere in a title. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function toReferenceTarget(
  id: StepId,
  kind: StepKind,
  title: string,
  isStandIn = false,
): ReferenceTarget {
  const titleWords = foldedWords(title);
  const letters = titleWords.reduce((sum, word) => sum + word.length, 0);
  return {
    id,
    givesWay: isStandIn || kind === 'wait',
    title,
    folded: foldText(title),
    words: titleWords,
    letters,
  };
}

/** Resolves "flights, check-in and hotel". `above` is in the order of the lines. */
export function resolveReferences(clause: string, above: readonly ReferenceTarget[]): ResolvedReferences {
  const { pieces, separators } = splitClause(clause);
  const steps = new Set<StepId>();
  const unmatched: string[] = [];
  const found: FoundReference[] = [];
  let fromStart = false;
  for (let index = 0; index < pieces.length; ) {
    const joined = matchJoined(pieces, separators, index, above);
    if (joined !== null) {
      steps.add(joined.step);
      found.push({ text: joined.text, step: joined.step, others: [], unsure: false });
      index += joined.count;
      continue;
    }
    const piece = (pieces[index] as string).trim();
    index++;
    if (piece === '') continue;
    const match = findReference(piece, above);
    if (words.start.has(foldText(piece))) fromStart = true;
    else if (match === null) unmatched.push(piece);
    else {
      steps.add(match.step);
      found.push(match);
    }
  }
  return { steps: [...steps], fromStart, unmatched, found };
}

/** The step that one reference names; null when there is none. `#3` is the third step. */
export function matchReference(reference: string, above: readonly ReferenceTarget[]): StepId | null {
  return findReference(reference, above)?.step ?? null;
}

function findReference(reference: string, above: readonly ReferenceTarget[]): FoundReference | null {
  const number = /^#(\d{1,6})[.;!?]*$/.exec(reference);
  const numbered = number === null ? undefined : above[Number(number[1]) - 1];
  if (numbered !== undefined) return { text: reference, step: numbered.id, others: [], unsure: false };
  const folded = foldText(reference);
  const all = foldedWords(reference);
  const telling = all.filter((word) => !words.articles.has(word));
  const wanted = telling.length > 0 ? telling : all;
  const candidates: { readonly target: ReferenceTarget; readonly score: Score }[] = [];
  for (let index = above.length - 1; index >= 0; index--) {
    const target = above[index] as ReferenceTarget;
    const score = scoreTarget(folded, wanted, target);
    if (score !== null) candidates.push({ target, score });
  }
  const [best, second, ...rest] = candidates.toSorted((one, other) => {
    if (isBetter(one.score, one.target, other.score, other.target)) return -1;
    return isBetter(other.score, other.target, one.score, one.target) ? 1 : 0;
  });
  if (best === undefined) return null;
  return {
    text: reference,
    step: best.target.id,
    others: second === undefined ? [] : [second, ...rest].slice(0, mostOthers).map(({ target }) => target.id),
    unsure: second?.score.rank === best.score.rank,
  };
}

function isBetter(score: Score, target: ReferenceTarget, than: Score, other: ReferenceTarget): boolean {
  if (score.rank !== than.rank) return score.rank < than.rank;
  if (target.givesWay !== other.givesWay) return other.givesWay;
  return score.coverage > than.coverage;
}

function scoreTarget(folded: string, wanted: readonly string[], target: ReferenceTarget): Score | null {
  if (folded === target.folded) return { rank: 0, coverage: 0 };
  if (startsWithText(target.folded, folded)) return { rank: 1, coverage: 0 };
  if (wanted.length === 0 || wanted.length > target.words.length) return null;
  if (wanted.every((word, index) => isSameWord(target.words[index] as string, word))) {
    return { rank: wanted.length === target.words.length ? 0 : 1, coverage: 0 };
  }
  const coverage = wanted.reduce((sum, word) => sum + word.length, 0) / target.letters;
  if (coversWords(target.words, wanted, isSameWord)) return { rank: 2, coverage };
  return coversWords(target.words, wanted, (word, start) => word.startsWith(start))
    ? { rank: 3, coverage }
    : null;
}

/** Each wanted word takes a title word of its own. */
function coversWords(
  title: readonly string[],
  wanted: readonly string[],
  matches: (word: string, wanted: string) => boolean,
): boolean {
  if (wanted.length === 1) return title.some((word) => matches(word, wanted[0] as string));
  const free = [...title];
  return wanted.every((word) => {
    const index = free.findIndex((candidate) => matches(candidate, word));
    if (index >= 0) free.splice(index, 1);
    return index >= 0;
  });
}

/** The same word, or one with a short ending more ("hotel" and "hotels"); not "in" and "invite". */
function isSameWord(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  if (!word.includes(wanted)) return false;
  if (unspaced.test(wanted)) return true;
  return wanted.length >= 3 && word.length - wanted.length <= 2 && word.startsWith(wanted);
}

function startsWithText(title: string, start: string): boolean {
  if (start === '' || !title.startsWith(start)) return false;
  return unspaced.test(start) || !/^[\p{L}\p{N}\p{M}]/u.test(title.slice(start.length));
}

interface SplitClause {
  readonly pieces: readonly string[];
  /** What stood between a piece and the next. */
  readonly separators: readonly string[];
}

function splitClause(clause: string): SplitClause {
  const pieces: string[] = [''];
  const separators: string[] = [];
  for (const part of clause.split(/([,،、，]|\s+)/u)) {
    if (/^[,،、，]$/u.test(part) || words.and.has(foldText(part))) {
      separators.push(part);
      pieces.push('');
    } else pieces.push(`${pieces.pop()}${part}`);
  }
  return { pieces, separators };
}

/** A title may itself hold a comma or an "and": the longest run of pieces that begins one, word for word. */
function matchJoined(
  pieces: readonly string[],
  separators: readonly string[],
  from: number,
  above: readonly ReferenceTarget[],
): { step: StepId; count: number; text: string } | null {
  for (let count = Math.min(mostJoined, pieces.length - from); count > 1; count--) {
    let text = pieces[from] as string;
    for (let index = from + 1; index < from + count; index++)
      text += `${separators[index - 1]}${pieces[index]}`;
    const folded = foldText(text);
    const exact = above.findLast((target) => target.folded === folded);
    const target = exact ?? above.findLast(({ folded: title }) => startsWithText(title, folded));
    if (target !== undefined && foldedWords(text).length > 1)
      return { step: target.id, count, text: text.trim() };
  }
  return null;
}
