import { describe, expect, it } from 'vitest';
import { computeFlowView } from '../../src/views/compute-flow-view.ts';
import { computeLogView } from '../../src/views/compute-log-view.ts';
import { computeNowView } from '../../src/views/compute-now-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import { ana, type Device, run, startTwo, step, stepId } from '../support/run-bench.ts';
import { spaceOf, start } from '../support/trip-space.ts';

const conducted = { assignee: { kind: 'conductor' } } as const;

function kitchen() {
  return startTwo([step('cook', [], conducted), step('bake', [], conducted)], {
    sections: [
      {
        id: 'kitchen',
        name: 'Kitchen',
        steps: ['cook', 'bake'].map(stepId),
        together: { kind: 'oneAtATime' },
      },
    ],
  });
}

function begin(device: Device, id: string): void {
  device.do({ kind: 'startStep', occurrence: device.of(id).occurrence });
}

const sheetOf = (device: Device, id: string) =>
  computeStepView(spaceOf(device, ana), run, device.of(id).key, start);
const rowOf = (device: Device, id: string) =>
  computeFlowView(spaceOf(device, ana), run, start).rows.find((row) => row.step === stepId(id));

describe('what is done one at a time, on screen', () => {
  it('[T1] may be begun, and then it is nobody’s turn to do the other', () => {
    const { a } = kitchen();
    expect(sheetOf(a, 'cook').actions).toMatchObject({ begin: true, complete: true });
    begin(a, 'cook');
    expect(sheetOf(a, 'cook').actions).toMatchObject({ begin: false, complete: true });
    const other = sheetOf(a, 'bake');
    expect(other.together?.underWay.map(({ step: each }) => each.title)).toEqual(['cook']);
    expect(other.actions).toMatchObject({ begin: false, complete: false, wait: false });
    expect(rowOf(a, 'bake')?.tone).toBe('next');
    const now = computeNowView(spaceOf(a, ana), start);
    expect([now.hero?.step, now.holding.length]).toEqual(['cook', 1]);
  });

  it('[T4] is told at both steps, in the lists while it goes on, and in the log', () => {
    const { a, b, meet } = kitchen();
    begin(a, 'cook');
    begin(b, 'bake');
    meet();
    expect(sheetOf(a, 'cook').together?.overlaps).toMatchObject([{ step: { title: 'bake' }, isGoing: true }]);
    expect(sheetOf(a, 'bake').together?.overlaps).toMatchObject([{ step: { title: 'cook' }, isGoing: true }]);
    expect([rowOf(a, 'cook')?.meanwhile, rowOf(a, 'bake')?.meanwhile]).toEqual(['bake', 'cook']);
    const told = () =>
      computeLogView(spaceOf(a, ana), { limit: 50 }, start).lines.filter(
        ({ meanwhile }) => meanwhile !== undefined,
      );
    expect(told()).toHaveLength(1);
    a.do({ kind: 'pauseStep', occurrence: a.of('bake').occurrence });
    expect(rowOf(a, 'cook')?.meanwhile).toBeUndefined();
    expect(sheetOf(a, 'cook').together?.overlaps).toMatchObject([{ isGoing: false }]);
    expect(told()).toHaveLength(1);
  });
});
