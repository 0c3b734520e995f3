/**
 * A new colleague: from the agreed first day to the end of the first week.
 *
 * Everything counts from the first day, so moving it moves all that is open. Every document goes its own way: one
 * that is not right is asked for again, alone. Nobody gets a badge before all of them are right, and whoever
 * conducts hears of one that is missing three days before.
 */
import { asId, type FactId, type ItemId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { ItemDefinition } from '../model/per-item.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import { daysFrom, part, templateStep as step } from './template-step.ts';

const firstDay = asId<FactId>('first-day');
const name = asId<FactId>('name');
const workMail = asId<FactId>('work-mail');
const mayUse = asId<FactId>('may-use');

const manager = part('manager');
const office = part('office');
const it = part('it');

const hour = 60;
const day = 24 * hour;

const ids = (...names: readonly string[]): readonly StepId[] => names.map((id) => asId<StepId>(id));
const item = (id: string, called: string): ItemDefinition => ({ id: asId<ItemId>(id), name: called });

const request = `Hello {name},

we look forward to your first day, {first-day}. Until then we need a few documents from you: something with your name and photo on it, where your pay should go, and your tax and insurance numbers.

Please send them in the way that is safest for you. If one of them takes longer, tell me when it will come.

Thank you.`;

const reminder = `Hello {name},

your first day is {first-day}, and one of your documents is still missing or could not be read. Could you send it once more?

Thank you.`;

export const newColleague: WorkflowDefinition = {
  id: asId<WorkflowId>('new-colleague'),
  title: 'New colleague',
  parts: [
    { id: 'manager', name: 'Whose team they join' },
    { id: 'office', name: 'Who does the paperwork' },
    { id: 'it', name: 'Who sets up the computer' },
  ],
  facts: [
    { id: firstDay, name: 'First day', kind: 'date', anchor: true, atStart: true },
    { id: name, name: 'New colleague', kind: 'text', atStart: true },
    { id: workMail, name: 'Mail address at work', kind: 'text' },
    { id: mayUse, name: 'May open and use', kind: 'text', perItem: 'teams' },
  ],
  sections: [
    {
      id: 'teams',
      name: 'Teams they work with',
      steps: ids('rights'),
      perItem: { name: 'team', items: 'start', known: [item('own', 'Their team')], wait: { kind: 'all' } },
    },
    {
      id: 'documents',
      name: 'Documents',
      steps: ids('document', 'verify'),
      perItem: {
        name: 'document',
        items: 'start',
        known: [
          item('identity', 'Passport or ID'),
          item('bank', 'Bank details'),
          item('numbers', 'Tax and insurance'),
        ],
        wait: { kind: 'all' },
      },
    },
    { id: 'paper', name: 'The document', steps: ids('document', 'verify') },
  ],
  steps: [
    step('hire', 'Agree on the first day', {
      assignee: manager,
      backup: office,
      estimate: 15,
      due: daysFrom(firstDay, -18),
      writes: [firstDay],
      instructions: 'In writing, with everybody who has to be there for them.',
      checklist: [
        { id: 'contract', text: 'Contract signed by both' },
        { id: 'told', text: 'The team knows who comes, and when' },
      ],
    }),
    step('accounts', 'Computer and accounts', {
      after: ['hire'],
      assignee: it,
      backup: office,
      estimate: 2 * hour,
      due: daysFrom(firstDay, -4),
      reads: [{ fact: name, optional: true }],
      writes: [workMail],
      undo: { title: 'Close their accounts', instructions: 'And put the computer back.' },
      checklist: [
        { id: 'computer', text: 'Computer, set up and charged' },
        { id: 'mail', text: 'Mail and calendar' },
        { id: 'phone', text: 'Phone or extension' },
      ],
    }),
    step('payroll', 'Put them on the payroll', {
      after: ['hire'],
      assignee: office,
      backup: manager,
      estimate: 30,
      due: daysFrom(firstDay, -10),
      reads: [
        { fact: firstDay, optional: true },
        { fact: name, optional: true },
      ],
      undo: {
        title: 'Take them off the payroll',
        instructions: 'Insurance and tax office as well, if they were told.',
      },
      checklist: [
        { id: 'pay', text: 'Pay and hours as in the contract' },
        { id: 'insurance', text: 'Insurance knows the first day' },
      ],
    }),
    step('rights', 'Rights and keys', {
      after: ['hire'],
      assignee: it,
      backup: manager,
      estimate: 20,
      due: daysFrom(firstDay, -4),
      reads: [{ fact: name, optional: true }],
      writes: [mayUse],
      undo: { title: 'Take the rights back' },
      instructions: 'Ask the team what they need for their work, and give no more than that.',
      checklist: [
        { id: 'folders', text: 'Folders and programs' },
        { id: 'rooms', text: 'Rooms and alarm' },
      ],
    }),
    step('request', 'Ask for their documents', {
      kind: 'contact',
      after: ['hire'],
      assignee: office,
      backup: manager,
      estimate: 10,
      due: daysFrom(firstDay, -16),
      reads: [name, firstDay].map((fact) => ({ fact, optional: true })),
      contact: { how: 'mail', subject: 'Before your first day', text: request },
    }),
    step('document', 'Their document', {
      kind: 'wait',
      after: ['request'],
      assignee: office,
      backup: manager,
      estimate: 5 * day,
      due: daysFrom(firstDay, -3, '09:00'),
      contact: { how: 'mail', subject: 'One document is missing', text: reminder },
      ifStalls: [
        { from: 'waiting', after: 5 * day, action: 'remind' },
        { from: 'due', after: 0, action: 'remind' },
        { from: 'due', after: 0, action: 'tellConductor' },
        { from: 'due', after: day, action: 'addBackup' },
      ],
      undo: {
        title: 'Destroy the document',
        instructions: 'Paper and copies: nobody here needs it any more.',
      },
      instructions:
        'Three days before the first day it has to be here, so that there is time to put it right.',
    }),
    step('verify', 'Check the document', {
      kind: 'decision',
      after: ['document'],
      assignee: manager,
      backup: office,
      estimate: 10,
      due: daysFrom(firstDay, -2),
      outcomes: [
        { id: 'right', name: 'It is right' },
        { id: 'again', name: 'Not right: ask again', redo: { section: 'paper', atMost: 3 } },
      ],
      instructions: 'Readable, complete, valid on the first day, and in the name that is in the contract.',
    }),
    step('badge', 'Hand over the badge', {
      join: { kind: 'all' },
      after: ['accounts', 'rights', { from: 'verify', outcomes: ['right'], strength: 'enforced' }],
      assignee: office,
      backup: manager,
      estimate: 15,
      start: daysFrom(firstDay, 0, '08:00'),
      due: daysFrom(firstDay, 0, '12:00'),
      reads: [{ fact: mayUse, optional: true }],
      // They stand at the door.
      ifStalls: [
        { from: 'due', after: 0, action: 'remind' },
        { from: 'due', after: hour, action: 'tellConductor' },
        { from: 'due', after: hour, action: 'addBackup' },
      ],
      undo: { title: 'Take the badge back' },
      checklist: [
        { id: 'badge', text: 'Badge and keys, signed for' },
        { id: 'tour', text: 'Exits, first aid, who to ask' },
      ],
    }),
    step('first-week', 'The first week', {
      after: ['payroll', 'badge'],
      assignee: manager,
      backup: office,
      estimate: 3 * hour,
      start: daysFrom(firstDay, 0, '09:00'),
      due: daysFrom(firstDay, 7),
      reads: [{ fact: workMail, optional: true }],
      checklist: [
        { id: 'welcome', text: 'Welcome, and lunch with the team' },
        { id: 'buddy', text: 'Somebody who answers every question' },
        { id: 'goals', text: 'What the first month is about' },
        { id: 'signs-in', text: 'They can sign in everywhere' },
        { id: 'talk', text: 'How was it? A talk at the end of the week' },
      ],
    }),
  ],
};
