/**
 * Writes a workflow as the lines that capture reads.
 *
 * Law: for a definition that capture made, parsing the text with the same ids gives it again. What the
 * lines cannot say is left out: facts, sections, outcomes and what follows from them, joins, lags, starts,
 * conditions, instructions, dates that hang on a fact, people who are no part; decisions and milestones are
 * written as tasks. Steps come in an order in which each follows what it waits for.
 */
import type { StepId } from '../model/ids.ts';
import { computeTopologicalOrder } from '../model/topological-order.ts';
import type {
  Assignee,
  DateRule,
  Dependency,
  StepDefinition,
  WorkflowDefinition,
} from '../model/workflow.ts';
import type { LocalMoment } from './capture-dates.ts';
import { makeNameBook, mentionText } from './capture-people.ts';
import { titleToLine } from './capture-title.ts';
import { captureWordsByLanguage } from './capture-words.ts';
import { collapseSpace } from './folded-text.ts';
import { addLine, emptyOrder, impliedAfter } from './line-order.ts';
import { resolveReferences, toReferenceTarget, type ReferenceTarget } from './match-reference.ts';
import { readLine, readPlace, type LineContext } from './read-line.ts';
import { isMeaningful } from './tokenize-line.ts';

const words = captureWordsByLanguage.en;
/** Any moment serves to see whether words would be read as a date. */
const someMoment: LocalMoment = { date: '2000-01-01', time: '00:00' };

export function definitionToText(definition: WorkflowDefinition): string {
  const nameByPart = new Map(definition.parts.map((part) => [part.id, collapseSpace(part.name)]));
  const title = collapseSpace(definition.title);
  const lines = title === '' ? [] : [titleToLine(title)];
  const written: ReferenceTarget[] = [];
  let order = emptyOrder;
  for (const step of inWritingOrder(definition.steps)) {
    const known = new Set(written.map((target) => target.id));
    const after = step.after.filter(({ from }) => known.has(from));
    const parallel =
      !isSameAfter(after, impliedAfter(order, false)) && isSameAfter(after, impliedAfter(order, true));
    const explicit = !parallel && !isSameAfter(after, impliedAfter(order, false));
    const line = writeLine(step, clausesOf(step, nameByPart), explicit ? after : null, written);
    lines.push(parallel ? `& ${line}` : line);
    for (const item of step.checklist ?? []) lines.push(`  - ${collapseSpace(item.text)}`);
    written.push(toReferenceTarget(step.id, step.kind, writtenTitle(step)));
    order = addLine(order, { step: step.id, parallel, after });
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** The definition's own order where it serves, else one in which it does. */
function inWritingOrder(steps: readonly StepDefinition[]): readonly StepDefinition[] {
  const seen = new Set<StepId>();
  const serves = steps.every((step) => {
    seen.add(step.id);
    return step.after.every(({ from }) => from !== step.id && seen.has(from));
  });
  const order = serves ? null : computeTopologicalOrder(steps);
  if (order === null) return steps;
  const stepById = new Map(steps.map((step) => [step.id, step]));
  return order.map((id) => stepById.get(id) as StepDefinition);
}

function isSameAfter(one: readonly Dependency[], other: readonly Dependency[]): boolean {
  return one.length === other.length && one.every(({ from }, index) => from === other[index]?.from);
}

/** A wait says so in its first words, for nothing else tells it from a task. */
function writtenTitle(step: StepDefinition): string {
  const title = collapseSpace(step.title);
  const opening = title.toLowerCase();
  const saysSo = words.waitFor.some((phrase) => opening.startsWith(`${phrase} `) || opening === phrase);
  return step.kind !== 'wait' || saysSo ? title : collapseSpace(`Wait for ${title}`);
}

function clausesOf(step: StepDefinition, nameByPart: ReadonlyMap<string, string>): string {
  const owner = nameOf(step.assignee, nameByPart);
  const backup = owner === null ? null : nameOf(step.backup, nameByPart);
  const people = owner === null ? '' : ` @${owner}${backup === null ? '' : `/@${backup}`}`;
  const due = step.due === undefined ? null : dueText(step.due);
  return `${people}${estimateText(step.estimate)}${due === null ? '' : ` by ${due}`}`;
}

function nameOf(assignee: Assignee | undefined, nameByPart: ReadonlyMap<string, string>): string | null {
  const name = assignee?.kind === 'part' ? nameByPart.get(assignee.part) : undefined;
  return name === undefined || name === '' ? null : mentionText(name);
}

function estimateText(minutes: number | undefined): string {
  if (minutes === undefined || !Number.isFinite(minutes)) return '';
  const whole = Math.round(minutes);
  if (whole > 0 && whole % 1440 === 0) return ` ~${whole / 1440}d`;
  return whole > 0 && whole % 60 === 0 ? ` ~${whole / 60}h` : ` ~${whole}m`;
}

function dueText(due: DateRule): string | null {
  const time = due.time === undefined ? '' : ` ${due.time}`;
  if (due.kind === 'date') return `${due.date}${time}`;
  const isPlain = due.workingDays === undefined && due.minutes === undefined;
  return due.from === 'runStart' && due.days >= 0 && isPlain ? `+${due.days}d${time}` : null;
}

/**
 * The plainest line that reads back as the step: titles as they are before escaped ones, references by
 * title before references by number. `after` is null when the line's place says it.
 */
function writeLine(
  step: StepDefinition,
  clauses: string,
  after: readonly Dependency[] | null,
  written: readonly ReferenceTarget[],
): string {
  const title = writtenTitle(step);
  const escaped = escapeTitle(title, step.kind === 'wait');
  const byTitle = after === null ? '' : afterText(after, (index) => written[index]?.title ?? '', written);
  const byNumber = after === null ? '' : afterText(after, (index) => `#${index + 1}`, written);
  const context: LineContext = {
    book: makeNameBook([]),
    moment: someMoment,
    resolve: (clause) => resolveReferences(clause, written),
  };
  const plainest = `${escaped}${clauses}${byNumber}`;
  const meant = JSON.stringify(readLine(plainest, context));
  const readsBack = (line: string) => {
    const place = readPlace(line);
    return place.body === line && JSON.stringify(readLine(line, context)) === meant;
  };
  // How far a mention goes depends on whom the reader knows, so a title with one is never left as it is.
  const titles = hasMention(title) ? [escaped] : [title, escaped];
  const endings = hasMention(byTitle) ? [byNumber] : [byTitle, byNumber];
  const lines = endings.flatMap((ending) => titles.map((start) => `${start}${clauses}${ending}`));
  return lines.find(readsBack) ?? plainest;
}

function hasMention(text: string): boolean {
  return /(?:^| )@/u.test(text);
}

function afterText(
  after: readonly Dependency[],
  nameOfIndex: (index: number) => string,
  written: readonly ReferenceTarget[],
): string {
  if (after.length === 0) return ` after ${[...words.start][0]}`;
  const indexes = after.map(({ from }) => written.findIndex((target) => target.id === from));
  return ` after ${indexes.map(nameOfIndex).join(', ')}`;
}

/** Every word that could mean something is marked as plain, except those that make a wait one. */
function escapeTitle(title: string, isWait: boolean): string {
  return title
    .split(' ')
    .map((word, index) => (isMeaningful(word) && !(isWait && index === 0) ? `\\${word}` : word))
    .join(' ');
}
