/** What somebody might tap next, of what a screen offers; notes carry a mark by which they are found again. */
import type { Command } from '../../src/model/command.ts';
import type { FactValue } from '../../src/model/fact.ts';
import type { FactId } from '../../src/model/ids.ts';
import { occurrenceFromKey } from '../../src/model/occurrence.ts';
import type { FactView } from '../../src/views/fact-view.ts';
import type { FlowView } from '../../src/views/flow-view.ts';
import type { StepView } from '../../src/views/step-view.ts';
import type { SeededRandom } from '../support/seeded-random.ts';

function pick<Value>(random: SeededRandom, values: readonly Value[]): Value {
  return values[random.below(values.length)] as Value;
}

function valueFor(
  random: SeededRandom,
  { kind, options, zone }: FactView,
  people: StepView['people'],
): FactValue {
  const day = `2026-12-${String(1 + random.below(28)).padStart(2, '0')}`;
  switch (kind) {
    case 'text':
      return { kind, text: `text ${random.below(9)}` };
    case 'number':
      return { kind, number: random.below(50) };
    case 'money':
      return { kind, amount: random.below(500), currency: 'EUR' };
    case 'date':
      return { kind, date: day };
    case 'instant':
      return { kind, at: Date.parse(`${day}T10:00:00Z`) + random.below(600) * 60_000, zone };
    case 'duration':
      return { kind, minutes: random.below(240) };
    case 'place':
      return { kind, place: `place ${random.below(9)}` };
    case 'person': {
      const person = people[0];
      return person === undefined ? { kind: 'text', text: 'nobody' } : { kind, person: person.id };
    }
    case 'choice':
      return { kind, choice: options[0]?.id ?? 'none' };
    case 'link':
      return { kind, url: 'https://example.test/' };
    case 'file':
      return { kind, name: `file ${random.below(9)}` };
  }
}

/** Sets one of the run's facts; `null` when it has none that can be set. */
export function offeredFact(random: SeededRandom, flow: FlowView): Command | null {
  const settable = flow.facts.filter(({ follows }) => follows === null);
  if (settable.length === 0) return null;
  const fact = pick(random, settable);
  return { kind: 'setFact', fact: fact.fact, value: valueFor(random, fact, flow.people) };
}

function written(random: SeededRandom, step: StepView): { readonly facts?: Record<FactId, FactValue> } {
  const writes = step.writes.filter(({ follows }) => follows === null);
  if (writes.length === 0) return {};
  return {
    facts: Object.fromEntries(writes.map((fact) => [fact.fact, valueFor(random, fact, step.people)])),
  };
}

/** One of the things that the step's sheet offers now. */
export function offeredCommand(random: SeededRandom, step: StepView, mark: string): Command {
  const found = occurrenceFromKey(step.key);
  if (!found.ok) throw new Error(`a step is shown under the key ${step.key}`);
  const occurrence = found.value;
  const { actions } = step;
  const note: Command = { kind: 'addNote', occurrence, text: mark };
  const outcome = step.outcomes.length === 0 ? {} : { outcome: pick(random, step.outcomes).id };
  const including = step.inTheWay.length === 0 ? {} : { including: step.inTheWay.map((each) => each.step) };
  const complete: Command = {
    kind: 'completeStep',
    occurrence,
    ...outcome,
    ...including,
    ...written(random, step),
  };
  const offers: Command[] = [note];
  if (actions.complete) offers.push(complete, complete, complete);
  if (actions.stuck) offers.push({ kind: 'failStep', occurrence, reason: mark });
  if (actions.skip) offers.push({ kind: 'skipStep', occurrence });
  if (actions.handOver && step.people.length > 0) {
    offers.push({ kind: 'reassignStep', occurrence, to: pick(random, step.people).id });
  }
  if (actions.retry) offers.push({ kind: 'retryStep', occurrence });
  if (actions.reopen) offers.push({ kind: 'reopenStep', occurrence, reason: mark });
  if (actions.take) offers.push({ kind: 'claimStep', occurrence });
  if (actions.recheck) offers.push({ kind: 'recheckStep', occurrence });
  if (actions.amend) offers.push({ kind: 'amendStep', occurrence, note: mark });
  if (actions.wait) offers.push({ kind: 'startWaiting', occurrence, on: 'the office' });
  if (actions.reply) offers.push({ kind: 'recordReply', occurrence, text: mark });
  if (actions.pause) offers.push({ kind: 'pauseStep', occurrence });
  if (actions.resume) offers.push({ kind: 'resumeStep', occurrence });
  const item = step.checklist[0];
  if (item !== undefined) {
    offers.push({ kind: 'tickChecklist', occurrence, item: item.id, ticked: !item.ticked });
  }
  const side = step.conflict[0];
  if (side !== undefined) offers.push({ kind: 'resolveConflict', occurrence, keep: side.event });
  return pick(random, offers);
}

/** Whether the mark has to be found in the log when this command worked. */
export function carriesMark(command: Command, mark: string): boolean {
  return JSON.stringify(command).includes(mark);
}
