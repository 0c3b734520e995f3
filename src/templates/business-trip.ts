/**
 * The business trip: one meeting date, from "can everybody make it" to the expenses.
 *
 * The transfer hangs on when the flight lands and when the room is free; the dinner only on when the
 * meeting ends. So a hotel that changes its check-in moves the one and leaves the other alone. A hotel that
 * does not answer is reminded, called, and in the end let go for another one.
 */
import { asId, type FactId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import { daysFrom, part, templateStep as step } from './template-step.ts';

const meeting = asId<FactId>('meeting');
const meetingEnd = asId<FactId>('meeting-end');
const arrival = asId<FactId>('arrival');
const reference = asId<FactId>('reference');
const budget = asId<FactId>('budget');
const checkIn = asId<FactId>('check-in');
const cancelBy = asId<FactId>('cancel-by');
const dinnerPlace = asId<FactId>('dinner-place');

const traveller = part('traveller');
const assistant = part('assistant');
const approver = part('approver');

const dayMinutes = 24 * 60;

const checkInQuestion = `Hello, we have a room with you for our meeting on {meeting} and land {arrival}.
From what time can we check in? Thank you.`;

/** To whoever is at the meeting: they are chosen in the mail. */
const itinerary = `Hello,

we meet on {meeting}, until {meeting-end}.

My flight lands {arrival} (booking {reference}).
The room is free from {check-in}; until {cancel-by} it costs nothing to cancel.
Dinner afterwards: {dinner-place}

Please tell me if something does not fit.`;

export const businessTrip: WorkflowDefinition = {
  id: asId<WorkflowId>('business-trip'),
  title: 'Business trip',
  parts: [
    { id: 'traveller', name: 'Who travels' },
    { id: 'assistant', name: 'Who books along' },
    { id: 'approver', name: 'Who approves the budget' },
  ],
  facts: [
    { id: meeting, name: 'Meeting', kind: 'date', anchor: true, atStart: true },
    { id: meetingEnd, name: 'Meeting ends', kind: 'instant' },
    { id: arrival, name: 'Flight lands', kind: 'instant' },
    { id: reference, name: 'Booking reference', kind: 'text' },
    { id: budget, name: 'Budget', kind: 'money' },
    { id: checkIn, name: 'Hotel check-in', kind: 'instant' },
    {
      id: cancelBy,
      name: 'Hotel free to cancel until',
      kind: 'instant',
      derived: { from: checkIn, days: -2 },
    },
    { id: dinnerPlace, name: 'Where dinner is', kind: 'place' },
  ],
  sections: [{ id: 'budget', name: 'The budget', steps: [asId<StepId>('approve-budget')] }],
  steps: [
    step('confirm-times', 'Confirm meeting times', {
      assignee: approver,
      estimate: 15,
      due: daysFrom(meeting, -16),
      reads: [{ fact: meeting, optional: true }],
      writes: [meeting, meetingEnd],
      instructions: 'Ask everybody who must be there, and fix the first and the last hour.',
    }),
    step('book-flights', 'Book flights', {
      after: ['confirm-times'],
      assignee: assistant,
      backup: traveller,
      estimate: 30,
      due: daysFrom(meeting, -12),
      reads: [{ fact: meeting, optional: true }],
      writes: [arrival, reference],
      irreversible: true,
      undo: {
        title: 'Cancel the flights',
        instructions: 'By the booking reference. Ask what is paid back, and what can be booked anew.',
      },
      checklist: [
        { id: 'names', text: 'Names as in the passport' },
        { id: 'bags', text: 'Bags and seats' },
      ],
    }),
    step('approve-budget', 'Approve the budget', {
      kind: 'decision',
      after: ['confirm-times'],
      assignee: approver,
      estimate: 10,
      due: daysFrom(meeting, -11),
      writes: [budget],
      outcomes: [
        { id: 'approved', name: 'Approved' },
        { id: 'too-much', name: 'Too much', redo: { section: 'budget', atMost: 3 } },
      ],
      instructions: 'Flights, hotel and dinner together. Too much: agree on less, then look once more.',
    }),
    step('reserve-hotel', 'Reserve the hotel', {
      after: [{ from: 'approve-budget', outcomes: ['approved'] }],
      assignee: traveller,
      backup: assistant,
      estimate: 20,
      due: daysFrom(meeting, -9),
      reads: [
        { fact: arrival, projection: 'date', optional: true },
        { fact: budget, optional: true },
      ],
      undo: {
        title: 'Cancel the hotel',
        instructions: 'In writing, and keep their answer.',
        cancelBy: { kind: 'offset', from: cancelBy, days: 0 },
      },
      checklist: [
        { id: 'late-arrival', text: 'Late arrival noted' },
        { id: 'invoice', text: 'Invoice to the company' },
      ],
      instructions: 'Close to the meeting, free to cancel until two days before.',
    }),
    step('check-in-time', 'Hotel check-in time', {
      kind: 'wait',
      after: ['reserve-hotel'],
      assignee: assistant,
      backup: traveller,
      estimate: dayMinutes,
      due: daysFrom(meeting, -6),
      writes: [checkIn],
      ifStalls: [
        { from: 'waiting', after: dayMinutes, action: 'remind' },
        { from: 'waiting', after: 2 * dayMinutes, action: 'addBackup' },
        { from: 'waiting', after: 2 * dayMinutes, action: 'offerFallback' },
        { from: 'due', after: 0, action: 'remind' },
        { from: 'due', after: dayMinutes, action: 'tellConductor' },
      ],
      contact: {
        how: 'call',
        to: { kind: 'outside', name: 'Hotel' },
        subject: 'Check-in time',
        text: checkInQuestion,
      },
      instructions: 'The hotel answers with the hour. No answer in a day: write once more, then call.',
    }),
    step('other-hotel', 'Book another hotel', {
      after: [{ from: 'approve-budget', outcomes: ['approved'] }],
      fallbackOf: asId<StepId>('check-in-time'),
      assignee: traveller,
      backup: assistant,
      estimate: 30,
      due: daysFrom(meeting, -6),
      reads: [
        { fact: arrival, projection: 'date', optional: true },
        { fact: budget, optional: true },
      ],
      writes: [checkIn],
      undo: {
        title: 'Cancel the other hotel',
        instructions: 'In writing, and keep their answer.',
        cancelBy: { kind: 'offset', from: cancelBy, days: 0 },
      },
      checklist: [{ id: 'first', text: 'The first one cancelled: undo “Reserve the hotel”' }],
      instructions: 'One that answers the phone. Ask for the hour of the check-in at once.',
    }),
    step('airport-transfer', 'Airport transfer', {
      // The flight and one of the hotels; nobody waits any longer for the one that stayed silent.
      join: { kind: 'count', count: 2, cancelRest: true },
      after: ['book-flights', 'check-in-time', 'other-hotel'],
      assignee: assistant,
      backup: approver,
      estimate: 20,
      due: daysFrom(meeting, -5),
      reads: [
        { fact: arrival, tolerance: 15 },
        { fact: checkIn, optional: true },
      ],
      undo: { title: 'Cancel the transfer' },
      instructions: 'A driver waits a quarter of an hour; beyond that the booking has to move.',
    }),
    step('board-dinner', 'Dinner after the meeting', {
      after: ['book-flights'],
      assignee: approver,
      estimate: 20,
      due: daysFrom(meeting, -6),
      reads: [{ fact: meetingEnd, optional: true }],
      writes: [dinnerPlace],
      undo: { title: 'Give the table back' },
    }),
    step('send-itinerary', 'Send invites and itinerary', {
      kind: 'contact',
      after: ['airport-transfer', 'board-dinner'],
      assignee: traveller,
      backup: assistant,
      estimate: 20,
      due: daysFrom(meeting, -4),
      reads: [meeting, meetingEnd, arrival, reference, checkIn, cancelBy, dinnerPlace].map((fact) => ({
        fact,
        optional: true,
      })),
      irreversible: true,
      contact: { how: 'mail', subject: 'The meeting on {meeting}', text: itinerary },
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
      due: daysFrom(meeting, -1),
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
      start: daysFrom(meeting, 1, '09:00'),
      due: daysFrom(meeting, 4),
      checklist: [
        { id: 'receipts', text: 'Every receipt' },
        { id: 'dinner', text: 'Who was at the dinner' },
      ],
    }),
  ],
};
