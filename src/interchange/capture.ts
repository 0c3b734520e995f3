/**
 * Text capture: a workflow typed line by line, one step a line. What each line means: SPEC.md.
 *
 * Flow: lines → place and clauses of each → references resolved against the steps above → definition.
 * Invariants: total, never throws; pure; dependencies point upwards, so the graph is acyclic [J5]; the
 * same text and context give the same definition. `\` before a word makes it a plain one.
 */
import type { StepId, WorkflowId } from '../model/ids.ts';
import { asId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import type { StepDefinition, WorkflowDefinition } from '../model/workflow.ts';
import { instantToLocalMoment, type DateReader } from './capture-dates.ts';
import { makeNameBook, makePartCollector } from './capture-people.ts';
import { CaptureScope } from './capture-scope.ts';
import { readTitleLine } from './capture-title.ts';
import type { FoundReference } from './match-reference.ts';
import { readLine, readPlace, type LineContext, type LinePlace } from './read-line.ts';
import { lineToStep } from './line-to-step.ts';
import { withMeantEnds } from './meant-ends.ts';

export type CaptureIssue =
  /** The line, counted from 1, names a step that is not above it. */
  | { readonly type: 'noMatch'; readonly line: number; readonly reference: string }
  | { readonly type: 'noSteps' };

/** What a line says it waits for. */
export interface CaptureReference extends FoundReference {
  /** Counted from 1. */
  readonly line: number;
}

export interface CaptureContext {
  /** Whose names a short mention may stand for. */
  readonly people: readonly Person[];
  /** Milliseconds since 1970; "today" is read from it. */
  readonly now: number;
  /** IANA zone of "today". */
  readonly zone: string;
  /** 0 names the workflow, n the n-th step. Must give each its own id, the same one each time. */
  readonly newId: (n: number) => string;
  /** Reads what is said in more words than capture knows itself. */
  readonly dates?: DateReader;
}

export interface Capture {
  readonly definition: WorkflowDefinition;
  readonly issues: readonly CaptureIssue[];
  readonly lines: readonly { readonly line: number; readonly step: StepId }[];
  readonly references: readonly CaptureReference[];
}

export function parseCapture(text: string, context: CaptureContext): Capture {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/u);
  const firstLine = lines.findIndex((line) => line.trim() !== '');
  const title = readTitleLine(lines[firstLine] ?? '');
  const steps: StepDefinition[] = [];
  /** Texts of the items under each step. */
  const checklists: string[][] = [];
  const issues: CaptureIssue[] = [];
  const places: { line: number; step: StepId }[] = [];
  const references: CaptureReference[] = [];
  const collector = makePartCollector();
  const scope = new CaptureScope();
  const lineContext: LineContext = {
    book: makeNameBook(context.people),
    moment: instantToLocalMoment(context.now, context.zone),
    dates: context.dates ?? null,
    scope,
  };
  let placeAbove: LinePlace | null = null;

  for (let index = title === null ? 0 : firstLine + 1; index < lines.length; index++) {
    const place = readPlace(lines[index] as string);
    if (place.body === '') continue;
    const line = index + 1;
    if (placeAbove !== null && isChecklistItem(place, placeAbove)) {
      checklists.at(-1)?.push(place.text);
      continue;
    }
    const read = readLine(place.body, lineContext);
    for (const reference of read.unmatched) issues.push({ type: 'noMatch', line, reference });
    for (const found of read.found) references.push({ line, ...found });
    const implied = read.isStandIn ? [] : scope.impliedAfter(place.parallel);
    const after = read.after ?? implied;
    const id = asId<StepId>(context.newId(steps.length + 1));
    const step = lineToStep(id, read, after, scope.standsInFor, collector);
    steps.push(step);
    const { kind, outcomes = [] } = step;
    scope.add({ ...read, id, kind, outcomes, after, parallel: place.parallel });
    checklists.push([]);
    places.push({ line, step: id });
    placeAbove = place;
  }

  if (steps.length === 0) issues.push({ type: 'noSteps' });
  const definition: WorkflowDefinition = {
    id: asId<WorkflowId>(context.newId(0)),
    title: title ?? steps[0]?.title ?? '',
    parts: collector.parts(),
    facts: [],
    steps: withMeantEnds(steps).map((step, index) => withChecklist(step, checklists[index] ?? [])),
  };
  return { definition, issues, lines: places, references };
}

/** Under a step and deeper than it, or at its depth when only the item has a bullet. */
function isChecklistItem(place: LinePlace, above: LinePlace): boolean {
  if (place.bullet !== 'point' || place.indent === 0) return false;
  return place.indent > above.indent || (place.indent === above.indent && above.bullet === null);
}

function withChecklist(step: StepDefinition, texts: readonly string[]): StepDefinition {
  if (texts.length === 0) return step;
  return { ...step, checklist: texts.map((text, index) => ({ id: `item-${index + 1}`, text })) };
}
