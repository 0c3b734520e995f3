/** The business trip: one meeting date, from "can everybody make it" to the expenses. */
import { asId, type FactId, type StepId, type WorkflowId } from '../model/ids.ts';
import type {
  Assignee,
  DateRule,
  Dependency,
  StepDefinition,
  WorkflowDefinition,
} from '../model/workflow.ts';

const meeting = asId<FactId>('meeting');
const traveller: Assignee = { kind: 'part', part: 'traveller' };
const assistant: Assignee = { kind: 'part', part: 'assistant' };
const approver: Assignee = { kind: 'part', part: 'approver' };

function step(
  id: string,
  title: string,
  rest: Omit<StepDefinition, 'id' | 'title' | 'kind' | 'after'> & {
    readonly kind?: StepDefinition['kind'];
    readonly after?: readonly string[];
  },
): StepDefinition {
  const { kind = 'task', after = [], ...fields } = rest;
  const dependencies = after.map((from): Dependency => ({ from: asId<StepId>(from) }));
  return { id: asId<StepId>(id), kind, title, after: dependencies, ...fields };
}

/** Days before the meeting. */
function before(days: number, time = '18:00'): DateRule {
  return { kind: 'offset', from: meeting, days: -days, time };
}

export const businessTrip: WorkflowDefinition = {
  id: asId<WorkflowId>('business-trip'),
  title: 'Business trip',
  parts: [
    { id: 'traveller', name: 'Who travels' },
    { id: 'assistant', name: 'Who books along' },
    { id: 'approver', name: 'Who approves the budget' },
  ],
  facts: [{ id: meeting, name: 'Meeting', kind: 'date', anchor: true }],
  steps: [
    step('confirm-times', 'Confirm meeting times', {
      assignee: approver,
      estimate: 15,
      due: before(16),
      instructions: 'Ask everybody who must be there, and fix the first and the last hour.',
    }),
    step('book-flights', 'Book flights', {
      after: ['confirm-times'],
      assignee: assistant,
      backup: traveller,
      estimate: 30,
      due: before(12),
      checklist: [
        { id: 'names', text: 'Names as in the passport' },
        { id: 'bags', text: 'Bags and seats' },
      ],
    }),
    step('approve-budget', 'Approve the budget', {
      after: ['confirm-times'],
      assignee: approver,
      estimate: 10,
      due: before(11),
    }),
    step('reserve-hotel', 'Reserve the hotel', {
      after: ['approve-budget'],
      assignee: traveller,
      backup: assistant,
      estimate: 20,
      due: before(9),
      checklist: [
        { id: 'late-arrival', text: 'Late arrival noted' },
        { id: 'invoice', text: 'Invoice to the company' },
      ],
      instructions: 'Close to the meeting, free to cancel until the week before.',
    }),
    step('check-in-time', 'Hotel check-in time', {
      kind: 'wait',
      after: ['reserve-hotel'],
      assignee: assistant,
      estimate: 3 * 24 * 60,
      due: before(6),
      instructions: 'The hotel answers with the hour. No answer in a day: call them.',
    }),
    step('airport-transfer', 'Airport transfer', {
      after: ['book-flights', 'check-in-time'],
      assignee: assistant,
      backup: approver,
      estimate: 20,
      due: before(5),
    }),
    step('board-dinner', 'Dinner after the meeting', {
      after: ['book-flights'],
      assignee: approver,
      estimate: 20,
      due: before(6),
    }),
    step('send-itinerary', 'Send invites and itinerary', {
      after: ['airport-transfer', 'board-dinner'],
      assignee: traveller,
      estimate: 20,
      due: before(4),
      checklist: [
        { id: 'flights', text: 'Flight numbers' },
        { id: 'address', text: 'Hotel address and check-in' },
        { id: 'transfer', text: 'Where the transfer waits' },
      ],
    }),
    step('pack', 'Pack', {
      after: ['send-itinerary'],
      assignee: traveller,
      estimate: 60,
      due: before(1),
      checklist: [
        { id: 'passport', text: 'Passport' },
        { id: 'charger', text: 'Charger and adapter' },
        { id: 'deck', text: 'The deck, offline' },
      ],
    }),
    step('expenses', 'Hand in the expenses', {
      after: ['pack'],
      assignee: traveller,
      estimate: 30,
      due: { kind: 'offset', from: meeting, days: 4, time: '18:00' },
    }),
  ],
};
