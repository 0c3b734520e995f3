/**
 * A workflow as lines that `parseCapture` reads back: for editing as text and for sharing.
 *
 * What lines cannot say is named in `leftOut`, never dropped silently; when nothing is, reading the
 * text back gives the same workflow but for its ids. Steps are written in an order in which they can
 * happen.
 */
import type { StepId } from '../model/ids.ts';
import { computeTopologicalOrder } from '../model/topological-order.ts';
import type { StepDefinition, WorkflowDefinition } from '../model/workflow.ts';
import { resolveReferences } from './capture-references.ts';
import { type CaptureWords, captureWords } from './capture-words.ts';
import type { ReferenceTarget } from './match-reference.ts';
import { readLineStart } from './read-line-start.ts';
import {
  checklistToLines,
  dueToText,
  estimateToText,
  instructionsToLines,
  peopleToText,
  plainReader,
  titleToText,
} from './step-to-clauses.ts';
import { tokenizeLine } from './tokenize-line.ts';

export interface LeftOut {
  /** Null when it concerns the whole workflow. */
  readonly step: StepId | null;
  /** `title`: written, but it would be read as something else. */
  readonly what:
    | 'title'
    | 'people'
    | 'estimate'
    | 'due'
    | 'instructions'
    | 'checklist'
    | 'kind'
    | 'parts'
    | 'facts'
    | 'order';
}

export interface DefinitionText {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

export function definitionToText(
  definition: WorkflowDefinition,
  words: CaptureWords = captureWords.en,
): DefinitionText {
  const steps = inPossibleOrder(definition.steps);
  const heading = `${definition.title.replaceAll(/\s+/gu, ' ')}:`;
  const places = placeSteps(steps);
  const references = steps.map((step, index) =>
    places[index] === 'says' ? writeReference(steps, step, index, words) : '',
  );
  // Where titles cannot tell the steps apart, all are numbered.
  const numbered = references.includes(null);
  const text = steps.flatMap((step, index) => {
    const place = places[index];
    const after = numbered && place === 'says' ? writeNumbers(steps, step, words) : references[index];
    const clauses = [
      `${place === 'joins' ? '& ' : ''}${numbered ? `${index + 1}. ` : ''}${step.title.replaceAll(/\s+/gu, ' ').trim()}`,
      after ?? '',
      peopleToText(step, definition.parts, words) ?? '',
      estimateToText(step) ?? '',
      dueToText(step, words) ?? '',
    ];
    return [
      clauses.filter((clause) => clause !== '').join(' '),
      ...(instructionsToLines(step, words) ?? []),
      ...(checklistToLines(step) ?? []),
    ];
  });
  return { text: [heading, ...text].join('\n'), leftOut: findLeftOut(definition, steps, words) };
}

function findLeftOut(
  definition: WorkflowDefinition,
  steps: readonly StepDefinition[],
  words: CaptureWords,
): readonly LeftOut[] {
  const { title, parts, facts } = definition;
  const heading = readLineStart(`${title}:`, words, { mayBeTitle: true });
  const whole: readonly (LeftOut['what'] | false)[] = [
    (heading.kind !== 'title' || heading.text !== title || /[\r\n]/u.test(title)) && 'title',
    !isSameList(
      mentionedParts(steps),
      parts.map(({ id }) => id),
    ) && 'parts',
    facts.length > 0 && 'facts',
    !isSameList(steps, definition.steps) && 'order',
  ];
  return [
    ...whole.flatMap((what) => (what === false ? [] : [{ step: null, what }])),
    ...steps.flatMap((step) => {
      const lost: readonly (LeftOut['what'] | false)[] = [
        titleToText(step, words) === null && 'title',
        step.kind === 'milestone' && 'kind',
        peopleToText(step, parts, words) === null && 'people',
        estimateToText(step) === null && 'estimate',
        dueToText(step, words) === null && 'due',
        instructionsToLines(step, words) === null && 'instructions',
        checklistToLines(step) === null && 'checklist',
      ];
      return lost.flatMap((what) => (what === false ? [] : [{ step: step.id, what }]));
    }),
  ];
}

/** In the order in which lines would introduce them. */
function mentionedParts(steps: readonly StepDefinition[]): readonly string[] {
  const assignees = steps.flatMap(({ assignee, backup }) => [assignee, backup]);
  return [...new Set(assignees.flatMap((each) => (each?.kind === 'part' ? [each.part] : [])))];
}

/** The definition's own order where it can happen; a circle, which no valid one has, stays as it is. */
function inPossibleOrder(steps: readonly StepDefinition[]): readonly StepDefinition[] {
  const place = new Map(steps.map((step, index) => [step.id, index]));
  const isPossible = steps.every((step, index) =>
    step.after.every(({ from }) => (place.get(from) ?? Number.POSITIVE_INFINITY) < index),
  );
  const order = isPossible ? null : computeTopologicalOrder(steps);
  return order === null ? steps : order.flatMap((id) => steps[place.get(id) ?? -1] ?? []);
}

/** `after …` by titles; null where they would be misread. */
function writeReference(
  steps: readonly StepDefinition[],
  step: StepDefinition,
  index: number,
  words: CaptureWords,
): string | null {
  if (step.after.length === 0) return `${words.after[0]} ${words.start[0]}`;
  const wanted = sourcesOf(step);
  const titles = wanted.map((id) => steps.find((each) => each.id === id)?.title ?? '').join(', ');
  const tokens = tokenizeLine(`x ${words.after[0]} ${titles}`, plainReader(words));
  if (tokens.after !== titles || tokens.title !== 'x') return null;
  const targets = steps.slice(0, index).map((each): ReferenceTarget => ({ ...each, label: null }));
  const read = resolveReferences(titles, targets, words).map((reference) => reference.step);
  return isSameList(read, wanted) ? `${words.after[0]} ${titles}` : null;
}

function writeNumbers(steps: readonly StepDefinition[], step: StepDefinition, words: CaptureWords): string {
  const numbers = sourcesOf(step).map((id) => steps.findIndex((each) => each.id === id) + 1);
  return `${words.after[0]} ${numbers.length === 0 ? words.start[0] : numbers.join(', ')}`;
}

/**
 * How a line says what its step starts after: nothing more than its place, `&`, or words.
 * `follows`: after exactly the line or group above. `joins`: after the same as the line above.
 */
type Place = 'follows' | 'joins' | 'says';

function placeSteps(steps: readonly StepDefinition[]): readonly Place[] {
  let group: readonly StepId[] = [];
  return steps.map((step, index): Place => {
    const above = steps[index - 1];
    const follows = isSameList(sourcesOf(step), group);
    const joins = !follows && above !== undefined && isSameList(sourcesOf(step), sourcesOf(above));
    group = joins ? [...group, step.id] : [step.id];
    return follows ? 'follows' : joins ? 'joins' : 'says';
  });
}

function sourcesOf(step: StepDefinition): readonly StepId[] {
  return step.after.map(({ from }) => from);
}

function isSameList<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
