/**
 * `@name` mentions, and the parts that they make of a workflow.
 *
 * Invariants: one part for one name, whatever its case; part ids are unique and never the name of
 * something every object inherits; `@me` is the part `me` and no other name gets that id.
 */
import type { Person } from '../model/person.ts';
import type { PartDefinition } from '../model/workflow.ts';
import { captureWordsByLanguage } from './capture-words.ts';
import { collapseSpace, foldText } from './folded-text.ts';
import { freeId, slugOf } from './slug.ts';

export interface Mention {
  readonly name: string;
  readonly backup: string | null;
  /** Where the text after the mention and its punctuation begins. */
  readonly end: number;
}

/** Known people as mentions look them up. */
export interface NameBook {
  /** The full name that a typed one stands for, or the typed one. */
  readonly fullNameOf: (typed: string) => string;
  /** Names of several words, longest first: they may be typed without quotation marks. */
  readonly longNames: readonly string[];
}

const words = captureWordsByLanguage.en;

export function makeNameBook(people: readonly Person[]): NameBook {
  const names = people.map((person) => collapseSpace(person.name)).filter((name) => name !== '');
  const nameByFolded = new Map<string, string>();
  const namesByFirst = new Map<string, Set<string>>();
  for (const name of names) {
    const folded = foldText(name);
    if (!nameByFolded.has(folded)) nameByFolded.set(folded, name);
    const first = folded.split(' ')[0] as string;
    namesByFirst.set(first, (namesByFirst.get(first) ?? new Set()).add(nameByFolded.get(folded) as string));
  }
  return {
    longNames: names.filter((name) => name.includes(' ')).toSorted((a, b) => b.length - a.length),
    fullNameOf: (typed) => {
      const folded = foldText(typed);
      if (words.me.has(folded)) return typed;
      const whole = nameByFolded.get(folded);
      if (whole !== undefined) return whole;
      // Two people of one first name: guessing would hand the work to the wrong one.
      const sharing = namesByFirst.get(folded);
      return sharing?.size === 1 ? (sharing.values().next().value as string) : typed;
    },
  };
}

/** The mention that starts with the `@` at `at`; null when what stands there is not one. */
export function readMention(line: string, at: number, book: NameBook): Mention | null {
  const owner = readName(line, at + 1, book);
  if (owner === null) return null;
  let end = owner.end;
  let backup: string | null = null;
  if (line[end] === '/') {
    const second = readName(line, line[end + 1] === '@' ? end + 2 : end + 1, book);
    backup = second?.name ?? null;
    end = second?.end ?? end + 1;
  }
  while (end < line.length && /[.,;:!?)،]/u.test(line[end] as string)) end++;
  return end === line.length || /\s/u.test(line[end] as string) ? { name: owner.name, backup, end } : null;
}

export function mentionText(name: string): string {
  const plain = readName(name, 0, { longNames: [], fullNameOf: (typed) => typed });
  if (plain !== null && plain.name === name && plain.end === name.length) return name;
  return `"${name.replace(/["\\]/g, '\\$&')}"`;
}

function readName(line: string, at: number, book: NameBook): { name: string; end: number } | null {
  const quoted = matchAt(/"((?:\\.|[^"\\])+)"/uy, line, at);
  if (quoted !== null) {
    const name = collapseSpace((quoted[1] as string).replace(/\\(.)/gu, '$1'));
    return name === '' ? null : { name: book.fullNameOf(name), end: at + quoted[0].length };
  }
  for (const name of book.longNames) {
    const end = at + name.length;
    if (foldText(line.slice(at, end)) !== foldText(name)) continue;
    if (end >= line.length || /[\s/.,;:!?)]/u.test(line[end] as string)) return { name, end };
  }
  const plain = matchAt(/[^\s/,;:"@()\\،、，]+/uy, line, at)?.[0].replace(/[.!?]+$/u, '');
  if (plain === undefined || !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(plain)) return null;
  return { name: book.fullNameOf(plain), end: at + plain.length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export interface PartCollector {
  /** The part's id; makes the part when the name is new. */
  readonly partOf: (name: string) => string;
  readonly parts: () => readonly PartDefinition[];
}

export function makePartCollector(): PartCollector {
  const partByName = new Map<string, PartDefinition>();
  const taken = new Set(['me', 'constructor']);
  return {
    partOf: (name) => {
      const key = foldText(name);
      const known = partByName.get(key);
      if (known !== undefined) return known.id;
      const id = words.me.has(key) ? 'me' : freeId(slugOf(name, 'part'), taken);
      taken.add(id);
      partByName.set(key, { id, name });
      return id;
    },
    parts: () => [...partByName.values()],
  };
}
