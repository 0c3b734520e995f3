/** A log that holds an event of every type, for each shipped workflow; what happens in it makes no story. */
import type { EventPayloads, EventType, RunEvent } from '../../src/model/event.ts';
import type { FactValue } from '../../src/model/fact.ts';
import type { EventId, FactId, ItemId, StepId } from '../../src/model/ids.ts';
import { needsOccurrence } from '../../src/model/event-payloads.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { ana, context, event, leo, sam } from './run-bench.ts';

const values: readonly FactValue[] = [
  { kind: 'text', text: 'Version 2' },
  { kind: 'number', number: 12_000 },
  { kind: 'money', amount: 1234.5, currency: 'EUR' },
  { kind: 'date', date: '2026-03-23' },
  { kind: 'instant', at: 1_772_442_000_000, zone: 'Europe/Lisbon' },
  { kind: 'duration', minutes: 90 },
  { kind: 'place', place: 'Rua Augusta 1' },
  { kind: 'person', person: leo },
  { kind: 'choice', choice: 'plus' },
  { kind: 'link', url: 'https://example.org/' },
  { kind: 'file', name: 'signed.pdf' },
];

function factsOf({ facts }: WorkflowDefinition): Record<FactId, FactValue> {
  const given: Record<FactId, FactValue> = {};
  for (const { id, kind, derived } of facts) {
    const value = values.find((one) => one.kind === kind);
    if (derived === undefined && value !== undefined) given[id] = value;
  }
  return given;
}

type Payloads = { readonly [Type in EventType]: EventPayloads[Type] };

function payloadsOf(definition: WorkflowDefinition): Payloads {
  const facts = factsOf(definition);
  const [fact, value] = Object.entries(facts)[0] as [FactId, FactValue];
  const step = definition.steps[0]?.id as StepId;
  return {
    'run.started/2': {
      title: 'Lisbon',
      workflow: { number: 1, hash: '00', definition },
      conductor: ana,
      parts: Object.fromEntries(definition.parts.map(({ id }, index) => [id, index === 0 ? sam : leo])),
      facts,
    },
    'run.contextSet/1': { context },
    'run.conductorChanged/1': { conductor: sam },
    'run.suspended/1': { reason: 'away' },
    'run.resumed/1': {},
    'run.followUpSet/1': {
      id: 'next',
      followUp: { id: 'next', when: { kind: 'finished' }, workflow: definition.id },
    },
    'run.patched/2': {
      operations: [
        {
          kind: 'setStep',
          step,
          set: { title: 'Again', due: { kind: 'offset', from: 'runStart', days: 3 }, backup: null },
        },
      ],
    },
    'item.added/1': { section: 'each', item: 'mia' as ItemId, name: 'Mia' },
    'item.closed/1': { section: 'each' },
    'item.reopened/1': { section: 'each' },
    'item.renamed/1': { section: 'each', item: 'mia' as ItemId, name: 'Mila' },
    'step.claimed/1': {},
    'step.released/1': {},
    'step.started/1': {},
    'step.paused/1': { reason: 'later' },
    'step.resumed/1': {},
    'step.waitingStarted/1': { on: 'the hotel', person: leo },
    'step.waitingEnded/1': {},
    'reply.received/1': { text: 'from three o’clock' },
    'step.reassigned/1': { to: leo, note: 'ill' },
    'fact.set/1': { fact, value },
    'step.completed/2': { outcome: 'approved', note: 'done', reads: facts },
    'approval.voted/1': { vote: 'approve', note: 'fine', reads: facts },
    'step.rechecked/1': { reads: { ...facts, gone: null }, amended: true, note: 'still right' },
    'step.failed/1': { reason: 'sold out' },
    'step.retried/1': {},
    'step.skipped/1': { reason: 'no need' },
    'step.reopened/1': { reason: 'wrong day' },
    'step.cancelled/1': { reason: 'not wanted' },
    'nudge.sent/1': { to: leo, how: 'call' },
    'step.fallbackSet/1': { open: true },
    'step.compensationStarted/1': {},
    'step.compensationReassigned/1': { to: leo },
    'step.compensationFailed/1': { reason: 'no answer' },
    'step.compensated/1': { note: 'called them' },
    'step.compensationDeclined/1': { reason: 'kept it' },
    'note.added/1': { text: 'seen' },
    'checklist.ticked/1': { item: 'names', ticked: true },
    'alert.acknowledged/1': { alert: 'fact/e1' },
    'conflict.resolved/1': { keep: 'e1' as EventId },
    'run.finished/1': { reason: 'enough' },
    'run.cancelled/1': { reason: 'off' },
  };
}

/** Each event saw the one before it, and every step has its turn. Made anew each time. */
export function sampleLog(definition: WorkflowDefinition): RunEvent[] {
  const payloads = Object.entries(structuredClone(payloadsOf(definition))) as [EventType, never][];
  return payloads.map(([type, data], index) => {
    const step = definition.steps[index % definition.steps.length]?.id as StepId;
    return event(`e${index}`, type, data, index === 0 ? [] : [`e${index - 1}`], {
      ...(needsOccurrence(type) ? { occurrence: { step, items: [], iteration: 1 } } : {}),
      ...(index % 5 === 4 ? { onBehalfOf: sam } : {}),
    });
  });
}
