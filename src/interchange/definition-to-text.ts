/**
 * Writes a workflow as the lines that capture reads.
 *
 * Law [R1]: for a definition that capture made, parsing the text with the same ids gives it again. What the
 * lines cannot say is left out: facts, sections, how outcomes go on but by `if`, joins, conditions, instructions,
 * dates that hang on a fact, people who are no part, votes of more than two; milestones and the like are written
 * as tasks. Steps come in an order in which each follows what it waits for, and a stand-in its step.
 */
import type { StepId } from '../model/ids.ts';
import type { Dependency, OutcomeDefinition, StepDefinition, WorkflowDefinition } from '../model/workflow.ts';
import type { LocalMoment } from './capture-dates.ts';
import { makeNameBook } from './capture-people.ts';
import { CaptureScope } from './capture-scope.ts';
import { titleToLine } from './capture-title.ts';
import { captureWordsByLanguage } from './capture-words.ts';
import { collapseSpace } from './folded-text.ts';
import type { LineBranch } from './line-order.ts';
import { readLine, readPlace, type LineContext, type ReadLine } from './read-line.ts';
import { escapeSigns } from './read-title.ts';
import { escapeWords, outcomesText, stepClauses, writtenTitle } from './step-clauses.ts';
import { inWritingOrder } from './writing-order.ts';

const words = captureWordsByLanguage.en;
/** Any moment serves to see whether words would be read as a date. */
const someMoment: LocalMoment = { date: '2000-01-01', time: '00:00' };

/** What lines can say of how a step ends, under the names that they give it. */
function readableOutcomes({ kind, outcomes = [] }: StepDefinition): readonly OutcomeDefinition[] {
  if (kind === 'decision') return outcomes;
  const nameById = new Map([
    ['approved', words.approved],
    ['rejected', words.rejected],
  ]);
  if (kind !== 'approval') return [];
  return outcomes.flatMap(({ id }) => (nameById.has(id) ? [{ id, name: nameById.get(id) ?? id }] : []));
}

export interface WrittenDefinition {
  readonly text: string;
  /** The steps in the order of their lines. */
  readonly steps: readonly StepDefinition[];
}

export function definitionToText(definition: WorkflowDefinition): string {
  return writeDefinition(definition).text;
}

export function writeDefinition(definition: WorkflowDefinition): WrittenDefinition {
  const nameByPart = new Map(definition.parts.map((part) => [part.id, collapseSpace(part.name)]));
  const title = collapseSpace(definition.title);
  const lines = title === '' ? [] : [titleToLine(title)];
  const scope = new CaptureScope();
  const known = new Set<StepId>();
  const steps = inWritingOrder(definition.steps);
  for (const step of steps) {
    const after = step.after.filter(({ from }) => known.has(from)).map(withoutLag);
    const place = placeOf(step, after, scope);
    lines.push(writeLine(step, stepClauses(step, nameByPart), place, scope));
    for (const item of step.checklist ?? []) lines.push(`  - ${collapseSpace(item.text)}`);
    known.add(step.id);
    const { id, kind } = step;
    scope.add({ ...place, id, kind, outcomes: readableOutcomes(step), title: writtenTitle(step), after });
  }
  return { text: lines.map((line) => `${line}\n`).join(''), steps };
}

function withoutLag({ from, outcomes }: Dependency): Dependency {
  return outcomes === undefined ? { from } : { from, outcomes };
}

/** How a line says what its step waits for. */
interface Place {
  readonly isStandIn: boolean;
  readonly parallel: boolean;
  readonly branch: (LineBranch & { readonly name: string }) | null;
  /** Edges that the line names; null when its place says them. */
  readonly named: readonly Dependency[] | null;
}

function placeOf(step: StepDefinition, after: readonly Dependency[], scope: CaptureScope): Place {
  const plain = { isStandIn: false, parallel: false, branch: null };
  if (step.fallbackOf !== undefined && step.fallbackOf === scope.standsInFor)
    return { ...plain, isStandIn: true, named: after.length === 0 ? null : after };
  if (isSameAfter(after, scope.impliedAfter(false))) return { ...plain, named: null };
  if (isSameAfter(after, scope.impliedAfter(true))) return { ...plain, parallel: true, named: null };
  const branch = branchOf(after[0], scope);
  if (branch === null) return { ...plain, named: after };
  return { ...plain, branch, named: after.length === 1 ? null : after.slice(1) };
}

/** The `if` that says an edge. */
function branchOf(edge: Dependency | undefined, scope: CaptureScope): Place['branch'] {
  const outcome = edge?.outcomes?.length === 1 ? edge.outcomes[0] : undefined;
  if (edge === undefined || outcome === undefined) return null;
  // Waiting for an approval means its yes anyway.
  if (isSameAfter([edge], scope.edgesFrom(edge.from).slice(0, 1))) return null;
  const name = scope.nameOfOutcome(edge.from, outcome);
  const branch = name === null ? null : scope.branchOf(name);
  if (name === null || branch?.from !== edge.from || branch.outcome !== outcome) return null;
  return { ...branch, name };
}

function isSameAfter(one: readonly Dependency[], other: readonly Dependency[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * The plainest line that reads back as the step: titles as they are before escaped ones, references by
 * title before references by number.
 */
function writeLine(step: StepDefinition, clauses: string, place: Place, scope: CaptureScope): string {
  const { named } = place;
  const title = writtenTitle(step);
  const escaped = escapeSigns(escapeWords(step.kind === 'decision' ? title.slice(0, -1) : title, step.kind));
  const glue = escaped.endsWith('\\') ? ' ' : '';
  const sign = step.kind === 'decision' ? '?' : step.kind === 'approval' ? `${glue}!` : '';
  const ends = step.kind === 'decision' ? outcomesText(step) : '';
  const plainTitle = step.kind === 'decision' ? title.slice(0, -1) : title;
  const byTitle = named === null ? '' : afterText(named, (index) => scope.targets[index]?.title ?? '', scope);
  const byNumber = named === null ? '' : afterText(named, (index) => `#${index + 1}`, scope);
  const context: LineContext = { book: makeNameBook([]), moment: someMoment, dates: null, scope };
  const openings = openingsOf(place);
  const plainest = `${openings[0]}${escaped}${sign}${ends}${clauses}${byNumber}`;
  const meant = meaningOf(
    readLine(`${openings.at(-1)}${escaped}${sign}${ends}${clauses}${byNumber}`, context),
  );
  const readsBack = (line: string) => {
    const read = readPlace(line);
    return read.body === line && meaningOf(readLine(line, context)) === meant;
  };
  // How far a mention goes depends on whom the reader knows, so a title with one is never left as it is.
  const titles = hasMention(plainTitle) ? [escaped] : [plainTitle, escaped];
  const endings = hasMention(byTitle) ? [byNumber] : [byTitle, byNumber];
  const lines = openings.flatMap((opening) =>
    endings.flatMap((ending) => titles.map((start) => `${opening}${start}${sign}${ends}${clauses}${ending}`)),
  );
  const line = lines.find(readsBack) ?? plainest;
  return place.parallel ? `& ${line}` : line;
}

/** The plainest first; the last one is sure to be understood. */
function openingsOf({ isStandIn, branch }: Place): readonly string[] {
  if (isStandIn) return [`${words.orElse[0]} `];
  if (branch === null) return [''];
  return [branch.name, escapeWords(branch.name, 'task')].map((name) => `${words.ifWord[0]} ${name}: `);
}

/** How sure a reference is says nothing about what it means. */
function meaningOf(read: ReadLine): string {
  return JSON.stringify({ ...read, found: null });
}

function hasMention(text: string): boolean {
  return /(?:^| )@/u.test(text);
}

/** What stands in for a step is waited for with it. */
function afterText(
  after: readonly Dependency[],
  nameOfIndex: (index: number) => string,
  scope: CaptureScope,
): string {
  if (after.length === 0) return ` after ${[...words.start][0]}`;
  const implied = new Set(
    after.flatMap(({ from }) => scope.edgesFrom(from).slice(1)).map(({ from }) => from),
  );
  const named = after.filter(({ from }) => !implied.has(from));
  const indexes = named.map(({ from }) => scope.targets.findIndex((target) => target.id === from));
  return ` after ${indexes.map(nameOfIndex).join(', ')}`;
}
