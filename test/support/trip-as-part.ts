/** A trip that is a part of another workflow, for tests of how parts are laid out. */
import { layOutSubflows } from '../../src/engine/subflows/lay-out-subflows.ts';
import { asId, type WorkflowId } from '../../src/model/ids.ts';
import { workflowProblemToMessage } from '../../src/model/workflow-problem-to-message.ts';
import type {
  Assignee,
  Dependency,
  StepDefinition,
  SubflowDefinition,
  WorkflowDefinition,
} from '../../src/model/workflow.ts';
import { derived, fact, factId } from './fact-values.ts';
import { plan, step, stepId } from './run-bench.ts';

export const workflowId = (id: string): WorkflowId => asId<WorkflowId>(id);
export const part = (part: string): Extract<Assignee, { kind: 'part' }> => ({ kind: 'part', part });
export const on = (from: string, ...outcomes: string[]): Dependency => ({ from: stepId(from), outcomes });
export const answers = [
  { id: 'yes', name: 'Yes' },
  { id: 'no', name: 'No', ends: true },
];

export const trip: WorkflowDefinition = {
  id: workflowId('trip'),
  title: 'Trip',
  parts: [
    { id: 'traveller', name: 'Who travels' },
    { id: 'helper', name: 'Who books' },
  ],
  facts: [
    fact('meeting', 'date', { anchor: true, atStart: true }),
    fact('landing', 'instant'),
    fact('hotel', 'text'),
    derived('leave', 'meeting', 'date', { days: -1 }),
  ],
  ifStalls: [
    { from: 'due', after: 60, action: 'tellConductor' },
    { from: 'ready', after: 60, action: 'offerFallback' },
  ],
  sections: [{ id: 'booking', name: 'Booking', steps: [stepId('book'), stepId('check')] }],
  steps: [
    step('book', [], {
      assignee: part('helper'),
      due: { kind: 'offset', from: 'runStart', days: 2 },
      writes: [factId('landing')],
      undo: { title: 'Cancel it', cancelBy: { kind: 'offset', from: factId('leave'), days: 0 } },
    }),
    step('check', ['book'], {
      kind: 'decision',
      assignee: { kind: 'sameAs', step: stepId('book') },
      notBy: [stepId('book')],
      reads: [{ fact: factId('landing') }],
      outcomes: [
        { id: 'fine', name: 'Fine' },
        { id: 'wrong', name: 'Wrong', redo: { section: 'booking', atMost: 2 } },
      ],
    }),
    step('go', [], {
      after: [on('check', 'fine')],
      kind: 'contact',
      assignee: part('traveller'),
      writes: [factId('hotel')],
      contact: { how: 'mail', text: 'I land {landing}, and leave {leave}.' },
    }),
  ],
};

export function travel(subflow: Partial<SubflowDefinition> = {}, fields: Partial<StepDefinition> = {}) {
  return step('travel', ['plan'], {
    kind: 'subflow',
    subflow: { workflow: trip.id, ...subflow },
    ...fields,
  });
}

export function around(
  steps: readonly StepDefinition[],
  more: Partial<WorkflowDefinition> = {},
): WorkflowDefinition {
  return {
    ...plan(steps, { facts: [fact('day', 'date'), fact('arrival', 'instant')] }),
    id: workflowId('board'),
    parts: [{ id: 'chair', name: 'Who chairs' }],
    ...more,
  };
}

export const mapped: Partial<SubflowDefinition> = {
  given: { [factId('meeting')]: factId('day') },
  handedBack: { [factId('landing')]: factId('arrival') },
  parts: { traveller: part('chair') },
};

export function layOut(
  definition: WorkflowDefinition,
  ...others: readonly WorkflowDefinition[]
): WorkflowDefinition {
  const found = layOutSubflows(definition, (id) => [trip, ...others].find((each) => each.id === id) ?? null);
  if (!found.ok) throw new Error(JSON.stringify(found.error.problems));
  return found.value;
}

export function refused(
  definition: WorkflowDefinition,
  ...others: readonly WorkflowDefinition[]
): readonly string[] {
  const found = layOutSubflows(definition, (id) => [trip, ...others].find((each) => each.id === id) ?? null);
  return found.ok ? [] : found.error.problems.map((problem) => workflowProblemToMessage(problem));
}
