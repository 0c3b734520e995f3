/**
 * Typed lines to a workflow: one step a line, each after the line or `&` group above it unless it says
 * otherwise. References are stored as ids; only lines above can be named, so no circle can be typed.
 *
 * Ids come from `newId` by position, so that the same text gives the same definition on every key press.
 */
import { asId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import type { StepDefinition, WorkflowDefinition } from '../model/workflow.ts';
import { instantToToday } from './capture-dates.ts';
import { type CaptureMention, makePartsReader } from './capture-people.ts';
import { resolveReferences } from './capture-references.ts';
import { type CaptureWords, captureWords } from './capture-words.ts';
import type { ReferenceTarget } from './match-reference.ts';
import { readLineStart, startsWithAny } from './read-line-start.ts';
import { type LineReader, tokenizeLine } from './tokenize-line.ts';

export interface CaptureInput {
  readonly people: readonly Person[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** IANA zone in which "today" is read. */
  readonly zone: string;
  /** 0 is asked for the workflow, 1, 2, … for the steps in typed order. */
  readonly newId: (n: number) => string;
  readonly words?: CaptureWords;
}

export type CaptureIssue =
  | { readonly type: 'noMatch'; readonly line: number; readonly reference: string }
  | { readonly type: 'noSteps' };

export interface CaptureReference {
  /** Counts from 1. */
  readonly line: number;
  readonly reference: string;
  readonly step: StepId;
  /** Other steps that the words may mean, best first. */
  readonly alternatives: readonly StepId[];
}

export interface Capture {
  /** Empty when none was typed. */
  readonly title: string;
  readonly definition: WorkflowDefinition;
  /** Where each step was typed; lines count from 1. */
  readonly lines: readonly { readonly line: number; readonly step: StepId }[];
  readonly references: readonly CaptureReference[];
  readonly mentions: readonly CaptureMention[];
  readonly issues: readonly CaptureIssue[];
}

export function parseCapture(text: string, input: CaptureInput): Capture {
  const words = input.words ?? captureWords.en;
  const knownNames = input.people.map(({ name }) => name);
  const reader: LineReader = { words, today: instantToToday(input.now, input.zone), knownNames };
  const people = makePartsReader(input.people, words);
  const steps: StepDefinition[] = [];
  const targets: ReferenceTarget[] = [];
  const lines: { readonly line: number; readonly step: StepId }[] = [];
  const references: CaptureReference[] = [];
  const issues: CaptureIssue[] = [];
  let title: string | null = null;
  /** The steps that the next line follows. */
  let group: readonly StepId[] = [];

  for (const [index, raw] of text.split(/\r\n|\r|\n/u).entries()) {
    const start = readLineStart(raw, words, { mayBeTitle: title === null && steps.length === 0 });
    const above = steps.at(-1);
    if (start.kind === 'title') title = start.text;
    else if (start.kind === 'step') addStep(start.text, start.together, start.label, index + 1);
    else if (start.kind !== 'blank') {
      // Without a step above there is nothing to belong to.
      if (above === undefined) addStep(start.text, false, null, index + 1);
      else
        steps[steps.length - 1] =
          start.kind === 'checklistItem'
            ? addChecklistItem(above, start.text)
            : addInstruction(above, start.text);
    }
  }
  if (steps.length === 0) issues.push({ type: 'noSteps' });

  const definition: WorkflowDefinition = {
    id: asId<WorkflowId>(input.newId(0)),
    title: title ?? '',
    parts: people.parts,
    facts: [],
    steps,
  };
  return { title: definition.title, definition, lines, references, mentions: people.mentions, issues };

  function addStep(typed: string, together: boolean, label: string | null, line: number): void {
    const tokens = tokenizeLine(typed, reader);
    const id = asId<StepId>(input.newId(steps.length + 1));
    const above = together ? steps.at(-1) : undefined;
    const named = tokens.after === null ? null : readAfter(tokens.after, line);
    const written = named === null ? tokens.titleWithAfter : tokens.title;
    // A line of clauses alone still has to be called something.
    const name = written === '' ? typed : written;
    const [holder, backup] = tokens.names.map((each) => people.read(each, line));
    steps.push({
      id,
      kind: startsWithAny(name, words.waitFor) ? 'wait' : 'task',
      title: name,
      after: named?.map((from) => ({ from })) ?? above?.after ?? group.map((from) => ({ from })),
      ...(holder === undefined ? {} : { assignee: holder }),
      ...(backup === undefined ? {} : { backup }),
      ...(tokens.estimate === null ? {} : { estimate: tokens.estimate }),
      ...(tokens.due === null ? {} : { due: tokens.due }),
    });
    targets.push({ id, title: name, label });
    lines.push({ line, step: id });
    group = above === undefined ? [id] : [...group, id];
  }

  /** Null when nothing of it means a step: then it was part of the title. */
  function readAfter(typed: string, line: number): readonly StepId[] | null {
    const resolved = resolveReferences(typed, targets, words);
    const found = new Set<StepId>();
    for (const { reference, step, alternatives } of resolved) {
      if (step === null) issues.push({ type: 'noMatch', line, reference });
      else {
        found.add(step);
        references.push({ line, reference, step, alternatives });
      }
    }
    return resolved.length > 0 && found.size === 0 ? null : [...found];
  }
}

function addChecklistItem(step: StepDefinition, text: string): StepDefinition {
  const items = step.checklist ?? [];
  return { ...step, checklist: [...items, { id: `c${items.length + 1}`, text }] };
}

function addInstruction(step: StepDefinition, text: string): StepDefinition {
  const before = step.instructions === undefined ? '' : `${step.instructions}\n`;
  return { ...step, instructions: before + text };
}
