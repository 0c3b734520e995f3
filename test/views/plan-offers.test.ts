import { describe, expect, it } from 'vitest';
import { asId, type RunId } from '../../src/model/ids.ts';
import type { WorkflowVersion } from '../../src/model/workflow.ts';
import { computeFlowsView } from '../../src/views/compute-flows-view.ts';
import { computeOffersView } from '../../src/views/compute-offers-view.ts';
import { computePlanView } from '../../src/views/compute-plan-view.ts';
import type { SpaceSnapshot } from '../../src/views/space-snapshot.ts';
import { ana, type Device, run, stepId } from '../support/run-bench.ts';
import { entryOf, spaceOf, start, startTrip, trip } from '../support/trip-space.ts';

const other = asId<RunId>('run-2');
const version: WorkflowVersion = {
  number: 2,
  hash: '02',
  definition: {
    ...trip,
    steps: trip.steps.map((step) =>
      step.id === 'hotel' || step.id === 'pack' ? { ...step, instructions: 'In writing' } : step,
    ),
  },
};

/** Two trips under way, of which the second has its hotel. */
function household(first: Device, second: Device, more: Partial<SpaceSnapshot> = {}): SpaceSnapshot {
  const workflow = { id: trip.id, title: trip.title, source: 'saved', version, stepCount: 10 } as const;
  return spaceOf(first, ana, {
    runs: [entryOf(first), { ...entryOf(second), run: other }],
    workflows: [workflow],
    ...more,
  });
}

function startBoth(): { readonly first: Device; readonly second: Device } {
  const [first, second] = [startTrip(), startTrip()];
  for (const id of ['confirm', 'budget', 'hotel']) second.complete(id);
  return { first, second };
}

describe('the flows under way of a workflow that changed', () => {
  it('[C6] are listed with what would change in each, newest first, and what is over there stays', () => {
    const { first, second } = startBoth();
    const view = computeOffersView(household(first, second), trip.id, start);
    expect(view).toMatchObject({ title: 'Business trip', mayTake: true });
    expect(view.runs.map((flow) => [flow.run, flow.offer.lines.length, flow.offer.stays])).toEqual([
      [other, 1, ['Reserve the hotel']],
      [run, 2, []],
    ]);
    expect(view.runs[0]?.offer.lines).toEqual([{ kind: 'setStep', title: 'Pack', fields: ['instructions'] }]);
  });

  it('[C6] take it over one by one, and are listed no more', () => {
    const { first, second } = startBoth();
    const [, mine] = computeOffersView(household(first, second), trip.id, start).runs;
    first.do({ kind: 'changePlan', operations: mine?.offer.operations ?? [] });
    const space = household(first, second);
    expect(computeOffersView(space, trip.id, start).runs.map((flow) => flow.run)).toEqual([other]);
    expect(computeFlowsView(space, start).workflows[0]?.offers).toBe(1);
    expect(computePlanView(space, run, start)).toMatchObject({ offer: null, others: 1, workflow: trip.id });
    second.do({ kind: 'cancelRun' });
    expect(computeFlowsView(household(first, second), start).workflows[0]?.offers).toBe(0);
  });

  it('are shown to whoever may only look, and not offered', () => {
    const { first, second } = startBoth();
    const view = computeOffersView(household(first, second, { access: 'viewer' }), trip.id, start);
    expect([view.mayTake, view.runs.length]).toEqual([false, 2]);
  });

  it('[C6] are compared once, whatever is done in them, and again when their plan or the workflow changes', () => {
    const { first, second } = startBoth();
    const operationsOf = (): readonly unknown[] =>
      computeOffersView(household(first, second), trip.id, start).runs.find((flow) => flow.run === run)?.offer
        .operations ?? [];
    const before = operationsOf();
    first.complete('confirm');
    expect(operationsOf()[0]).toBe(before[0]);
    const set = { title: 'Expenses, all of them' };
    first.do({ kind: 'changePlan', operations: [{ kind: 'setStep', step: stepId('expenses'), set }] });
    expect(operationsOf()[0]).not.toBe(before[0]);
    expect(operationsOf()).toEqual(before);
  });
});
