/**
 * Damages events and workflows and checks that nothing is ever thrown and nothing is ever lost. The same
 * count and seed check the same things, so that what fails can be looked at again.
 */
import { createRunFold } from '../../src/engine/fold-run.ts';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import { decodeLogEntry, encodeLogEntry, isDamaged } from '../../src/model/decode-event.ts';
import { decodeWorkflowDefinition } from '../../src/model/decode-workflow.ts';
import { isOpaque, type LogEvent } from '../../src/model/event.ts';
import { computeTopologicalOrder } from '../../src/model/topological-order.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { workflowProblemToMessage } from '../../src/model/workflow-problem-to-message.ts';
import { templates } from '../../src/templates/templates.ts';
import { mutateJson } from './mutate-json.ts';
import { makeRandom, pick, type Random } from './random.ts';
import { run } from './run-bench.ts';
import { sampleLog } from './sample-log.ts';

export interface MutationRun {
  readonly count: number;
  readonly seed: number;
}

export interface EventTally {
  readonly events: number;
  readonly opaque: number;
  readonly damaged: number;
}

/** Events that go into one log together. */
const logLength = 50;

export function checkMutatedEvents({ count, seed }: MutationRun): EventTally {
  const random = makeRandom(seed);
  const tally = { events: 0, opaque: 0, damaged: 0 };
  for (let done = 0; done < count; done += logLength) {
    const template = pick(random, templates);
    const words = textsOf(sampleLog(template));
    const kept: LogEvent[] = [];
    for (let index = done; index < Math.min(done + logLength, count); index++) {
      const entry = mutateJson(random, structuredClone(pick(random, sampleLog(template))), words);
      const made = attempt(`event ${index} of seed ${seed}`, entry, () => decodeLogEntry(entry));
      if (isDamaged(made)) {
        tally.damaged++;
        demand(made.reason !== '', 'damaged without a reason', entry);
        continue;
      }
      tally[isOpaque(made) ? 'opaque' : 'events']++;
      demand(!isOpaque(made) || made.raw === entry, 'opaque without what it was', entry);
      demand(canonicalJson(encodeLogEntry(made)) === canonicalJson(entry), 'not given back as it lay', entry);
      kept.push(made);
    }
    checkFold(random, template, kept);
  }
  return tally;
}

/** Folds them beside an undamaged log, bit by bit, and looks for each in what came of it. */
function checkFold(random: Random, template: WorkflowDefinition, kept: readonly LogEvent[]): void {
  const fold = createRunFold(run);
  const sound = sampleLog(template);
  // Sometimes the damaged ones are all there is.
  const batches = random() < 0.2 ? [kept] : [sound.slice(0, 10), kept, sound.slice(10)];
  for (const batch of batches) attempt('a fold', batch, () => fold.add(batch));
  const state = attempt('the state of a fold', kept, () => fold.state);
  const all = new Set([...state.history, ...state.opaque, ...state.aside].map(contentOf));
  for (const one of kept) demand(all.has(contentOf(one)), 'lost by the fold', one);
  for (const one of kept)
    if (isOpaque(one) && state.history.includes(one))
      demand(state.opaque.includes(one), 'not shown as opaque', one);
}

export interface WorkflowTally {
  readonly valid: number;
  readonly invalid: number;
  readonly unreadable: number;
}

export function checkMutatedWorkflows({ count, seed }: MutationRun): WorkflowTally {
  const random = makeRandom(seed);
  const tally = { valid: 0, invalid: 0, unreadable: 0 };
  for (let index = 0; index < count; index++) {
    const template = pick(random, templates);
    const value = mutateJson(random, structuredClone(template), textsOf(template));
    const where = `workflow ${index} of seed ${seed}`;
    const made = attempt(where, value, () => decodeWorkflowDefinition(value));
    if (!made.ok) {
      tally.unreadable++;
      demand(made.error.type === 'notAWorkflow' || made.error.problems.length > 0, 'no reason', value);
      continue;
    }
    demand(made.value === value, 'not the value itself', value);
    demand(computeTopologicalOrder(made.value.steps) !== null, 'read with a circle in it', value);
    const valid = attempt(where, value, () => validateWorkflow(made.value));
    tally[valid.ok ? 'valid' : 'invalid']++;
    if (valid.ok) continue;
    const messages = valid.error.problems.map((problem) =>
      attempt(where, value, () => workflowProblemToMessage(problem, made.value)),
    );
    demand(messages.length > 0 && messages.every((message) => message !== ''), 'without a message', value);
    demand(new Set(valid.error.problems.map(canonicalJson)).size === messages.length, 'said twice', value);
  }
  return tally;
}

function contentOf(event: LogEvent): string {
  return canonicalJson(encodeLogEntry(event));
}

/** Every text in it: ids to put in each other's place. */
function textsOf(value: unknown): readonly string[] {
  const texts = new Set<string>();
  JSON.stringify(value, (_, child: unknown) => {
    if (typeof child === 'string') texts.add(child);
    return child;
  });
  return [...texts];
}

function attempt<Value>(what: string, input: unknown, act: () => Value): Value {
  try {
    return act();
  } catch (cause) {
    throw new Error(`${what} threw: ${shorten(input)}`, { cause });
  }
}

function demand(holds: boolean, what: string, input: unknown): void {
  if (!holds) throw new Error(`${what}: ${shorten(input)}`);
}

function shorten(input: unknown): string {
  return canonicalJson(input).slice(0, 2000);
}
