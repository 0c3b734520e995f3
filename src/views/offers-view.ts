/** What a later version of a workflow would change in its flows that are under way. */
import type { RunId, WorkflowId } from '../model/ids.ts';
import type { PlanOffer } from './plan-view.ts';

export interface OffersView {
  readonly kind: 'offers';
  readonly workflow: WorkflowId;
  readonly title: string;
  /** This device may change the plans of flows. */
  readonly mayTake: boolean;
  /** Those that it would change, newest first; each takes it over by itself. */
  readonly runs: readonly { readonly run: RunId; readonly title: string; readonly offer: PlanOffer }[];
}
