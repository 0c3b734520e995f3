/**
 * Business trip: from the first yes to the last receipt, planned back from the day of the meeting.
 *
 * The ids are part of what runs have stored: they never change, whatever the words become.
 */
import { asId, type FactId, type StepId, type WorkflowId } from '../model/ids.ts';
import type { DateRule, StepDefinition, WorkflowDefinition } from '../model/workflow.ts';
import type { BusinessTripStep, BusinessTripTexts } from './business-trip-texts.ts';

const meeting = asId<FactId>('meeting');
const hour = 60;
const day = 24 * hour;

type Plan = Pick<StepDefinition, 'kind' | 'estimate'> & {
  readonly id: BusinessTripStep;
  readonly part: keyof BusinessTripTexts['parts'];
  readonly backup?: keyof BusinessTripTexts['parts'];
  readonly after: readonly BusinessTripStep[];
  /** Days after the meeting, negative for before. */
  readonly dueDays: number;
};

const plan: readonly Plan[] = [
  {
    id: 'confirm',
    kind: 'task',
    part: 'assistant',
    backup: 'traveller',
    after: [],
    estimate: 30,
    dueDays: -14,
  },
  {
    id: 'flights',
    kind: 'task',
    part: 'traveller',
    backup: 'assistant',
    after: ['confirm'],
    estimate: 45,
    dueDays: -10,
  },
  { id: 'budget', kind: 'task', part: 'approver', after: ['confirm'], estimate: 15, dueDays: -10 },
  {
    id: 'hotel',
    kind: 'task',
    part: 'assistant',
    backup: 'traveller',
    after: ['budget'],
    estimate: 30,
    dueDays: -8,
  },
  { id: 'checkIn', kind: 'wait', part: 'assistant', after: ['hotel'], estimate: 2 * day, dueDays: -5 },
  {
    id: 'transfer',
    kind: 'task',
    part: 'assistant',
    backup: 'traveller',
    after: ['flights'],
    estimate: 20,
    dueDays: -5,
  },
  { id: 'dinner', kind: 'task', part: 'assistant', after: ['flights'], estimate: 20, dueDays: -5 },
  {
    id: 'invites',
    kind: 'task',
    part: 'assistant',
    after: ['checkIn', 'transfer', 'dinner'],
    estimate: 30,
    dueDays: -3,
  },
  { id: 'pack', kind: 'task', part: 'traveller', after: ['invites'], estimate: hour, dueDays: -1 },
  { id: 'expenses', kind: 'task', part: 'traveller', after: ['pack'], estimate: 45, dueDays: 7 },
];

export function makeBusinessTrip(texts: BusinessTripTexts): WorkflowDefinition {
  const { traveller, assistant, approver } = texts.parts;
  return {
    id: asId<WorkflowId>('template-business-trip'),
    title: texts.title,
    parts: [
      { id: 'traveller', name: traveller },
      { id: 'assistant', name: assistant },
      { id: 'approver', name: approver },
    ],
    facts: [{ id: meeting, name: texts.meeting, kind: 'date', anchor: true }],
    steps: plan.map((step) => makeStep(step, texts)),
  };
}

function makeStep(step: Plan, texts: BusinessTripTexts): StepDefinition {
  const { title, instructions, checklist } = texts.steps[step.id];
  const due: DateRule = { kind: 'offset', from: meeting, days: step.dueDays };
  return {
    id: asId<StepId>(step.id),
    kind: step.kind,
    title,
    after: step.after.map((id) => ({ from: asId<StepId>(id) })),
    assignee: { kind: 'part', part: step.part },
    ...(step.backup === undefined ? {} : { backup: { kind: 'part', part: step.backup } }),
    ...(step.estimate === undefined ? {} : { estimate: step.estimate }),
    due,
    ...(instructions === undefined ? {} : { instructions }),
    ...(checklist === undefined
      ? {}
      : { checklist: checklist.map((text, index) => ({ id: `c${index + 1}`, text })) }),
  };
}
