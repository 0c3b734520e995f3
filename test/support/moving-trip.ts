/**
 * A trip that can move: the flight's landing is what the transfer, the dinner and the itinerary hang on,
 * each in another way. Ana conducts and books, Sam drives, Leo writes to everybody.
 */
import type { FactDefinition, FactValue } from '../../src/model/fact.ts';
import { asId, type FactId, type PersonId, type WorkflowId } from '../../src/model/ids.ts';
import type { StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { factId, instant } from './fact-values.ts';
import { ana, type Device, leo, makeDevice, sam, startPlan, step } from './run-bench.ts';

const by = (person: PersonId) => ({ kind: 'person', person }) as const;
export const [arrival, reference, price, seats] = ['arrival', 'reference', 'price', 'seats'].map(factId) as [
  FactId,
  FactId,
  FactId,
  FactId,
];

export const lands = (time: string, day = 24): FactValue =>
  instant(`2026-03-${day}T${time}:00Z`, 'Europe/Lisbon');

const facts: readonly FactDefinition[] = [
  { id: arrival, name: 'Flight lands', kind: 'instant' },
  { id: factId('leave'), name: 'Leave home', kind: 'instant', derived: { from: arrival, minutes: -240 } },
  { id: reference, name: 'Booking reference', kind: 'text' },
  { id: price, name: 'Price', kind: 'money', critical: true },
  { id: seats, name: 'Seats', kind: 'choice', options: [{ id: 'aisle', name: 'Aisle' }] },
];

const steps: readonly StepDefinition[] = [
  step('flight', [], { title: 'Book the flight', assignee: by(ana), writes: [arrival, reference] }),
  step('transfer', ['flight'], {
    title: 'Airport transfer',
    assignee: by(sam),
    reads: [{ fact: arrival, tolerance: 15 }],
  }),
  step('dinner', ['flight'], {
    title: 'Board dinner',
    assignee: by(leo),
    reads: [{ fact: arrival, projection: 'date' }],
    irreversible: true,
  }),
  step('sitter', ['flight'], {
    title: 'Ask the sitter',
    assignee: by(ana),
    reads: [{ fact: factId('leave') }],
  }),
  step('itinerary', ['transfer', 'dinner', 'sitter'], {
    title: 'Send the itinerary',
    assignee: by(leo),
    due: { kind: 'offset', from: arrival, days: -1 },
  }),
  step('seats', ['flight'], { title: 'Pick seats', assignee: by(sam), reads: [{ fact: seats }] }),
  step('pay', ['flight'], { title: 'Pay', assignee: by(ana), reads: [{ fact: price }] }),
];

export const movingTrip: WorkflowDefinition = {
  id: asId<WorkflowId>('moving-trip'),
  title: 'Trip',
  parts: [],
  facts,
  steps,
};

/** Started, the flight booked for Tuesday 14:10, and transfer, dinner and sitter arranged on that. */
export function startMovingTrip(): Device {
  const device = makeDevice(ana);
  device.do(startPlan(movingTrip, { title: 'Lisbon', parts: {} }));
  device.do({
    kind: 'completeStep',
    occurrence: { step: steps[0]!.id, items: [], iteration: 1 },
    facts: { [arrival]: lands('14:10'), [reference]: { kind: 'text', text: 'TP 1363' } },
  });
  device.do({ kind: 'completeStep', occurrence: at('transfer') }, { actor: sam });
  device.do({ kind: 'completeStep', occurrence: at('dinner') }, { actor: leo });
  device.complete('sitter');
  return device;
}

function at(id: string) {
  return { step: asId<never>(id), items: [], iteration: 1 };
}

export function setFact(device: Device, id: FactId, value: FactValue | null, actor: PersonId = ana): void {
  device.do({ kind: 'setFact', fact: id, value }, { actor });
}
