/**
 * The family week: on Sunday everybody says what is on, then it is settled who is where, who drives whom, and it stands
 * in the calendar before the week begins in earnest.
 *
 * Whoever does not answer within half a day is the other parent's to ask as well. The week itself is kept an eye on: a
 * child that falls ill needs somebody at home and other drives the same morning, and puts the calendar to the test.
 */
import { asId, type FactId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { Rung } from '../model/ladder.ts';
import type { DateRule, WorkflowDefinition } from '../model/workflow.ts';
import { daysFrom, part, templateStep as step } from './template-step.ts';

const sunday = asId<FactId>('sunday');
const plans = asId<FactId>('plans');
const agreed = asId<FactId>('agreed');
const drives = asId<FactId>('drives');
const atHome = asId<FactId>('at-home');

const planner = part('planner');
const other = part('other');
const driver = part('driver');

const steps = (...names: readonly string[]): readonly StepId[] => names.map((id) => asId<StepId>(id));

const question = `Hello! Our week from {sunday} on:
where do you have to be, and when? Who takes you there?
Please tell me within a day.`;

const request = `Hello, about our week from {sunday} on, these are the drives:
{drives}
Does that work for you?`;

const change = `Hello, somebody is ill here, so the drives are others:
{at-home}
Is that possible for you?`;

/** A day's morning and evening are half a day apart: who is silent that long is asked by the other parent too. */
const noReply: Rung = { from: 'waiting', after: 12 * 60, action: 'addBackup' };
const whenDue: readonly Rung[] = [
  { from: 'due', after: 0, action: 'remind' },
  { from: 'due', after: 12 * 60, action: 'tellConductor' },
  { from: 'due', after: 24 * 60, action: 'proposeSkip' },
];

/** So many minutes after that step is done: what begins on a morning cannot wait for the evening. */
function minutesAfter(id: string, minutes: number): DateRule {
  return { kind: 'offset', from: { step: asId<StepId>(id) }, days: 0, minutes };
}

const optional = (...facts: readonly FactId[]) => facts.map((fact) => ({ fact, optional: true }));

export const familyWeek: WorkflowDefinition = {
  id: asId<WorkflowId>('family-week'),
  title: 'Family week',
  parts: [
    { id: 'planner', name: 'Who plans the week' },
    { id: 'other', name: 'The other parent' },
    { id: 'driver', name: 'Who else drives' },
  ],
  facts: [
    { id: sunday, name: 'The Sunday before', kind: 'date', anchor: true, atStart: true },
    { id: plans, name: 'What is on', kind: 'text', perItem: 'people' },
    { id: agreed, name: 'What was agreed', kind: 'text' },
    { id: drives, name: 'Who drives', kind: 'text' },
    { id: atHome, name: 'Who is at home, who drives', kind: 'text' },
  ],
  sections: [
    {
      id: 'people',
      name: 'Whose week it is',
      steps: steps('plans'),
      perItem: { name: 'person', items: 'start', wait: { kind: 'all' } },
    },
    { id: 'rides', name: 'The drives', steps: steps('drives', 'confirm') },
  ],
  steps: [
    step('plans', 'Plans for the week', {
      kind: 'contact',
      assignee: planner,
      backup: other,
      estimate: 24 * 60,
      due: { kind: 'offset', from: 'runStart', days: 1, minutes: 0 },
      reads: optional(sunday),
      writes: [plans],
      contact: { how: 'share', to: { kind: 'item' }, text: question },
      ifStalls: [noReply, ...whenDue],
      instructions: 'Ask at the table or send it. Your own week counts too.',
    }),
    step('clashes', 'Look for clashes', {
      kind: 'decision',
      after: ['plans'],
      assignee: planner,
      backup: other,
      estimate: 10,
      due: daysFrom(sunday, 1),
      reads: optional(plans),
      outcomes: [
        { id: 'fits', name: 'It all fits' },
        { id: 'clash', name: 'Something clashes' },
      ],
      checklist: [
        { id: 'places', text: 'Nobody has to be in two places at once' },
        { id: 'home', text: 'The small ones are never at home alone' },
        { id: 'car', text: 'The car is only in one place' },
      ],
    }),
    step('settle', 'Settle what clashes', {
      after: [{ from: 'clashes', outcomes: ['clash'] }],
      assignee: other,
      backup: planner,
      estimate: 15,
      due: daysFrom(sunday, 1, '19:00'),
      reads: optional(plans),
      writes: [agreed],
      instructions: 'What moves, what is left out this time, and who tells them.',
    }),
    step('drives', 'Share out the drives', {
      join: { kind: 'all' },
      after: [{ from: 'clashes', outcomes: ['fits'] }, 'settle'],
      assignee: other,
      backup: planner,
      estimate: 10,
      due: daysFrom(sunday, 1, '19:30'),
      reads: optional(plans, agreed),
      writes: [drives],
      instructions: 'A name for every way there, and for every way back.',
    }),
    step('confirm', 'Confirm the drives', {
      kind: 'contact',
      after: ['drives'],
      assignee: planner,
      backup: other,
      estimate: 30,
      due: daysFrom(sunday, 1, '20:00'),
      reads: [...optional(sunday), { fact: drives }],
      contact: { how: 'text', to: driver, text: request },
      ifStalls: [noReply, ...whenDue],
      outcomes: [
        { id: 'yes', name: 'They can' },
        { id: 'no', name: 'They cannot', redo: { section: 'rides', atMost: 4 } },
      ],
      instructions: 'Nothing is shared out before the other one has said yes.',
    }),
    step('calendar', 'Put it on the calendar', {
      after: [{ from: 'confirm', outcomes: ['yes'] }],
      assignee: planner,
      backup: other,
      estimate: 10,
      due: daysFrom(sunday, 1, '21:00'),
      reads: optional(plans, agreed, drives, atHome),
      checklist: [
        { id: 'drives', text: 'Every drive, with its driver' },
        { id: 'bring', text: 'What has to come along: gym bag, present, form' },
      ],
    }),
    step('week', 'Does the week hold?', {
      kind: 'decision',
      after: ['calendar'],
      assignee: planner,
      backup: other,
      estimate: 5,
      start: daysFrom(sunday, 2, '07:00'),
      due: daysFrom(sunday, 6, '20:00'),
      outcomes: [
        { id: 'held', name: 'It held', ends: true },
        { id: 'ill', name: 'Somebody is ill' },
      ],
      instructions: 'On Saturday it is over. Until then this is where to say that a child is ill.',
    }),
    step('stay', 'Somebody at home, other drives', {
      after: [{ from: 'week', outcomes: ['ill'] }],
      assignee: other,
      backup: planner,
      estimate: 20,
      due: minutesAfter('week', 60),
      reads: optional(drives),
      writes: [atHome],
      ifStalls: [
        { from: 'ready', after: 15, action: 'addBackup' },
        { from: 'due', after: 0, action: 'remind' },
        { from: 'due', after: 30, action: 'tellConductor' },
      ],
      checklist: [
        { id: 'school', text: 'School or kindergarten knows' },
        { id: 'afternoon', text: 'The afternoon is called off' },
        { id: 'doctor', text: 'The doctor, if need be' },
      ],
      instructions: 'First who stays at home, then who drives the others.',
    }),
    step('tell', 'Tell who drives', {
      kind: 'contact',
      after: ['stay'],
      assignee: planner,
      backup: other,
      estimate: 10,
      due: minutesAfter('stay', 60),
      reads: [{ fact: atHome }],
      contact: { how: 'text', to: driver, text: change },
      ifStalls: [
        { from: 'waiting', after: 30, action: 'addBackup' },
        { from: 'due', after: 0, action: 'remind' },
        { from: 'due', after: 60, action: 'tellConductor' },
      ],
    }),
  ],
};
