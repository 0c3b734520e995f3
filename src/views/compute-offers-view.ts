/** The flows of a workflow that a later version of it is offered to, run by run [C6]. */
import { mayChange } from '../model/access.ts';
import type { WorkflowId } from '../model/ids.ts';
import { computeOffer } from './compute-plan-view.ts';
import type { OffersView } from './offers-view.ts';
import { readRun } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';

export function computeOffersView(space: SpaceSnapshot, workflow: WorkflowId, now: number): OffersView {
  const entry = space.workflows.find(({ id }) => id === workflow);
  const runs = space.runs.flatMap(({ run, state }) => {
    if (state === null || state.workflow?.definition.id !== workflow) return [];
    const offer = computeOffer(readRun(state, space, now), space);
    return offer === null ? [] : [{ run, title: state.title, offer }];
  });
  return {
    kind: 'offers',
    workflow,
    title: entry?.title ?? '',
    mayTake: mayChange(space.access),
    runs: runs.toReversed(),
  };
}
