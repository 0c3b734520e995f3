/** The plan of a flow that is under way as the pages of a step know it: a change is one command. */
import type { EditOperation } from '../../../../model/edit-operation.ts';
import type { PatchOperation } from '../../../../model/patch.ts';
import type { PlanView } from '../../../../views/plan-view.ts';
import type { PlanSurface } from '../../editor/plan-surface.ts';

/** `apply`: answers whether it worked; what was refused has been said then. */
export function planSurfaceOf(
  plan: PlanView,
  apply: (operations: readonly PatchOperation[], said: string) => Promise<boolean>,
): PlanSurface {
  return {
    of: 'run',
    mayChange: plan.mayChange,
    steps: plan.steps.map(({ definition }) => definition),
    parts: plan.parts,
    facts: plan.facts,
    sections: plan.sections,
    people: plan.people,
    roles: plan.roles,
    workflows: plan.workflows,
    candidatesOf: (step) => plan.steps.find((each) => each.step === step)?.candidates ?? [],
    change: (operations, said) => apply(operations.filter(isOfRun), said),
  };
}

/** What only a workflow has is not offered over the plan of a run. */
function isOfRun(operation: EditOperation): operation is PatchOperation {
  switch (operation.kind) {
    case 'setStep':
    case 'addStep':
    case 'addFlow':
    case 'moveStep':
    case 'removeStep':
    case 'restoreStep':
    case 'addEdge':
    case 'removeEdge':
      return true;
    default:
      return false;
  }
}
