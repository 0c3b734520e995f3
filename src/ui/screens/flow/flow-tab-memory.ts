/** The picture of a flow that was looked at last on this device: where there is room, the next flow opens with it. */
import { type FlowTab, flowTabFromParam } from '../../routes.ts';

const key = 'baton.flowTab';

export function readFlowTab(): FlowTab {
  try {
    return flowTabFromParam(localStorage.getItem(key) ?? undefined) ?? 'steps';
  } catch {
    return 'steps';
  }
}

export function keepFlowTab(tab: FlowTab): void {
  try {
    localStorage.setItem(key, tab);
  } catch {
    // Storage is blocked: the next flow opens with its steps.
  }
}
