/**
 * Monthly report: from the first working day on, a figure from each source, one result that they agree on,
 * a report that somebody approves.
 *
 * Whoever reconciles begins when two of the sources are in. For one that does not come in time last month's
 * figure stands, and all that rests on it is done for now; when the figure comes after all, who reconciled looks
 * again, and so does whoever wrote and approved the report if that makes another result.
 */
import { asId, type FactId, type ItemId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { Rung } from '../model/ladder.ts';
import type { DateRule, WorkflowDefinition } from '../model/workflow.ts';
import { part, templateStep as step } from './template-step.ts';

const begins = asId<FactId>('begins');
const figure = asId<FactId>('figure');
const result = asId<FactId>('result');
const report = asId<FactId>('report');

const books = part('books');
const writer = part('writer');
const approver = part('approver');

/** By the end of the working day so many after the first. */
function workingDay(workingDays: number, time = '18:00'): DateRule {
  return { kind: 'offset', from: begins, days: 0, workingDays, time };
}

const ids = (...names: readonly string[]): readonly StepId[] => names.map((id) => asId<StepId>(id));
const source = (id: string, name: string): { readonly id: ItemId; readonly name: string } => ({
  id: asId<ItemId>(id),
  name,
});

const hour = 60;
/** Due in the evening: last month's figure is offered the next morning, long before the third day is over. */
const missing: readonly Rung[] = [
  { from: 'due', after: 0, action: 'remind' },
  { from: 'due', after: 15 * hour, action: 'offerFallback' },
  { from: 'due', after: 24 * hour, action: 'addBackup' },
  { from: 'due', after: 7 * 24 * hour, action: 'proposeSkip' },
];

const figures = [{ fact: figure, optional: true }];
const outcome = [{ fact: result }, { fact: report }];

export const monthlyReport: WorkflowDefinition = {
  id: asId<WorkflowId>('monthly-report'),
  title: 'Monthly report',
  parts: [
    { id: 'books', name: 'Who has the numbers' },
    { id: 'writer', name: 'Who writes the report' },
    { id: 'approver', name: 'Who approves it' },
  ],
  facts: [
    { id: begins, name: 'Reporting begins', kind: 'date', anchor: true, atStart: true },
    { id: figure, name: 'Figure', kind: 'number', perItem: 'sources' },
    { id: result, name: 'Result', kind: 'number' },
    { id: report, name: 'The report', kind: 'link' },
  ],
  sections: [
    {
      id: 'sources',
      name: 'Sources',
      steps: ids('numbers', 'last-month'),
      perItem: {
        name: 'source',
        items: 'start',
        known: [source('income', 'Income'), source('costs', 'Costs'), source('hours', 'Hours worked')],
        wait: { kind: 'count', count: 2 },
      },
    },
    { id: 'report', name: 'The report', steps: ids('draft') },
  ],
  steps: [
    step('numbers', 'Numbers', {
      assignee: books,
      backup: writer,
      estimate: 45,
      due: workingDay(2),
      writes: [figure],
      instructions: 'The whole month, paid or not. If it takes longer, say so early.',
      ifStalls: missing,
    }),
    step('last-month', 'Last month’s figure', {
      fallbackOf: asId<StepId>('numbers'),
      assignee: writer,
      backup: books,
      estimate: 5,
      due: workingDay(3, '12:00'),
      writes: [figure],
      instructions: 'Take it from the last report. It stands until this month’s is in.',
    }),
    step('reconcile', 'Make the numbers agree', {
      after: ['numbers', 'last-month'],
      assignee: books,
      backup: writer,
      estimate: 60,
      due: workingDay(3),
      reads: figures,
      writes: [result],
      checklist: [
        { id: 'bank', text: 'The bank says the same' },
        { id: 'last', text: 'Nothing that was in last month’s already' },
      ],
    }),
    step('draft', 'Write the report', {
      after: ['reconcile'],
      assignee: writer,
      backup: approver,
      estimate: 2 * 60,
      due: workingDay(4),
      reads: [{ fact: result }],
      writes: [report],
      checklist: [
        { id: 'changed', text: 'What is other than last month, and why' },
        { id: 'provisional', text: 'Which figures are last month’s, for now' },
        { id: 'next', text: 'What comes next month' },
      ],
    }),
    step('approve', 'Approve the report', {
      kind: 'approval',
      after: ['draft'],
      approval: { by: [approver], needed: 1, veto: true },
      estimate: 20,
      due: { kind: 'offset', from: { step: asId<StepId>('draft') }, days: 0, workingDays: 1, time: '18:00' },
      reads: outcome,
      outcomes: [
        { id: 'approved', name: 'Approved' },
        { id: 'rejected', name: 'Changes needed', redo: { section: 'report', atMost: 3 } },
      ],
    }),
    step('publish', 'Send it out', {
      after: [{ from: 'approve', outcomes: ['approved'], strength: 'enforced' }],
      assignee: writer,
      backup: approver,
      estimate: 10,
      due: workingDay(6),
      reads: outcome,
      irreversible: true,
      instructions: 'To everybody who decides something by it.',
      undo: {
        title: 'Send a correction',
        instructions: 'To everybody who got the report: what was wrong, and what is right.',
      },
    }),
  ],
};
