/**
 * One step's clauses as they are typed. Each answers null where lines cannot say what the step holds,
 * and an empty text where it holds nothing.
 */
import type { Assignee, DateRule, PartDefinition, StepDefinition } from '../model/workflow.ts';
import { nameToPartId } from './capture-people.ts';
import type { CaptureWords } from './capture-words.ts';
import { readLineStart, startsWithAny } from './read-line-start.ts';
import { type LineReader, tokenizeLine } from './tokenize-line.ts';

export function titleToText({ title, kind }: StepDefinition, words: CaptureWords): string | null {
  const start = readLineStart(title, words, { mayBeTitle: false });
  if (start.kind !== 'step' || start.together || start.label !== null || start.text !== title) return null;
  if (startsWithAny(title, words.waitFor) !== (kind === 'wait')) return null;
  // Something in front, so that an "after" at the beginning is tried as a clause as well.
  const tokens = tokenizeLine(`x ${title}`, plainReader(words));
  return tokens.after === null && tokens.title === `x ${title}` ? title : null;
}

export function peopleToText(
  { assignee, backup }: StepDefinition,
  parts: readonly PartDefinition[],
  words: CaptureWords,
): string | null {
  if (assignee === undefined) return backup === undefined ? '' : null;
  const names = [assignee, ...(backup === undefined ? [] : [backup])].map((each) =>
    assigneeToName(each, parts, words),
  );
  return names.includes(null) ? null : names.map((name) => `@${name}`).join('/');
}

/** `~2d`: the largest unit that tells it in whole numbers. */
export function estimateToText({ estimate }: StepDefinition): string | null {
  if (estimate === undefined) return '';
  if (!Number.isSafeInteger(estimate) || estimate <= 0) return null;
  const units = { w: 10_080, d: 1440, h: 60, m: 1 };
  const [unit, minutes] = Object.entries(units).find(([, length]) => estimate % length === 0) ?? ['m', 1];
  return `~${estimate / minutes}${unit}`;
}

export function dueToText({ due }: StepDefinition, words: CaptureWords): string | null {
  if (due === undefined) return '';
  const day = dayToText(due);
  return day === null ? null : `${words.by[0]} ${day}${due.time === undefined ? '' : ` ${due.time}`}`;
}

/** Lines below the step: only "or else …" is read back as instructions. */
export function instructionsToLines(
  { instructions }: StepDefinition,
  words: CaptureWords,
): readonly string[] | null {
  const lines = instructions?.split('\n') ?? [];
  const areRead = lines.every((line) => {
    const start = readLineStart(line, words, { mayBeTitle: false });
    return start.kind === 'orElse' && start.text === line && !line.includes('\r');
  });
  return areRead ? lines : null;
}

export function checklistToLines({ checklist }: StepDefinition): readonly string[] | null {
  if (checklist === undefined) return [];
  const areRead = checklist.every(
    ({ id, text }, index) => id === `c${index + 1}` && text === text.trim() && /^[^\r\n]+$/u.test(text),
  );
  return areRead && checklist.length > 0 ? checklist.map(({ text }) => `  - ${text}`) : null;
}

/** Which day it is does not matter for whether words are a date. */
export function plainReader(words: CaptureWords): LineReader {
  return { words, today: '2000-01-01', knownNames: [] };
}

function assigneeToName(
  assignee: Assignee,
  parts: readonly PartDefinition[],
  words: CaptureWords,
): string | null {
  switch (assignee.kind) {
    case 'conductor':
      return words.me[0] ?? null;
    case 'person':
      return null;
    case 'part': {
      const name = parts.find(({ id }) => id === assignee.part)?.name;
      if (name === undefined || nameToPartId(name) !== assignee.part) return null;
      const typed = name.replaceAll(' ', '_');
      const read = tokenizeLine(`x @${typed}`, plainReader(words)).names;
      return read.length === 1 && read[0] === name && !words.me.includes(name.toLowerCase()) ? typed : null;
    }
  }
}

function dayToText(due: DateRule): string | null {
  if (due.kind === 'date') return due.date;
  return due.from === 'runStart' && due.days > 0 && due.days < 10_000 ? `+${due.days}d` : null;
}
