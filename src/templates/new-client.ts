/**
 * A new client: from the signature to the first look back, two weeks after the kick-off.
 *
 * What they bought decides what is set up, so nobody sets anything up before it is known. The welcome
 * only goes out once somebody has seen the access work.
 */
import { asId, type FactId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import { daysFrom, part, templateStep as step } from './template-step.ts';

const start = asId<FactId>('start');
const client = asId<FactId>('client');
const plan = asId<FactId>('plan');
const kickOff = asId<FactId>('kick-off');

const lead = part('lead');
const setUp = part('set-up');
const books = part('books');

export const newClient: WorkflowDefinition = {
  id: asId<WorkflowId>('new-client'),
  title: 'New client',
  parts: [
    { id: 'lead', name: 'Who looks after them' },
    { id: 'set-up', name: 'Who sets things up' },
    { id: 'books', name: 'Who sends the invoices' },
  ],
  facts: [
    { id: start, name: 'They start', kind: 'date', anchor: true, atStart: true },
    { id: client, name: 'Client', kind: 'text', atStart: true },
    {
      id: plan,
      name: 'Plan',
      kind: 'choice',
      options: [
        { id: 'basic', name: 'Basic' },
        { id: 'plus', name: 'Plus' },
      ],
    },
    { id: kickOff, name: 'Kick-off', kind: 'instant' },
  ],
  sections: [
    {
      id: 'access',
      name: 'Access',
      steps: ['access', 'access-works'].map((id) => asId<StepId>(id)),
    },
  ],
  steps: [
    step('contract', 'Contract signed', {
      kind: 'wait',
      assignee: lead,
      backup: books,
      estimate: 3 * 24 * 60,
      due: daysFrom(start, -10),
      writes: [plan],
      instructions: 'Their signature, and which plan they took.',
    }),
    step('crm', 'Put them on the client list', {
      after: ['contract'],
      assignee: lead,
      backup: books,
      estimate: 15,
      due: daysFrom(start, -8),
      reads: [{ fact: client, optional: true }],
      checklist: [
        { id: 'address', text: 'Address and tax number' },
        { id: 'people', text: 'Whom to call, and for what' },
      ],
    }),
    step('billing', 'Set up the invoices', {
      after: ['contract'],
      assignee: books,
      backup: lead,
      estimate: 20,
      due: daysFrom(start, -7),
      reads: [{ fact: plan }, { fact: client, optional: true }],
      checklist: [
        { id: 'price', text: 'The price that was agreed' },
        { id: 'recipient', text: 'Where invoices go' },
      ],
    }),
    step('hand-off', 'Hand-off notes', {
      after: ['contract'],
      assignee: lead,
      estimate: 30,
      due: daysFrom(start, -7),
      checklist: [
        { id: 'promised', text: 'What was promised' },
        { id: 'hopes', text: 'What they hope for first' },
        { id: 'worries', text: 'What worries them' },
      ],
    }),
    step('access', 'Give them access', {
      after: ['hand-off'],
      assignee: setUp,
      backup: lead,
      estimate: 45,
      due: daysFrom(start, -4),
      reads: [{ fact: plan }],
      instructions: 'As much as their plan has, for everybody on the list.',
    }),
    step('access-works', 'Does the access work?', {
      kind: 'decision',
      after: ['access'],
      assignee: lead,
      backup: setUp,
      estimate: 10,
      due: daysFrom(start, -3),
      outcomes: [
        { id: 'works', name: 'It works' },
        { id: 'does-not', name: 'It does not', redo: { section: 'access', atMost: 3 } },
      ],
      instructions: 'Sign in as they would, on another device.',
    }),
    step('welcome', 'Send the welcome', {
      join: { kind: 'all' },
      after: ['crm', 'billing', { from: 'access-works', outcomes: ['works'], strength: 'enforced' }],
      assignee: lead,
      backup: setUp,
      estimate: 15,
      due: daysFrom(start, -2),
      reads: [client, plan].map((fact) => ({ fact, optional: true })),
      writes: [kickOff],
      irreversible: true,
      instructions: 'Who is there for them, how they sign in, and an hour for the kick-off.',
    }),
    step('kick-off', 'Kick-off call', {
      after: ['welcome'],
      assignee: lead,
      backup: setUp,
      estimate: 60,
      start: { kind: 'offset', from: kickOff, days: 0 },
      due: daysFrom(kickOff, 0, '23:00'),
      reads: [{ fact: kickOff, optional: true }],
      checklist: [
        { id: 'goal', text: 'What they want in three months' },
        { id: 'first', text: 'The first thing to do, and who does it' },
      ],
    }),
    step('two-weeks', 'Look back after two weeks', {
      after: ['kick-off'],
      assignee: lead,
      backup: setUp,
      estimate: 30,
      start: daysFrom(kickOff, 14, '09:00'),
      due: daysFrom(kickOff, 16),
      reads: [{ fact: kickOff, projection: 'date', optional: true }],
      instructions: 'Are they in? Do they use it? What is in the way?',
    }),
  ],
};
