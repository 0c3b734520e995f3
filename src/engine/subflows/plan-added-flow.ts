/**
 * Another workflow into the plan of a run that is under way [B6]: what one `changePlan` has to say, with its steps
 * laid out, so that the run folds from its own log alone [E6].
 *
 * Invariants: pure; what comes is named after `id`, so the same request is the same plan on every device; nothing
 * that is there already is another afterwards, except the edges of the steps that are to wait for it.
 */
import type { FactId, StepId, WorkflowId } from '../../model/ids.ts';
import type { PatchOperation } from '../../model/patch.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type {
  Assignee,
  Dependency,
  PartMapping,
  SectionDefinition,
  StepDefinition,
  WorkflowDefinition,
} from '../../model/workflow.ts';
import type { Refusal } from '../refusal.ts';
import type { RunState } from '../run-state.ts';
import { layOutSubflows } from './lay-out-subflows.ts';
import type { WorkflowLookup } from './part.ts';

export interface AddedFlow {
  /** Of its section, and what its steps and facts are named after. */
  readonly id: StepId;
  readonly title: string;
  /** Shipped or saved. */
  readonly workflow: WorkflowId;
  /** The step that it starts after, and stands behind; `null`: it starts right away. */
  readonly behind: StepId | null;
  /** Steps that are to wait for it. */
  readonly unlocks: readonly StepId[];
  /** Facts that it is handed: by its fact the one here. */
  readonly given: Readonly<Record<string, FactId>>;
  /** Parts that are not named are the conductor's. */
  readonly parts: PartMapping;
}

export function planAddedFlow(
  state: RunState,
  flow: AddedFlow,
  workflowById: WorkflowLookup,
): Result<readonly PatchOperation[], Refusal> {
  const pinned = state.workflow?.definition;
  const inner = workflowById(flow.workflow);
  if (pinned === undefined) return err({ type: 'runNotStarted' });
  const unknown = { type: 'unknownWorkflow', step: flow.id, workflow: flow.workflow } as const;
  if (inner === null) return err({ type: 'invalidWorkflow', problems: [unknown] });
  const step: StepDefinition = {
    id: flow.id,
    kind: 'subflow',
    title: flow.title,
    after: flow.behind === null ? [] : [{ from: flow.behind }],
    subflow: {
      workflow: flow.workflow,
      given: flow.given,
      parts: { ...conductorsParts(inner, workflowById), ...flow.parts },
    },
  };
  const laid = layOutSubflows(around(state, pinned, step, flow.unlocks), workflowById);
  if (!laid.ok) return laid;
  const { steps, facts, sections } = state.plan;
  const known = new Set<string>(steps.map(({ id }) => id));
  const added: PatchOperation = {
    kind: 'addFlow',
    steps: laid.value.steps.filter(({ id }) => !known.has(id)),
    facts: laid.value.facts.filter(({ id }) => !facts.some((fact) => fact.id === id)),
    sections: (laid.value.sections ?? [])
      .filter(({ id }) => !sections.some((section) => section.id === id))
      .map(asGrowing),
    behind: flow.behind,
  };
  const waiting = laid.value.steps.filter(({ id }) => flow.unlocks.includes(id));
  return ok([added, ...waiting.flatMap((each) => newEdges(each, steps))]);
}

/** The plan as one workflow with the other as a part, as it would have been written. */
function around(
  { plan }: RunState,
  pinned: WorkflowDefinition,
  added: StepDefinition,
  unlocks: readonly StepId[],
): WorkflowDefinition {
  const waiting = new Set(unlocks);
  const steps = plan.steps.map((step) =>
    waiting.has(step.id) ? { ...step, after: [...step.after, { from: added.id }] } : step,
  );
  return { ...pinned, steps: [...steps, added], facts: plan.facts, sections: plan.sections };
}

function newEdges(step: StepDefinition, before: readonly StepDefinition[]): readonly PatchOperation[] {
  const was = before.find(({ id }) => id === step.id)?.after ?? [];
  const isNew = (edge: Dependency): boolean => !was.some(({ from }) => from === edge.from);
  return step.after.filter(isNew).map((edge) => ({ kind: 'addEdge', to: step.id, edge }));
}

/** Nobody starts it, so nobody is asked who plays them. */
function conductorsParts(inner: WorkflowDefinition, workflowById: WorkflowLookup): PartMapping {
  const laid = layOutSubflows(inner, workflowById);
  const parts = laid.ok ? laid.value.parts : inner.parts;
  return Object.fromEntries(
    parts.map(({ id }): [string, Extract<Assignee, { kind: 'conductor' }>] => [id, { kind: 'conductor' }]),
  );
}

/** What a start would ask for is said while it runs. */
function asGrowing(section: SectionDefinition): SectionDefinition {
  if (section.perItem?.items !== 'start') return section;
  const { known: _, ...perItem } = section.perItem;
  return { ...section, perItem: { ...perItem, items: 'growing' } };
}
