/**
 * What the words of a line that are no clauses say: a title, and by its sign (`!`, `?`) what kind of step it is.
 * A backslash before a sign at the end of a word makes it a plain one.
 */
import { captureWordsByLanguage } from './capture-words.ts';
import { collapseSpace, foldText } from './folded-text.ts';

export interface ReadTitle {
  readonly title: string;
  /** Null when no sign says it. */
  readonly kind: 'approval' | 'decision' | null;
  /** Names of the ends of a choice, at least two. */
  readonly outcomes: readonly string[];
}

const words = captureWordsByLanguage.en;

/** `last`: the last word of the line, which may carry the sign behind a clause: "Approve budget by fri!". */
export function readTitle(typed: readonly string[], last: string): ReadTitle {
  const asked = typed.findIndex((word, at) => isMarked(word, '?') && outcomesAfter(typed, at) !== null);
  if (asked >= 0) {
    const outcomes = outcomesAfter(typed, asked) ?? words.yesNo;
    return { title: toPlain(typed.slice(0, asked + 1)), kind: 'decision', outcomes };
  }
  const end = typed.at(-1) ?? '';
  if (isMarked(end, '!')) {
    const title = toPlain([...typed.slice(0, -1), end.slice(0, -1)]);
    return title === '' ? asTask(typed) : { title, kind: 'approval', outcomes: [] };
  }
  if (end === last || last === '') return asTask(typed);
  if (isMarked(last, '!')) return { title: toPlain(typed), kind: 'approval', outcomes: [] };
  if (isMarked(last, '?'))
    return { title: asQuestion(toPlain(typed)), kind: 'decision', outcomes: words.yesNo };
  return asTask(typed);
}

/** A backslash would take the meaning of a sign that stood right behind it. */
export function asQuestion(title: string): string {
  if (title.endsWith('?')) return title;
  return `${title}${title.endsWith('\\') ? ' ' : ''}?`;
}

/** So that no sign at the end of a word means anything. */
export function escapeSigns(title: string): string {
  return title.replace(/(?=[!?](?: |$))/gu, '\\');
}

function asTask(typed: readonly string[]): ReadTitle {
  return { title: toPlain(typed), kind: null, outcomes: [] };
}

function isMarked(word: string, sign: '!' | '?'): boolean {
  return word.endsWith(sign) && !word.endsWith(`\\${sign}`);
}

/** "yes / no" behind the question, "yes" and "no" when nothing is; null when something else is. */
function outcomesAfter(typed: readonly string[], at: number): readonly string[] | null {
  if (at === typed.length - 1) return words.yesNo;
  const names = toPlain(typed.slice(at + 1))
    .split('/')
    .map((name) => capitalise(collapseSpace(name)));
  const nameByFolded = new Map(names.filter((name) => name !== '').map((name) => [foldText(name), name]));
  return nameByFolded.size < 2 ? null : [...nameByFolded.values()];
}

function toPlain(typed: readonly string[]): string {
  return collapseSpace(typed.map((word) => word.replace(/\\([!?])$/u, '$1')).join(' '));
}

export function capitalise(text: string): string {
  const [first = '', ...rest] = text;
  return `${first.toUpperCase()}${rest.join('')}`;
}
