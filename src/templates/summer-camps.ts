/**
 * Summer camps: per child from the choice to the payment, and what only makes sense for all of them together.
 *
 * Registrations open at their own time for each camp, and are full within the hour: what is full goes back to the
 * choice, for that child alone. Nobody arranges rides before every child's weeks are settled.
 */
import { asId, type FactId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import { daysFrom, part, templateStep as step } from './template-step.ts';

const holidays = asId<FactId>('holidays');
const camp = asId<FactId>('camp');
const opens = asId<FactId>('opens');
const starts = asId<FactId>('starts');

const planner = part('planner');
const other = part('other');

const ids = (...names: readonly string[]): readonly StepId[] => names.map((id) => asId<StepId>(id));

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
    { id: opens, name: 'Registration opens', kind: 'instant', perItem: 'children' },
    { id: starts, name: 'First day', kind: 'date', perItem: 'children' },
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
      writes: [camp, opens, starts],
      instructions: 'Which camp, when its registration opens, and its first day. Have a second one in mind.',
    }),
    step('register', 'Register', {
      kind: 'decision',
      after: ['choose'],
      assignee: planner,
      backup: other,
      estimate: 20,
      start: { kind: 'offset', from: opens, days: 0 },
      due: { kind: 'offset', from: opens, days: 0, minutes: 60 },
      reads: [{ fact: camp }, { fact: opens }],
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
      reads: [{ fact: starts, optional: true }],
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
    }),
    step('pay', 'Pay', {
      after: ['medical', 'pick-up'],
      assignee: planner,
      backup: other,
      estimate: 10,
      due: daysFrom(starts, -10),
      irreversible: true,
    }),
    step('clash', 'Check that no weeks clash', {
      after: ['pay'],
      assignee: planner,
      backup: other,
      estimate: 15,
      due: daysFrom(holidays, -14),
      reads: [
        { fact: camp, optional: true },
        { fact: starts, optional: true },
      ],
      instructions: 'Two first days at two places in one morning need two people.',
    }),
    step('carpool', 'Arrange the rides', {
      after: ['clash'],
      assignee: other,
      backup: planner,
      estimate: 40,
      due: daysFrom(holidays, -7),
      instructions: 'Who drives whom on which day, and who stands in.',
    }),
    step('calendar', 'Put it all on the calendar', {
      after: ['carpool'],
      assignee: planner,
      backup: other,
      estimate: 15,
      due: daysFrom(holidays, -5),
    }),
  ],
};
