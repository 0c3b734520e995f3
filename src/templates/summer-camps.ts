/**
 * Summer camps: per child from the choice to the payment, and what only makes sense for all of them together.
 *
 * Registrations open at their own time for each camp, and are full within the hour: what is full goes back to the
 * choice, for that child alone. Nobody arranges rides before every child's weeks are settled. A form that nobody has
 * signed in a week is the other parent's as well.
 */
import { asId, type FactId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import { daysFrom, part, templateStep as step } from './template-step.ts';

const holidays = asId<FactId>('holidays');
const camp = asId<FactId>('camp');
const second = asId<FactId>('second');
const opens = asId<FactId>('opens');
const starts = asId<FactId>('starts');
const ends = asId<FactId>('ends');
const fetchers = asId<FactId>('fetchers');
const agreed = asId<FactId>('agreed');
const rides = asId<FactId>('rides');

const planner = part('planner');
const other = part('other');

const ids = (...names: readonly string[]): readonly StepId[] => names.map((id) => asId<StepId>(id));
const optional = (...facts: readonly FactId[]) => facts.map((fact) => ({ fact, optional: true }));

const dayMinutes = 24 * 60;

/** To other parents: they are chosen in the app that opens. */
const sharing = `Hello, our children are at these camps:
{camp}
First days: {starts}
Shall we take turns with the driving?`;

export const summerCamps: WorkflowDefinition = {
  id: asId<WorkflowId>('summer-camps'),
  title: 'Summer camps',
  parts: [
    { id: 'planner', name: 'Who registers them' },
    { id: 'other', name: 'Who does the paperwork' },
  ],
  facts: [
    { id: holidays, name: 'Holidays begin', kind: 'date', anchor: true, atStart: true },
    { id: camp, name: 'Camp', kind: 'text', perItem: 'children' },
    { id: second, name: 'Second choice', kind: 'text', perItem: 'children' },
    { id: opens, name: 'Registration opens', kind: 'instant', perItem: 'children' },
    { id: starts, name: 'First day', kind: 'date', perItem: 'children' },
    { id: ends, name: 'Last day', kind: 'date', perItem: 'children' },
    { id: fetchers, name: 'Who may pick them up', kind: 'text', perItem: 'children' },
    { id: agreed, name: 'What was agreed', kind: 'text' },
    { id: rides, name: 'Who drives whom', kind: 'text' },
  ],
  sections: [
    {
      id: 'children',
      name: 'Children',
      steps: ids('choose', 'register', 'medical', 'pick-up', 'pay'),
      perItem: { name: 'child', items: 'growing', wait: { kind: 'all' } },
    },
    { id: 'choice', name: 'The choice of a camp', steps: ids('choose', 'register') },
  ],
  steps: [
    step('choose', 'Choose a camp', {
      assignee: planner,
      backup: other,
      estimate: 45,
      due: { kind: 'offset', from: 'runStart', days: 7, time: '18:00' },
      writes: [camp, second, opens, starts, ends],
      instructions: 'Two that they would like: the first one may be full before you are through.',
    }),
    step('register', 'Register', {
      kind: 'decision',
      after: ['choose'],
      assignee: planner,
      backup: other,
      estimate: 20,
      start: { kind: 'offset', from: opens, days: 0 },
      due: { kind: 'offset', from: opens, days: 0, minutes: 60 },
      reads: [{ fact: camp }, { fact: opens }, ...optional(second)],
      ifStalls: [
        { from: 'ready', after: 15, action: 'addBackup' },
        { from: 'due', after: 0, action: 'remind' },
        { from: 'due', after: 60, action: 'tellConductor' },
      ],
      instructions: 'Be there when it opens: places go within the hour.',
      outcomes: [
        { id: 'in', name: 'Got a place' },
        { id: 'full', name: 'Full, the next choice', redo: { section: 'choice', atMost: 4 } },
      ],
    }),
    step('medical', 'Medical form', {
      after: [{ from: 'register', outcomes: ['in'] }],
      assignee: other,
      backup: planner,
      estimate: 30,
      due: daysFrom(starts, -21),
      reads: optional(camp, starts),
      ifStalls: [
        { from: 'ready', after: 7 * dayMinutes, action: 'addBackup' },
        { from: 'ready', after: 8 * dayMinutes, action: 'tellConductor' },
        { from: 'due', after: 0, action: 'remind' },
        { from: 'due', after: 2 * dayMinutes, action: 'tellConductor' },
      ],
      checklist: [
        { id: 'allergies', text: 'Allergies and medicines' },
        { id: 'doctor', text: 'The doctor’s signature' },
        { id: 'insurance', text: 'Insurance number' },
      ],
    }),
    step('pick-up', 'Say who may pick them up', {
      after: [{ from: 'register', outcomes: ['in'] }],
      assignee: other,
      backup: planner,
      estimate: 10,
      due: daysFrom(starts, -14),
      writes: [fetchers],
      instructions: 'Full names: the camp asks for a paper with a photo.',
    }),
    step('pay', 'Pay', {
      after: ['medical', 'pick-up'],
      assignee: planner,
      backup: other,
      estimate: 10,
      due: daysFrom(starts, -10),
      reads: optional(camp),
      irreversible: true,
      undo: {
        title: 'Get the money back',
        instructions: 'In writing, with the name and the week. Ask what they keep.',
        cancelBy: { kind: 'offset', from: starts, days: -8 },
      },
    }),
    step('clash', 'Check that no weeks clash', {
      kind: 'decision',
      after: ['pay'],
      assignee: planner,
      backup: other,
      estimate: 15,
      due: daysFrom(holidays, -14),
      reads: optional(camp, starts, ends),
      outcomes: [
        { id: 'fit', name: 'They fit' },
        { id: 'clash', name: 'Something clashes' },
      ],
      checklist: [
        { id: 'away', text: 'No camp in our own weeks away' },
        { id: 'mornings', text: 'Two first mornings at two places: two of us' },
      ],
    }),
    step('settle', 'Settle what clashes', {
      after: [{ from: 'clash', outcomes: ['clash'] }],
      assignee: other,
      backup: planner,
      estimate: 20,
      due: daysFrom(holidays, -12),
      reads: optional(starts, ends),
      writes: [agreed],
      instructions: 'Who takes a day off, who sleeps at a friend’s, what the camp may move.',
    }),
    step('carpool', 'Arrange the rides', {
      join: { kind: 'all' },
      after: [{ from: 'clash', outcomes: ['fit'] }, 'settle'],
      assignee: other,
      backup: planner,
      estimate: 40,
      due: daysFrom(holidays, -7),
      reads: optional(camp, starts, fetchers, agreed),
      writes: [rides],
      contact: { how: 'share', text: sharing },
      instructions: 'Who drives whom on which day, and who stands in. Only who may pick them up.',
    }),
    step('calendar', 'Put it all on the calendar', {
      after: ['carpool'],
      assignee: planner,
      backup: other,
      estimate: 15,
      due: daysFrom(holidays, -5),
      reads: optional(camp, starts, ends, rides),
    }),
  ],
};
