/**
 * Monthly report: from the first working day on, numbers from three places, one figure that they agree on,
 * a report that somebody approves.
 *
 * Whoever reconciles begins when two of the three are there. A number that does not come in time is last
 * month's for now; when it comes after all, who reconciled and who wrote look again.
 */
import { asId, type FactId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { DateRule, OutcomeDefinition, WorkflowDefinition } from '../model/workflow.ts';
import { part, templateStep as step } from './template-step.ts';

const begins = asId<FactId>('begins');
const income = asId<FactId>('income');
const costs = asId<FactId>('costs');
const hours = asId<FactId>('hours');
const result = asId<FactId>('result');
const report = asId<FactId>('report');

const writer = part('writer');
const approver = part('approver');
const books = part('books');

/** By the end of the working day so many after the first. */
function workingDay(workingDays: number, time = '18:00'): DateRule {
  return { kind: 'offset', from: begins, days: 0, workingDays, time };
}

const arrivals: readonly OutcomeDefinition[] = [
  { id: 'in', name: 'The number is in' },
  { id: 'missing', name: 'Not there: last month’s for now' },
];
const figures = [income, costs, hours].map((fact) => ({ fact, optional: true }));

export const monthlyReport: WorkflowDefinition = {
  id: asId<WorkflowId>('monthly-report'),
  title: 'Monthly report',
  parts: [
    { id: 'writer', name: 'Who writes the report' },
    { id: 'books', name: 'Who keeps the books' },
    { id: 'approver', name: 'Who approves it' },
  ],
  facts: [
    { id: begins, name: 'Reporting begins', kind: 'date', anchor: true, atStart: true },
    { id: income, name: 'Income', kind: 'number' },
    { id: costs, name: 'Costs', kind: 'number' },
    { id: hours, name: 'Hours worked', kind: 'number' },
    { id: result, name: 'Result', kind: 'number' },
    { id: report, name: 'The report', kind: 'link' },
  ],
  sections: [
    { id: 'report', name: 'Writing and approval', steps: ['draft', 'approve'].map((id) => asId<StepId>(id)) },
  ],
  steps: [
    step('income', 'Income of the month', {
      kind: 'decision',
      assignee: books,
      backup: writer,
      estimate: 45,
      due: workingDay(2),
      writes: [income],
      outcomes: arrivals,
      instructions: 'All invoices of the month, paid or not. Nothing yet: write last month’s number down.',
    }),
    step('costs', 'Costs of the month', {
      kind: 'decision',
      assignee: books,
      backup: writer,
      estimate: 45,
      due: workingDay(2),
      writes: [costs],
      outcomes: arrivals,
      checklist: [
        { id: 'cards', text: 'Card statements' },
        { id: 'rent', text: 'Rent and insurance' },
      ],
    }),
    step('hours', 'Hours worked', {
      kind: 'decision',
      assignee: writer,
      backup: books,
      estimate: 30,
      due: workingDay(2),
      writes: [hours],
      outcomes: arrivals,
      instructions: 'Ask whoever has not handed theirs in.',
    }),
    step('reconcile', 'Make the numbers agree', {
      join: { kind: 'count', count: 2 },
      after: ['income', 'costs', 'hours'],
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
      reads: [...figures, { fact: result, optional: true }],
      writes: [report],
      checklist: [
        { id: 'changed', text: 'What is other than last month, and why' },
        { id: 'next', text: 'What comes next month' },
      ],
    }),
    step('approve', 'Approve the report', {
      kind: 'decision',
      after: ['draft'],
      assignee: approver,
      backup: books,
      estimate: 20,
      due: { kind: 'offset', from: { step: asId<StepId>('draft') }, days: 0, workingDays: 1, time: '18:00' },
      reads: [{ fact: report, optional: true }],
      outcomes: [
        { id: 'approved', name: 'Approved' },
        { id: 'changes', name: 'Changes needed', redo: { section: 'report', atMost: 3 } },
      ],
    }),
    step('publish', 'Send it out', {
      after: [{ from: 'approve', outcomes: ['approved'], strength: 'enforced' }],
      assignee: writer,
      backup: approver,
      estimate: 10,
      due: workingDay(6),
      reads: [{ fact: report, optional: true }],
      irreversible: true,
      instructions: 'To everybody who decides something by it.',
    }),
  ],
};
