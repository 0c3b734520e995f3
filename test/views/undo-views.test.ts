import { describe, expect, it } from 'vitest';
import { computeFlowView } from '../../src/views/compute-flow-view.ts';
import { computeFlowsView } from '../../src/views/compute-flows-view.ts';
import { computeNowView } from '../../src/views/compute-now-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import { computeRunSummary } from '../../src/views/run-figures.ts';
import { readRun } from '../../src/views/run-reading.ts';
import { ana, makeDevice, occurrence, plan, run, sam, startPlan, step } from '../support/run-bench.ts';
import { spaceOf, start } from '../support/trip-space.ts';

const by = (person: typeof ana) => ({ kind: 'person', person }) as const;
const steps = [
  step('flight', [], { assignee: by(sam), undo: { title: 'Cancel the flight' } }),
  step('hotel', ['flight'], { assignee: by(ana), undo: { title: 'Cancel the hotel' } }),
  step('pack', ['hotel']),
];

function startTrip() {
  const device = makeDevice(ana);
  device.do(startPlan(plan(steps)));
  device.do({ kind: 'completeStep', occurrence: occurrence('flight') }, { actor: sam });
  device.complete('hotel');
  return device;
}

describe('a cancelled run with something to undo', () => {
  it('is listed among the active ones and without a summary until nothing is left', () => {
    const device = startTrip();
    const before = computeFlowView(spaceOf(device, ana), run, start);
    expect(before.undoIfCancelled.map(({ title }) => title)).toEqual([
      'Cancel the hotel',
      'Cancel the flight',
    ]);
    expect(before.undo).toEqual([]);
    device.do({ kind: 'cancelRun' });
    const space = spaceOf(device, ana);
    expect(computeFlowsView(space, start).active).toMatchObject([{ status: 'cancelled', undoCount: 2 }]);
    expect(computeRunSummary(readRun(device.state(), space, start))).toBeNull();
    const now = computeNowView(space, start);
    expect(now.undo.map(({ title }) => title)).toEqual(['Cancel the hotel']);
    expect([now.holdingCount, now.activeRuns]).toEqual([1, 1]);
    const flow = computeFlowView(space, run, start);
    expect(flow.undo.map(({ title, mine, canSettle }) => [title, mine, canSettle])).toEqual([
      ['Cancel the hotel', true, true],
      ['Cancel the flight', false, true],
    ]);
    device.do({ kind: 'recordUndone', occurrence: occurrence('hotel') });
    device.do({ kind: 'declineUndo', occurrence: occurrence('flight') });
    const after = spaceOf(device, ana);
    expect(computeFlowsView(after, start)).toMatchObject({ active: [], finished: [{ undoCount: 0 }] });
    expect(computeRunSummary(readRun(device.state(), after, start))?.status).toBe('cancelled');
    expect(computeFlowView(after, run, start).rows.map(({ isUndone }) => isUndone)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('offers the undo of a step on its sheet, and tells an end', () => {
    const device = startTrip();
    const { key } = device.of('hotel');
    expect(computeStepView(spaceOf(device, ana), run, key, start).undo).toMatchObject({
      status: 'none',
      title: 'Cancel the hotel',
    });
    expect(computeStepView(spaceOf(device, ana), run, device.of('pack').key, start).undo).toBeNull();
    device.do({ kind: 'finishRun', reason: 'enough' });
    const flow = computeFlowView(spaceOf(device, ana), run, start);
    expect(flow).toMatchObject({
      status: 'finished',
      undo: [],
      undoIfCancelled: [],
      ending: { reason: 'enough' },
    });
  });
});
