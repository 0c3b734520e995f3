/**
 * Takes one typed line apart: its title and the clauses in it, which may stand in any order.
 * What is no clause stays in the title: nothing that was typed is lost.
 */
import type { DateRule } from '../model/workflow.ts';
import { type DateReader, parseDueDate, parseDuration } from './capture-dates.ts';

export interface LineTokens {
  readonly title: string;
  /** Names as typed, `_` read as a space; the backup second. */
  readonly names: readonly string[];
  /** Minutes. */
  readonly estimate: number | null;
  readonly due: DateRule | null;
  /** What stood behind "after", whole. */
  readonly after: string | null;
  /** The title as it reads when "after …" turns out to be part of it. */
  readonly titleWithAfter: string;
}

export interface LineReader extends DateReader {
  /** Names of known people: those of several words are recognised as a whole. */
  readonly knownNames: readonly string[];
}

interface Read<Value> {
  readonly value: Value;
  /** Words it took. */
  readonly used: number;
}

const longestDuration = 2;
const longestDate = 5;
const longestName = 4;

export function tokenizeLine(text: string, reader: LineReader): LineTokens {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const title: string[] = [];
  const titleWithAfter: string[] = [];
  let names: readonly string[] = [];
  let estimate: number | null = null;
  let due: DateRule | null = null;
  let after: string | null = null;

  for (let index = 0; index < words.length; ) {
    const rest = words.slice(index);
    const named = readNames(rest, reader);
    const length = readEstimate(rest, reader);
    const date = readDue(rest, reader);
    const waits = title.length > 0 ? readAfter(rest, reader) : null;
    if (named !== null && names.length + named.value.length <= 2) {
      names = [...names, ...named.value];
      index += named.used;
    } else if (length !== null && estimate === null) {
      estimate = length.value;
      index += length.used;
    } else if (date !== null && due === null) {
      due = date.value;
      index += date.used;
    } else if (waits !== null && after === null) {
      after = waits.value;
      titleWithAfter.push(...rest.slice(0, waits.used));
      index += waits.used;
    } else {
      title.push(...rest.slice(0, 1));
      titleWithAfter.push(...rest.slice(0, 1));
      index += 1;
    }
  }
  return {
    title: title.join(' '),
    names,
    estimate,
    due,
    after,
    titleWithAfter: titleWithAfter.join(' '),
  };
}

/** `@name`, `@name/@backup`, `@Known Name`. */
function readNames(words: readonly string[], reader: LineReader): Read<readonly string[]> | null {
  const [word = ''] = words;
  if (!word.startsWith('@')) return null;
  for (let used = Math.min(longestName, words.length); used > 1; used -= 1) {
    const whole = words.slice(0, used).join(' ').slice(1);
    if (reader.knownNames.some((name) => name.toLowerCase() === whole.toLowerCase()))
      return { value: [whole], used };
  }
  const typed = word
    .slice(1)
    .replace(/[,;.:]+$/u, '')
    .split('/')
    .map((name) => name.replace(/^@/, ''));
  const areNames = typed.every((name) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.'’-]*$/u.test(name));
  if (typed.length > 2 || !areNames) return null;
  return { value: typed.map((name) => name.replaceAll('_', ' ').trim()), used: 1 };
}

function readEstimate(words: readonly string[], reader: LineReader): Read<number> | null {
  if (!words[0]?.startsWith('~')) return null;
  for (let used = Math.min(longestDuration, words.length); used > 0; used -= 1) {
    const typed = words.slice(0, used).join(' ').slice(1);
    const value = parseDuration(typed.replace(/[,;.]+$/u, ''), reader.words);
    if (value !== null) return { value, used };
  }
  return null;
}

function readDue(words: readonly string[], reader: LineReader): Read<DateRule> | null {
  if (!reader.words.by.includes(words[0]?.toLowerCase() ?? '')) return null;
  for (let used = Math.min(longestDate + 1, words.length); used > 1; used -= 1) {
    const typed = words.slice(1, used).join(' ');
    const value = parseDueDate(typed.replace(/[,;.]+$/u, ''), reader);
    if (value !== null) return { value, used };
  }
  return null;
}

/** Up to where another clause begins. */
function readAfter(words: readonly string[], reader: LineReader): Read<string> | null {
  if (!reader.words.after.includes(words[0]?.toLowerCase() ?? '')) return null;
  let used = 1;
  for (; used < words.length; used += 1) {
    const rest = words.slice(used);
    if ((readNames(rest, reader) ?? readEstimate(rest, reader) ?? readDue(rest, reader)) !== null) break;
  }
  return used === 1 ? null : { value: words.slice(1, used).join(' '), used };
}
