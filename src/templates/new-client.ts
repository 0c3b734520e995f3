/**
 * A new client: from the contract to the first look back, two weeks after the kick-off.
 *
 * What they bought decides what is set up, so nobody sets anything up before the invoices say it. The welcome
 * only goes out once somebody has seen the access work. Whoever is waited for outside is asked again.
 */
import { asId, type FactId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { DateRule, WorkflowDefinition } from '../model/workflow.ts';
import { daysFrom, part, templateStep as step } from './template-step.ts';

const start = asId<FactId>('start');
const client = asId<FactId>('client');
const plan = asId<FactId>('plan');
const promised = asId<FactId>('promised');
const hopes = asId<FactId>('hopes');
const signIn = asId<FactId>('sign-in');
const kickOff = asId<FactId>('kick-off');

const lead = part('lead');
const setUp = part('set-up');
const books = part('books');

const hour = 60;
const day = 24 * hour;

const known = (...facts: readonly FactId[]) => facts.map((fact) => ({ fact, optional: true }));

/** Days after the kick-off took place, whenever that was. */
function afterKickOff(days: number, time: string): DateRule {
  return { kind: 'offset', from: { step: asId<StepId>('kick-off') }, days, time };
}

/** To somebody who is another one every time: they are chosen in the mail. */
const contract = `Hello,

here is the contract for {client}, as we agreed. We would like to begin on {start}.

Please send it back signed. If something in it is not right, call me.

Thank you.`;

const welcome = `Hello,

welcome! Everything is ready for {client}. This is where you sign in: {sign-in}

When would an hour for a first call suit you? Please say where you are, so that we mean the same hour.

Until then I am there for whatever you need.`;

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
    { id: promised, name: 'What was promised', kind: 'text' },
    { id: hopes, name: 'What they hope for first', kind: 'text' },
    { id: signIn, name: 'Where they sign in', kind: 'link' },
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
      kind: 'contact',
      assignee: lead,
      backup: books,
      estimate: 3 * day,
      due: daysFrom(start, -10),
      reads: known(client, start),
      contact: { how: 'mail', subject: 'The contract for {client}', text: contract },
      ifStalls: [
        { from: 'waiting', after: 2 * day, action: 'remind' },
        { from: 'waiting', after: 5 * day, action: 'tellConductor' },
        { from: 'due', after: 0, action: 'remind' },
        { from: 'due', after: day, action: 'tellConductor' },
        { from: 'due', after: 2 * day, action: 'addBackup' },
        { from: 'due', after: 10 * day, action: 'proposeCancel' },
      ],
    }),
    step('crm', 'Put them on the client list', {
      after: ['contract'],
      assignee: lead,
      backup: books,
      estimate: 15,
      due: daysFrom(start, -8),
      reads: known(client),
      undo: { title: 'Take them off the client list' },
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
      reads: known(client),
      writes: [plan],
      undo: { title: 'Stop the invoices', instructions: 'And pay back what was paid too early.' },
      checklist: [
        { id: 'price', text: 'The price that was agreed' },
        { id: 'recipient', text: 'Where invoices go' },
      ],
    }),
    step('hand-off', 'Hand-off notes', {
      after: ['contract'],
      assignee: lead,
      backup: books,
      estimate: 30,
      due: daysFrom(start, -7),
      writes: [promised, hopes],
      instructions: 'So that they need not tell it all a second time.',
      checklist: [
        { id: 'people', text: 'Who decides, and who will use it' },
        { id: 'worries', text: 'What worries them' },
      ],
    }),
    step('access', 'Give them access', {
      after: ['billing', 'hand-off'],
      assignee: setUp,
      backup: lead,
      estimate: 45,
      due: daysFrom(start, -4),
      reads: [{ fact: plan }],
      writes: [signIn],
      retry: { attempts: 3, firstDelay: 30, maxDelay: 4 * hour },
      undo: { title: 'Take their access away', instructions: 'Offer them what is theirs first.' },
      instructions: 'As much as their plan has, for everybody on the list.',
    }),
    step('access-works', 'Does the access work?', {
      kind: 'decision',
      after: ['access'],
      assignee: lead,
      backup: setUp,
      estimate: 10,
      due: daysFrom(start, -3),
      reads: known(signIn),
      outcomes: [
        { id: 'works', name: 'It works' },
        { id: 'does-not', name: 'It does not', redo: { section: 'access', atMost: 3 } },
      ],
      instructions: 'Sign in as they would, on another device.',
    }),
    step('welcome', 'Send the welcome', {
      kind: 'contact',
      join: { kind: 'all' },
      after: ['crm', { from: 'access-works', outcomes: ['works'], strength: 'enforced' }],
      assignee: lead,
      backup: setUp,
      estimate: 15,
      due: daysFrom(start, -2),
      reads: known(client, signIn),
      writes: [kickOff],
      irreversible: true,
      contact: { how: 'mail', subject: 'Welcome, {client}', text: welcome },
      instructions:
        'Their answer says when the kick-off is. They may be in another zone: note the hour as they say it.',
      ifStalls: [
        { from: 'waiting', after: day, action: 'remind' },
        { from: 'waiting', after: 2 * day, action: 'tellConductor' },
        { from: 'due', after: 0, action: 'remind' },
        { from: 'due', after: day, action: 'tellConductor' },
        { from: 'due', after: 2 * day, action: 'addBackup' },
      ],
    }),
    step('kick-off', 'Kick-off call', {
      after: ['welcome'],
      assignee: lead,
      backup: setUp,
      estimate: 60,
      start: { kind: 'offset', from: kickOff, days: 0 },
      due: { kind: 'offset', from: kickOff, days: 0, minutes: 3 * hour },
      reads: known(kickOff, promised, hopes),
      // Without an hour it is never due, and must not be forgotten for that.
      ifStalls: [
        { from: 'ready', after: 2 * day, action: 'remind' },
        { from: 'ready', after: 4 * day, action: 'tellConductor' },
        { from: 'due', after: 0, action: 'remind' },
        { from: 'due', after: day, action: 'tellConductor' },
      ],
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
      start: afterKickOff(14, '09:00'),
      due: afterKickOff(16, '18:00'),
      instructions: 'Are they in? Do they use it? What is in the way?',
    }),
  ],
};
