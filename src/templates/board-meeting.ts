/**
 * The board meeting: one date, and everything that has to be true by then, from the room to the minutes.
 *
 * Whoever comes from afar has a business trip of their own in it, which knows the day from here and says here
 * when they land. Its expenses come after the meeting, so nothing waits for the whole of it.
 *
 * The deck rests on the numbers and the pack on both. Numbers that are late have a stand-in, so that the deck
 * goes on without them; when they come after all, or change once the pack is out, who made the deck looks
 * again and who sent the pack says so to everybody, for a mail cannot be called back.
 */
import { asId, type FactId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import { daysFrom, part, templateStep as step } from './template-step.ts';

const meeting = asId<FactId>('meeting');
const begins = asId<FactId>('begins');
const ends = asId<FactId>('ends');
const arrival = asId<FactId>('arrival');
const venue = asId<FactId>('venue');
const agenda = asId<FactId>('agenda');
const revenue = asId<FactId>('revenue');
const cash = asId<FactId>('cash');
const deck = asId<FactId>('deck');

const organiser = part('organiser');
const lead = part('lead');
const finance = part('finance');
const chair = part('chair');

const numbers: readonly FactId[] = [revenue, cash];
const dayMinutes = 24 * 60;

const pack = `Hello,

our board meeting begins {begins}, here: {venue}

Agenda: {agenda}
Deck: {deck}
Revenue of the quarter: {revenue}. Cash at hand: {cash}

Please read it before we meet, and send me your questions.`;

export const boardMeeting: WorkflowDefinition = {
  id: asId<WorkflowId>('board-meeting'),
  title: 'Board meeting',
  parts: [
    { id: 'organiser', name: 'Who prepares it' },
    { id: 'lead', name: 'Who leads the company' },
    { id: 'finance', name: 'Who knows the numbers' },
    { id: 'chair', name: 'Who chairs the board' },
  ],
  facts: [
    { id: meeting, name: 'Day of the meeting', kind: 'date', anchor: true, atStart: true },
    { id: begins, name: 'It begins', kind: 'instant' },
    { id: ends, name: 'It ends', kind: 'instant' },
    { id: venue, name: 'Where we meet', kind: 'place' },
    { id: arrival, name: 'Flight lands', kind: 'instant' },
    { id: agenda, name: 'Agenda', kind: 'link' },
    { id: revenue, name: 'Revenue of the quarter', kind: 'money' },
    { id: cash, name: 'Cash at hand', kind: 'money' },
    { id: deck, name: 'Deck', kind: 'link' },
  ],
  sections: [{ id: 'deck', name: 'The deck', steps: [asId<StepId>('deck')] }],
  steps: [
    step('fix-date', 'Fix the day and the hour', {
      assignee: organiser,
      backup: lead,
      estimate: 30,
      due: daysFrom(meeting, -35),
      reads: [{ fact: meeting, optional: true }],
      writes: [begins, ends],
      instructions: 'An hour that suits everybody, said in the zone of the place where you meet.',
      checklist: [
        { id: 'quorum', text: 'Enough of the board can come' },
        { id: 'notice', text: 'Early enough for the notice that your articles ask for' },
      ],
    }),
    step('travel', 'Travel', {
      kind: 'subflow',
      after: ['fix-date'],
      subflow: {
        workflow: asId<WorkflowId>('business-trip'),
        given: { [asId<FactId>('meeting')]: meeting, [asId<FactId>('meeting-end')]: ends },
        handedBack: { [asId<FactId>('arrival')]: arrival },
        parts: { assistant: { kind: 'part', part: 'organiser' }, approver: { kind: 'part', part: 'lead' } },
      },
    }),
    step('venue', 'Book the room', {
      after: ['fix-date'],
      assignee: organiser,
      backup: lead,
      estimate: 30,
      due: daysFrom(meeting, -28),
      reads: [{ fact: begins, optional: true }],
      writes: [venue],
      undo: { title: 'Give the room back', instructions: 'In writing. Ask what is paid back.' },
      checklist: [
        { id: 'screen', text: 'A screen, and a line for those who call in' },
        { id: 'food', text: 'Lunch and coffee' },
      ],
    }),
    step('agenda', 'Write the agenda', {
      after: ['fix-date'],
      assignee: lead,
      backup: organiser,
      estimate: 60,
      due: daysFrom(meeting, -21),
      writes: [agenda],
      checklist: [
        { id: 'decide', text: 'What has to be decided, and by whom' },
        { id: 'last', text: 'What was left open last time' },
        { id: 'asked', text: 'What the chair wants on it' },
      ],
    }),
    step('numbers', 'Numbers of the quarter', {
      after: ['agenda'],
      assignee: finance,
      backup: lead,
      estimate: 2 * 60,
      due: daysFrom(meeting, -14),
      writes: numbers,
      checklist: [
        { id: 'bank', text: 'The bank says the same' },
        { id: 'plan', text: 'Next to the plan, and to the quarter before' },
      ],
      // A deck that waits for its numbers is the usual way in which a pack goes out too late.
      ifStalls: [
        { from: 'due', after: 0, action: 'remind' },
        { from: 'due', after: dayMinutes, action: 'offerFallback' },
        { from: 'due', after: 2 * dayMinutes, action: 'tellConductor' },
        { from: 'due', after: 2 * dayMinutes, action: 'addBackup' },
      ],
    }),
    step('last-numbers', 'Last quarter’s numbers for now', {
      after: ['agenda'],
      fallbackOf: asId<StepId>('numbers'),
      assignee: organiser,
      backup: lead,
      estimate: 15,
      due: daysFrom(meeting, -12),
      writes: numbers,
      instructions: 'Mark them in the deck as last quarter’s. The deck asks again when the new ones come.',
    }),
    step('deck', 'Make the deck', {
      join: { kind: 'any' },
      after: ['numbers', 'last-numbers'],
      assignee: lead,
      backup: organiser,
      estimate: 4 * 60,
      due: daysFrom(meeting, -10),
      reads: numbers.map((fact) => ({ fact })),
      writes: [deck],
      checklist: [
        { id: 'ask', text: 'What you need from the board, on the first page' },
        { id: 'worse', text: 'What went worse than planned, and why' },
        { id: 'runway', text: 'How long the cash lasts' },
      ],
      instructions: 'Give a new version a link of its own: who looked at the last one is asked again.',
    }),
    step('review', 'Look over the deck', {
      kind: 'approval',
      after: ['deck'],
      approval: { by: [lead, finance, chair], needed: 2 },
      estimate: 30,
      due: daysFrom(meeting, -7),
      reads: [{ fact: deck }],
      outcomes: [
        { id: 'approved', name: 'Good to send' },
        { id: 'rejected', name: 'Changes needed', redo: { section: 'deck', atMost: 3 } },
      ],
      instructions: 'Two of three are enough.',
    }),
    step('send-pack', 'Send the pack', {
      kind: 'contact',
      // Nothing else leads here, so that a review that says no for good leads nowhere; the hour and the place it needs to know.
      after: [{ from: 'review', outcomes: ['approved'], strength: 'enforced' }],
      assignee: organiser,
      backup: lead,
      estimate: 20,
      due: daysFrom(meeting, -5, '12:00'),
      reads: [
        ...[begins, venue].map((fact) => ({ fact })),
        ...[agenda, deck, ...numbers].map((fact) => ({ fact, optional: true })),
      ],
      irreversible: true,
      contact: { how: 'mail', subject: 'Board meeting: {begins}', text: pack },
      checklist: [
        { id: 'everybody', text: 'Everybody who has a vote, and who takes the minutes' },
        { id: 'minutes', text: 'The minutes of last time, to be agreed on' },
      ],
    }),
    step('ground-transport', 'Book transport on the day', {
      after: ['send-pack', 'venue'],
      assignee: organiser,
      backup: lead,
      estimate: 20,
      due: daysFrom(meeting, -2),
      reads: [
        { fact: arrival, tolerance: 15, optional: true },
        ...[begins, ends, venue].map((fact) => ({ fact, optional: true })),
      ],
      undo: { title: 'Cancel the transport' },
      instructions: 'Who is met where and when, and who takes them back.',
    }),
    step('minutes', 'Write the minutes', {
      after: ['ground-transport'],
      assignee: organiser,
      backup: chair,
      estimate: 90,
      start: { kind: 'offset', from: begins, days: 0 },
      due: daysFrom(meeting, 3),
      reads: [{ fact: begins, optional: true }],
      checklist: [
        { id: 'decisions', text: 'Every decision, with its votes' },
        { id: 'tasks', text: 'Who does what until next time' },
        { id: 'signed', text: 'Sent to the chair to sign' },
      ],
    }),
  ],
};
