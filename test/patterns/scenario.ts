/**
 * The stage on which each control-flow pattern is played, with the engine as the app uses it: a definition is decoded,
 * validated and started, people give commands on their phones, phones hear of each other, screens are asked.
 *
 * What a pattern is comes from what happened on the stage alone. Refused: its definition was refused with a message,
 * and nothing was started. Advisory: it ran, phones that had not heard of each other worked at the same time, and the
 * screens of both say so. Direct: it ran to its end, and there was nothing of the kind to tell.
 */
import { deepStrictEqual, match, ok } from 'node:assert/strict';
import { foldRun } from '../../src/engine/fold-run.ts';
import type { Refusal } from '../../src/engine/refusal.ts';
import type { OccurrenceState } from '../../src/engine/run-state.ts';
import { englishMessages } from '../../src/i18n/core/en/messages.ts';
import type { Command } from '../../src/model/command.ts';
import { decodeWorkflowDefinition } from '../../src/model/decode-workflow.ts';
import type { PersonId } from '../../src/model/ids.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import type { WorkflowProblem } from '../../src/model/workflow-problem.ts';
import { workflowProblemToMessage } from '../../src/model/workflow-problem-to-message.ts';
import { definitionToNames } from '../../src/ui/names.ts';
import { sayFailure } from '../../src/ui/say-failure.ts';
import { ana, type Device, makeDevice, run, startPlan, stepId } from '../support/run-bench.ts';
import { expectSamePlain, stateToPlain } from '../support/state-to-plain.ts';
import { shownOverlaps } from './shown-overlaps.ts';

export interface Scenario {
  /** As in the list of patterns by van der Aalst, Russell and ter Hofstede. */
  readonly number: number;
  readonly name: string;
  /** Throws when it does not go as the pattern wants; answers what was seen, in a line. */
  readonly play: (stage: Stage) => string;
}

export type Verdict = 'direct' | 'advisory' | 'refused' | 'failed';

export interface Outcome extends Pick<Scenario, 'number' | 'name'> {
  readonly verdict: Verdict;
  readonly seen: string;
}

type StartOptions = Partial<Extract<Command, { kind: 'startRun' }>>;

export interface Stage {
  /** A phone on which the plan was started; the scenario fails if it is refused. */
  readonly start: (definition: WorkflowDefinition, more?: StartOptions) => Device;
  /** Another phone, which knows what that one knows. */
  readonly phone: (person: PersonId, knows: Device) => Device;
  /** What is wrong with a definition; the scenario fails if nothing is, or if it is not told in words. */
  readonly refuse: (
    definition: unknown,
    find?: FindProblems,
  ) => { readonly type: string; readonly message: string };
  /** Both phones hear what the other wrote. */
  readonly meet: (a: Device, b: Device) => void;
}

/** Of a definition that has its shape. */
export type FindProblems = (definition: WorkflowDefinition) => readonly WorkflowProblem[];

export function playScenario({ number, name, play }: Scenario): Outcome {
  const phones: Device[] = [];
  const refusals: WorkflowProblem[] = [];
  const stage: Stage = {
    start: (definition, more) => {
      const problems = problemsOf(definition, findProblems);
      deepStrictEqual(
        problems,
        [],
        `refused: ${problems.map((each) => workflowProblemToMessage(each)).join('; ')}`,
      );
      const phone = makeDevice(ana, `phone-${phones.length}`);
      phone.do(startPlan(definition, more));
      phones.push(phone);
      return phone;
    },
    phone: (person, knows) => {
      const phone = makeDevice(person, `phone-${phones.length}`);
      phone.receive(knows);
      phones.push(phone);
      return phone;
    },
    refuse: (definition, find = findProblems) => {
      const problems = problemsOf(definition, find);
      const [problem] = problems;
      ok(problem !== undefined, 'it was not refused');
      refusals.push(...problems);
      return { type: problem.type, message: tellProblem(problem, definition as WorkflowDefinition) };
    },
    meet: (a, b) => {
      a.receive(b);
      b.receive(a);
    },
  };
  try {
    const seen = play(stage);
    for (const phone of phones) expectSound(phone);
    return { number, name, verdict: judge(phones, refusals), seen };
  } catch (error) {
    return { number, name, verdict: 'failed', seen: error instanceof Error ? error.message : String(error) };
  }
}

function problemsOf(definition: unknown, find: FindProblems): readonly WorkflowProblem[] {
  const decoded = decodeWorkflowDefinition(definition);
  if (decoded.ok) return find(decoded.value);
  ok(decoded.error.type === 'invalidWorkflow', 'it was not understood at all');
  return decoded.error.problems;
}

function findProblems(definition: WorkflowDefinition): readonly WorkflowProblem[] {
  const valid = validateWorkflow(definition);
  return valid.ok ? [] : valid.error.problems;
}

const messages = englishMessages({ locale: 'en-GB', zone: 'Europe/Lisbon' });

/** The message for whoever writes the plan names what to do instead; so does the sentence on the screen. */
function tellProblem(problem: WorkflowProblem, definition: WorkflowDefinition): string {
  const message = workflowProblemToMessage(problem, definition);
  const said = sayFailure(
    messages,
    { type: 'invalidWorkflow', problems: [problem] },
    definitionToNames(definition),
  );
  match(message, /(?:; |: ).{10,}/u, 'the message says what is wrong and what to do instead');
  match(
    `${said.what} ${said.wayOut}`,
    /^[A-Z“].{9,}\. [A-Z].{9,}\.$/u,
    'the screen has a sentence and a way out',
  );
  return message;
}

/** A log folds to the same however it came, and what was begun was brought to an end. */
function expectSound(phone: Device): void {
  expectSamePlain(stateToPlain(foldRun(run, phone.log().toReversed())), stateToPlain(phone.state()));
  const { status } = phone.state();
  ok(status === 'finished' || status === 'cancelled', `the run is left ${status}`);
}

function judge(phones: readonly Device[], refusals: readonly WorkflowProblem[]): Verdict {
  if (phones.length === 0) return refusals.length > 0 ? 'refused' : 'failed';
  if (refusals.length > 0) return 'failed';
  const shown = phones.map(shownOverlaps);
  if (phones.every((phone) => phone.state().overlaps.length === 0)) return 'direct';
  return shown.every((each) => each.onBothSteps && each.inTheLog) ? 'advisory' : 'failed';
}

/** Ends a step, in one of its ways if it has several. */
export function end(phone: Device, place: string, outcome?: string): void {
  const { occurrence } = phone.of(place);
  phone.do({ kind: 'completeStep', occurrence, ...(outcome !== undefined && { outcome }) });
}

export function endAll(phone: Device, ...places: readonly string[]): void {
  for (const place of places) end(phone, place);
}

export function begin(phone: Device, place: string): void {
  phone.do({ kind: 'startStep', occurrence: phone.of(place).occurrence });
}

/** `expectAt(phone, { hotel: 'ready' })`; a step that is not there is `none`. */
export function expectAt(
  phone: Device,
  wanted: Readonly<Record<string, OccurrenceState['status'] | 'none'>>,
): void {
  const places = Object.keys(wanted);
  const found = places.map((place) => [place, phone.of(place)?.status ?? 'none']);
  deepStrictEqual(Object.fromEntries(found), wanted);
}

export function expectRefused(phone: Device, command: Command, type: Refusal['type']): void {
  const made = phone.give(command);
  deepStrictEqual(made.ok ? 'done' : made.error.type, type);
}

/** How often a step was begun anew or for the first time. */
export function passes(phone: Device, step: string): number {
  return [...phone.state().occurrences.values()].filter(({ occurrence }) => occurrence.step === stepId(step))
    .length;
}

export function expectFinished(phone: Device): void {
  deepStrictEqual(phone.state().status, 'finished');
}
