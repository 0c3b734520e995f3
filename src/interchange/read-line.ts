/**
 * Reads one line of captured text: its place (indent, bullet, `&`) and its clauses, in whatever order.
 *
 * Invariants: total; no typed word is lost: what is no clause after all (a date that is none, a second
 * person, a reference that names nothing) stays in the title where it was typed.
 */
import type { DateRule, StepKind } from '../model/workflow.ts';
import { readDue, type LocalMoment } from './capture-dates.ts';
import type { NameBook } from './capture-people.ts';
import { captureWordsByLanguage } from './capture-words.ts';
import { foldText, withoutMarksBeforeWords } from './folded-text.ts';
import type { ResolvedReferences } from './match-reference.ts';
import { tokenizeLine, type LineToken } from './tokenize-line.ts';

export interface LinePlace {
  /** Columns; a tab counts as four. */
  readonly indent: number;
  readonly bullet: 'point' | 'number' | null;
  readonly parallel: boolean;
  /** Without indent and bullets. */
  readonly text: string;
  /** Without indent, bullets and `&`. */
  readonly body: string;
}

export interface LineContext {
  readonly book: NameBook;
  readonly moment: LocalMoment | null;
  readonly resolve: (clause: string) => ResolvedReferences;
}

export interface ReadLine {
  readonly title: string;
  readonly kind: StepKind;
  readonly owner: string | null;
  readonly backup: string | null;
  readonly estimate: number | null;
  readonly due: DateRule | null;
  /** Null when the line names no step that it follows. */
  readonly after: ResolvedReferences['steps'] | null;
  readonly unmatched: readonly string[];
}

const words = captureWordsByLanguage.en;
/** The longest date: "at 5 pm on fri 27 nov 2026". */
const longestDue = 9;

export function readPlace(line: string): LinePlace {
  const lead = /^\s*/u.exec(line)?.[0] ?? '';
  const indent = [...lead].reduce((sum, char) => sum + (char === '\t' ? 4 : 1), 0);
  const { bullet, rest } = dropBullets(withoutMarksBeforeWords(line));
  const parallel = rest.startsWith('&');
  const body = parallel ? withoutMarksBeforeWords(rest.replace(/^[&\s]+/u, '')) : rest;
  return { indent, bullet, parallel, text: rest, body };
}

/** `- `, `* `, `1. `, `[ ] `, any number of them. */
function dropBullets(text: string): { bullet: LinePlace['bullet']; rest: string } {
  let rest = text;
  let bullet: LinePlace['bullet'] = null;
  for (;;) {
    const match = /^(?:([-*•])|\d{1,4}[.)]|\[[ xX]?\])(?:\s+|$)/u.exec(rest);
    if (match === null) return { bullet, rest };
    bullet ??= match[1] === undefined ? 'number' : 'point';
    rest = rest.slice(match[0].length);
  }
}

export function readLine(body: string, context: LineContext): ReadLine {
  const reader = new LineReader(tokenizeLine(body, context.book), context);
  return reader.read();
}

class LineReader {
  readonly #tokens: readonly LineToken[];
  readonly #context: LineContext;
  readonly #title: string[] = [];
  #owner: string | null = null;
  #backup: string | null = null;
  #ownerAt = -1;
  #estimate: number | null = null;
  #due: DateRule | null = null;
  #after: ResolvedReferences['steps'] | null = null;
  readonly #unmatched: string[] = [];

  constructor(tokens: readonly LineToken[], context: LineContext) {
    this.#tokens = tokens;
    this.#context = context;
  }

  read(): ReadLine {
    for (let index = 0; index < this.#tokens.length; ) index += this.#take(index);
    const [first, second] = this.#tokens;
    const opening = isPlain(first) && isPlain(second) ? foldText(`${first.text} ${second.text}`) : '';
    const isWait = words.waitFor.includes(opening) && this.#title.length > 1;
    return {
      // A line of clauses only is shown as it was typed.
      title:
        this.#title.length > 0 ? this.#title.join(' ') : this.#tokens.map((token) => token.text).join(' '),
      kind: isWait ? 'wait' : 'task',
      owner: this.#owner,
      backup: this.#backup,
      estimate: this.#estimate,
      due: this.#due,
      after: this.#after,
      unmatched: this.#unmatched,
    };
  }

  /** Takes what starts at a token; the answer is how many tokens that was. */
  #take(index: number): number {
    const used = this.#takeClause(index);
    if (used > 0) return used;
    this.#title.push((this.#tokens[index] as LineToken).text);
    return 1;
  }

  #takeClause(index: number): number {
    const token = this.#tokens[index] as LineToken;
    switch (token.kind) {
      case 'mention':
        return this.#takeMention(token.mention, index);
      case 'estimate':
        if (this.#estimate !== null) return 0;
        this.#estimate = token.minutes;
        return 1;
      case 'word':
        if (this.#startsDue(index)) return this.#takeDue(index);
        return this.#startsAfter(index) ? this.#takeAfter(index) : 0;
      default:
        return token satisfies never;
    }
  }

  #takeMention(mention: { name: string; backup: string | null }, index: number): number {
    if (this.#owner === null) {
      this.#owner = mention.name;
      this.#backup = mention.backup;
      this.#ownerAt = index;
      return 1;
    }
    // "@leo @ana" means both; a name further on is somebody the title speaks of.
    if (this.#backup !== null || mention.backup !== null || index !== this.#ownerAt + 1) return 0;
    this.#backup = mention.name;
    return 1;
  }

  #startsDue(index: number): boolean {
    return this.#opens(index, words.by) && this.#due === null && this.#readDue(index) !== null;
  }

  #readDue(index: number) {
    return readDue(this.#plainWords(index + 1, longestDue), this.#context.moment);
  }

  #takeDue(index: number): number {
    const due = this.#readDue(index);
    if (due === null) return 0;
    this.#due = due.rule;
    return due.used + 1;
  }

  #startsAfter(index: number): boolean {
    return this.#opens(index, words.after) && this.#tokens[index + 1]?.kind === 'word';
  }

  #takeAfter(index: number): number {
    let end = index + 1;
    while (this.#tokens[end]?.kind === 'word' && !this.#startsDue(end) && !this.#startsAfter(end)) end++;
    const clause = this.#tokens.slice(index + 1, end).map((token) => token.text);
    const found = this.#context.resolve(clause.join(' '));
    this.#unmatched.push(...found.unmatched);
    if (found.steps.length === 0 && !found.fromStart) {
      this.#title.push((this.#tokens[index] as LineToken).text, ...clause);
    } else this.#after = [...new Set([...(this.#after ?? []), ...found.steps])];
    return end - index;
  }

  /** A clause never opens a line: "After lunch, call Bob" is a title. */
  #opens(index: number, keywords: ReadonlySet<string>): boolean {
    const token = this.#tokens[index];
    return this.#title.length > 0 && isPlain(token) && keywords.has(foldText(token.text));
  }

  #plainWords(from: number, most: number): readonly string[] {
    const found: string[] = [];
    for (let index = from; index < from + most; index++) {
      const token = this.#tokens[index];
      if (!isPlain(token)) break;
      found.push(token.text);
    }
    return found;
  }
}

function isPlain(token: LineToken | undefined): token is LineToken & { readonly kind: 'word' } {
  return token?.kind === 'word' && !token.literal;
}
