/**
 * Cuts the body of a line (without indent and bullet) into words, mentions and estimates.
 *
 * Invariants: total; the tokens' `text`s are the line's own characters in their order, except that a
 * backslash before something with a meaning is dropped and makes it a plain word.
 */
import { readMention, type Mention, type NameBook } from './capture-people.ts';
import { captureWordsByLanguage } from './capture-words.ts';
import { foldText } from './folded-text.ts';

export type LineToken =
  | { readonly kind: 'word'; readonly text: string; readonly literal: boolean }
  | { readonly kind: 'mention'; readonly text: string; readonly mention: Mention }
  /** Minutes, a whole number. */
  | { readonly kind: 'estimate'; readonly text: string; readonly minutes: number }
  /** `+3d`, `+2h`: minutes. */
  | { readonly kind: 'lag'; readonly text: string; readonly minutes: number };

const words = captureWordsByLanguage.en;

export function tokenizeLine(line: string, book: NameBook): readonly LineToken[] {
  const tokens: LineToken[] = [];
  const next = /\S+/gu;
  for (let found = next.exec(line); found !== null; found = next.exec(line)) {
    const text = found[0];
    const token = readSign(line, found.index, book) ?? readWord(text);
    tokens.push(token.token);
    if (token.end !== null) next.lastIndex = token.end;
  }
  return tokens;
}

/** True for a word that means something at some place of a line, so that a title has to mark it as plain. */
export function isMeaningful(word: string): boolean {
  if (/^(?:[@~&#\\*•[\d-]|\+\d)/u.test(word)) return true;
  const folded = foldText(word.replace(/[\\!?]+$/u, ''));
  return (
    words.after.has(folded) ||
    words.by.has(folded) ||
    words.from.has(folded) ||
    words.on.has(folded) ||
    words.ifWord.includes(folded) ||
    words.orElse.some((phrase) => phrase.startsWith(`${folded} `)) ||
    words.waitFor.some((phrase) => phrase.startsWith(`${folded} `))
  );
}

interface ReadToken {
  readonly token: LineToken;
  /** Null when the token is the run of characters that was looked at. */
  readonly end: number | null;
}

function readSign(line: string, at: number, book: NameBook): ReadToken | null {
  if (line[at] === '@') {
    const mention = readMention(line, at, book);
    if (mention === null) return null;
    const text = line.slice(at, mention.end);
    return { token: { kind: 'mention', text, mention }, end: mention.end };
  }
  if (line[at] === '+') return readLag(line, at);
  return line[at] === '~' ? readEstimate(line, at) : null;
}

function readLag(line: string, at: number): ReadToken | null {
  const pattern = /\+(\d{1,6})(\p{L}+)[.,;!?]*(?=\s|$)/uy;
  pattern.lastIndex = at;
  const match = pattern.exec(line);
  const perUnit = words.minutesByUnit.get(foldText(match?.[2] ?? ''));
  if (match === null || perUnit === undefined) return null;
  const [text, amount] = match;
  return { token: { kind: 'lag', text, minutes: Number(amount) * perUnit }, end: at + text.length };
}

function readWord(text: string): ReadToken {
  const literal = text.startsWith('\\') && isMeaningful(text.slice(1));
  return { token: { kind: 'word', text: literal ? text.slice(1) : text, literal }, end: null };
}

/** `~30m`, `~1.5h`, `~1h30m`, `~1h30`, `~2 days`. */
function readEstimate(line: string, at: number): ReadToken | null {
  const pattern = /~(\d{1,9}(?:[.,]\d{1,3})?)( ?)(\p{L}+)(?:(\d{1,9})(\p{L}*))?[.,;!?]*(?=\s|$)/uy;
  pattern.lastIndex = at;
  const match = pattern.exec(line);
  if (match === null) return null;
  const [text, amount, gap, unit, more, moreUnit] = match as unknown as [
    string,
    string,
    string,
    string,
    string?,
    string?,
  ];
  // "~2 m of rope" is a length; "~2 days" is none.
  if (gap !== '' && unit.length < 3) return null;
  const perUnit = words.minutesByUnit.get(foldText(unit));
  const perMore = more === undefined ? 0 : words.minutesByUnit.get(foldText(moreUnit || 'm'));
  if (perUnit === undefined || perMore === undefined) return null;
  const minutes = Math.round(Number(amount.replace(',', '.')) * perUnit) + Number(more ?? 0) * perMore;
  return { token: { kind: 'estimate', text, minutes }, end: at + text.length };
}
