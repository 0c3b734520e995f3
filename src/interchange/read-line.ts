/**
 * Reads one line of captured text: its place (indent, bullet, `&`), what it opens with (`or else`, `if yes:`)
 * and its clauses, in whatever order.
 *
 * Invariants: total; no typed word is lost: what is no clause after all (a date that is none, a second
 * person, a reference that names nothing) stays in the title where it was typed.
 */
import type { DateRule, Dependency, StepKind } from '../model/workflow.ts';
import { readDue, type DateReader, type LocalMoment } from './capture-dates.ts';
import type { NameBook } from './capture-people.ts';
import { type CaptureScope, withoutRepeats } from './capture-scope.ts';
import { captureWordsByLanguage } from './capture-words.ts';
import { foldText, withoutMarksBeforeWords } from './folded-text.ts';
import type { LineBranch } from './line-order.ts';
import type { FoundReference } from './match-reference.ts';
import { capitalise, readTitle } from './read-title.ts';
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
  readonly dates: DateReader | null;
  readonly scope: Pick<CaptureScope, 'resolve' | 'branchOf' | 'standsInFor'>;
}

export interface ReadLine {
  readonly title: string;
  readonly kind: StepKind;
  readonly owner: string | null;
  readonly backup: string | null;
  /** Minutes, as is `lag`. */
  readonly estimate: number | null;
  readonly start: DateRule | null;
  readonly due: DateRule | null;
  /** How long after what it waits for. */
  readonly lag: number | null;
  /** Null when the line names no step that it follows. */
  readonly after: readonly Dependency[] | null;
  /** How a choice may end. */
  readonly outcomes: readonly string[];
  readonly branch: LineBranch | null;
  readonly isStandIn: boolean;
  readonly found: readonly FoundReference[];
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
  #start: DateRule | null = null;
  #due: DateRule | null = null;
  #lag: number | null = null;
  #after: readonly Dependency[] | null = null;
  #branch: LineBranch | null = null;
  #isStandIn = false;
  readonly #found: FoundReference[] = [];
  readonly #unmatched: string[] = [];

  constructor(tokens: readonly LineToken[], context: LineContext) {
    this.#tokens = tokens;
    this.#context = context;
  }

  read(): ReadLine {
    const opening = this.#open();
    for (let index = opening; index < this.#tokens.length; ) index += this.#take(index);
    const [first, second] = this.#tokens.slice(opening);
    const begins = isPlain(first) && isPlain(second) ? foldText(`${first.text} ${second.text}`) : '';
    const isWait = words.waitFor.includes(begins) && this.#title.length > 1;
    // A line of clauses only is shown as it was typed.
    const shown = this.#title.length > 0 ? this.#title : this.#tokens.map((token) => token.text);
    const told = readTitle(shown, this.#title.length > 0 ? (this.#tokens.at(-1)?.text ?? '') : '');
    const title = opening === 0 ? told.title : capitalise(told.title);
    return {
      title,
      kind: told.kind ?? (isWait ? 'wait' : 'task'),
      owner: this.#owner,
      backup: this.#backup,
      estimate: this.#estimate,
      start: this.#start,
      due: this.#due,
      lag: this.#lag,
      after: this.#after,
      outcomes: told.outcomes,
      branch: this.#branch,
      isStandIn: this.#isStandIn,
      found: this.#found,
      unmatched: this.#unmatched,
    };
  }

  /** Takes "or else" and "if yes:"; the answer is how many tokens that was. */
  #open(): number {
    const [first, second] = this.#tokens;
    if (!isPlain(first) || this.#tokens.length < 3) return 0;
    if (isPlain(second) && words.orElse.includes(foldText(`${first.text} ${second.text}`))) {
      if (this.#context.scope.standsInFor === null) return 0;
      this.#isStandIn = true;
      return this.#openAsking(2);
    }
    if (!words.ifWord.includes(foldText(first.text))) return 0;
    for (let end = 1; end < this.#tokens.length - 1; end++) {
      if (this.#tokens[end]?.text.endsWith(':') !== true) continue;
      const name = this.#tokens.slice(1, end + 1).map((token) => token.text);
      this.#branch = this.#context.scope.branchOf(name.join(' ').slice(0, -1));
      if (this.#branch === null) continue;
      const { from, outcome } = this.#branch;
      this.#after = [{ from, outcomes: [outcome] }];
      return this.#openAsking(end + 1);
    }
    return 0;
  }

  /** "ask @sam to call" is a call of Sam's. */
  #openAsking(at: number): number {
    const [ask, whom, to, what] = this.#tokens.slice(at);
    if (!isPlain(ask) || !words.ask.has(foldText(ask.text)) || whom?.kind !== 'mention') return at;
    if (!isPlain(to) || !words.to.has(foldText(to.text)) || what === undefined) return at;
    this.#takeMention(whom.mention, at + 1);
    return at + 3;
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
      case 'lag':
        if (!this.#startsLag(index)) return 0;
        this.#lag = token.minutes;
        return 1;
      case 'word':
        if (this.#startsDue(index)) return this.#takeDue(index);
        if (this.#startsStart(index)) return this.#takeStart(index);
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

  #startsLag(index: number): boolean {
    if (this.#tokens[index]?.kind !== 'lag' || this.#title.length === 0 || this.#lag !== null) return false;
    // "by +3h" is no date, and no lag either.
    return ![words.by, words.from, words.on].some((keywords) => this.#opens(index - 1, keywords));
  }

  #startsDue(index: number): boolean {
    return this.#opens(index, words.by) && this.#due === null && this.#readDate(index) !== null;
  }

  #startsStart(index: number): boolean {
    if (this.#start !== null || !(this.#opens(index, words.from) || this.#opens(index, words.on)))
      return false;
    return this.#readDate(index) !== null;
  }

  #readDate(index: number, from: LocalMoment | null = this.#context.moment) {
    return readDue(this.#plainWords(index + 1, longestDue), from, this.#context.dates);
  }

  #takeDue(index: number): number {
    const due = this.#readDate(index);
    if (due === null) return 0;
    this.#due = due.until ?? due.rule;
    return due.used + 1;
  }

  /** "from mon to fri": the far end is when it is due. */
  #takeStart(index: number): number {
    const start = this.#readDate(index);
    if (start === null) return 0;
    this.#start = start.rule;
    const end = index + 1 + start.used;
    if (this.#due !== null) return start.used + 1;
    if (start.until !== undefined) {
      this.#due = start.until;
      return start.used + 1;
    }
    // The far end is looked for from the near one on.
    const near = start.rule.kind === 'date' ? { date: start.rule.date, time: '00:00' } : undefined;
    const far = this.#opens(end, words.until) ? this.#readDate(end, near) : null;
    if (far === null) return start.used + 1;
    this.#due = far.rule;
    return start.used + far.used + 2;
  }

  #startsAfter(index: number): boolean {
    return this.#opens(index, words.after) && this.#tokens[index + 1]?.kind === 'word';
  }

  #takeAfter(index: number): number {
    let end = index + 1;
    while (this.#tokens[end]?.kind === 'word' && !this.#startsOther(end)) end++;
    const clause = this.#tokens.slice(index + 1, end).map((token) => token.text);
    const clauseFound = this.#context.scope.resolve(clause.join(' '));
    this.#unmatched.push(...clauseFound.unmatched);
    this.#found.push(...clauseFound.found);
    if (clauseFound.edges.length === 0 && !clauseFound.fromStart) {
      this.#title.push((this.#tokens[index] as LineToken).text, ...clause);
    } else this.#after = withoutRepeats([...(this.#after ?? []), ...clauseFound.edges]);
    return end - index;
  }

  #startsOther(index: number): boolean {
    return this.#startsDue(index) || this.#startsStart(index) || this.#startsAfter(index);
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
      // `+3d` is a lag where no date is looked for.
      if (!isPlain(token) && token?.kind !== 'lag') break;
      if (index > from && (words.after.has(foldText(token.text)) || words.by.has(foldText(token.text))))
        break;
      found.push(token.text);
    }
    return found;
  }
}

function isPlain(token: LineToken | undefined): token is LineToken & { readonly kind: 'word' } {
  return token?.kind === 'word' && !token.literal;
}
