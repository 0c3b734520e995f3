/** The words of a step's line that are no order: its title, whose it is, how long it takes, when it may start and is due. */
import type { Assignee, DateRule, StepDefinition, StepKind } from '../model/workflow.ts';
import { mentionText } from './capture-people.ts';
import { captureWordsByLanguage } from './capture-words.ts';
import { collapseSpace } from './folded-text.ts';
import { asQuestion, escapeSigns } from './read-title.ts';
import { isMeaningful } from './tokenize-line.ts';

const words = captureWordsByLanguage.en;
const minutesInDay = 1440;

/** A wait says so in its first words and a choice by a question mark, for nothing else tells them from a task. */
export function writtenTitle(step: StepDefinition): string {
  const title = collapseSpace(step.title);
  if (step.kind === 'decision') return asQuestion(title);
  const opening = title.toLowerCase();
  const saysSo = words.waitFor.some((phrase) => opening.startsWith(`${phrase} `) || opening === phrase);
  return step.kind !== 'wait' || saysSo ? title : collapseSpace(`Wait for ${title}`);
}

/** Every word that could mean something is marked as plain, except those that make a wait one. */
export function escapeWords(title: string, kind: StepKind): string {
  return title
    .split(' ')
    .map((word, index) => (isMeaningful(word) && !(kind === 'wait' && index === 0) ? `\\${word}` : word))
    .join(' ');
}

/** Behind the question: nothing for "yes" and "no". */
export function outcomesText({ outcomes = [] }: StepDefinition): string {
  const names = outcomes.map(({ name }) => collapseSpace(name));
  const isYesNo = names.length === 2 && words.yesNo.every((name, index) => name === names[index]);
  if (isYesNo || names.length < 2) return '';
  return ` ${names.map((name) => escapeSigns(escapeWords(name, 'task'))).join(' / ')}`;
}

export function stepClauses(step: StepDefinition, nameByPart: ReadonlyMap<string, string>): string {
  const [first, second] = step.kind === 'approval' ? (step.approval?.by ?? []) : [step.assignee, step.backup];
  const owner = nameOf(first, nameByPart);
  const backup = owner === null ? null : nameOf(second, nameByPart);
  const people = owner === null ? '' : ` @${owner}${backup === null ? '' : `/@${backup}`}`;
  return [people, estimateText(step.estimate), startText(step), lagText(step), dueText(step.due)].join('');
}

function nameOf(assignee: Assignee | undefined, nameByPart: ReadonlyMap<string, string>): string | null {
  const name = assignee?.kind === 'part' ? nameByPart.get(assignee.part) : undefined;
  return name === undefined || name === '' ? null : mentionText(name);
}

function estimateText(minutes: number | undefined): string {
  if (minutes === undefined || !Number.isFinite(minutes)) return '';
  return ` ~${spanText(Math.round(minutes))}`;
}

function spanText(minutes: number): string {
  if (minutes > 0 && minutes % minutesInDay === 0) return `${minutes / minutesInDay}d`;
  return minutes > 0 && minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

/** Said once for all that the step waits for. */
function lagText({ after }: StepDefinition): string {
  const lag = after[0]?.lag;
  const isOne = lag !== undefined && after.every((edge) => edge.lag === lag && edge.working !== true);
  return isOne && Number.isInteger(lag) && lag >= 0 ? ` +${spanText(lag)}` : '';
}

function startText({ start, after }: StepDefinition): string {
  if (start === undefined) return '';
  if (start.kind === 'date') return ` from ${dateText(start)}`;
  const date = dateText(start);
  if (date !== null) return ` on ${date}`;
  // Hours from the start of the run, of a step that waits for nothing.
  const isPlain = start.workingDays === undefined && start.time === undefined && start.working !== true;
  if (start.from !== 'runStart' || !isPlain || start.days < 0 || after.length > 0) return '';
  const minutes = start.days * minutesInDay + (start.minutes ?? 0);
  return Number.isInteger(minutes) && minutes >= 0 ? ` +${spanText(minutes)}` : '';
}

function dueText(due: DateRule | undefined): string {
  const text = due === undefined ? null : dateText(due);
  return text === null ? '' : ` by ${text}`;
}

function dateText(rule: DateRule): string | null {
  const time = rule.time === undefined ? '' : ` ${rule.time}`;
  if (rule.kind === 'date') return `${rule.date}${time}`;
  const isPlain = rule.workingDays === undefined && rule.minutes === undefined;
  return rule.from === 'runStart' && rule.days >= 0 && isPlain ? `+${rule.days}d${time}` : null;
}
