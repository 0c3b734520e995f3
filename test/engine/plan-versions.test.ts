import { describe, expect, it } from 'vitest';
import { applyPatches } from '../../src/engine/plan-changes/apply-patches.ts';
import { diffPlans } from '../../src/engine/plan-changes/diff-plans.ts';
import { offerVersion } from '../../src/engine/plan-changes/offer-version.ts';
import { planToDefinition } from '../../src/engine/plan-changes/plan-to-definition.ts';
import { asId, type EventId, type FactId } from '../../src/model/ids.ts';
import type { StepDefinition, WorkflowVersion } from '../../src/model/workflow.ts';
import {
  ana,
  type Device,
  makeDevice,
  plan,
  startPlan,
  step,
  stepId,
  tripSteps,
} from '../support/run-bench.ts';

const day = asId<FactId>('day');
const withDay = plan(tripSteps, { facts: [{ id: day, name: 'Day', kind: 'date', anchor: true }] });

function started(): Device {
  const device = makeDevice(ana);
  device.do(startPlan(withDay, { facts: { [day]: { kind: 'date', date: '2026-03-10' } } }));
  return device;
}

const insurance = step('insurance', ['flight']);
const next: readonly StepDefinition[] = [
  step('dates'),
  step('flight', ['dates'], { assignee: { kind: 'part', part: 'traveller' }, instructions: 'Aisle' }),
  insurance,
  step('hotel', ['flight', 'insurance'], { checklist: [{ id: 'late', text: 'Late check-in' }] }),
  step('pack', ['hotel']),
];
const version = (steps: readonly StepDefinition[]): WorkflowVersion => ({
  number: 2,
  hash: '02',
  definition: { ...withDay, steps },
});
const carriedOut = (from: readonly StepDefinition[], to: readonly StepDefinition[]) => {
  const operations = diffPlans(from, to);
  const { steps, removed } = applyPatches(
    { steps: from, facts: [] },
    [{ id: asId<EventId>('x'), data: { operations } }],
    () => false,
  );
  return steps.filter(({ id }) => !removed.has(id));
};

describe('another version of a workflow', () => {
  it('[C6] the difference of two plans leads from one to the other', () => {
    expect(carriedOut(tripSteps, next)).toEqual(next);
    expect(carriedOut(next, tripSteps).toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      tripSteps.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(diffPlans(tripSteps, tripSteps)).toEqual([]);
  });

  it('[C6] is offered as what it changes, taken over once, and then offered no more', () => {
    const device = started();
    const offer = offerVersion(device.state(), version(next));
    expect(offer?.stays).toEqual([]);
    device.do({ kind: 'changePlan', operations: offer?.operations ?? [] });
    const { steps, removed } = device.state();
    expect(steps.filter(({ id }) => !removed.has(id)).map(({ id }) => id)).toEqual(next.map(({ id }) => id));
    expect(steps.find(({ id }) => id === 'hotel')?.after.map(({ from }) => from)).toEqual([
      'flight',
      'insurance',
    ]);
    expect(offerVersion(device.state(), version(next))).toBeNull();
  });

  it('[C6] leaves what is over as it was done, and says so', () => {
    const device = started();
    device.complete('dates');
    device.complete('flight');
    const offer = offerVersion(device.state(), version(next));
    expect(offer?.stays).toEqual(['flight']);
    expect(offer?.operations.some((each) => each.kind === 'setStep')).toBe(false);
  });

  it('[C6] leaves what the run changed itself', () => {
    const device = started();
    const own = { kind: 'setStep', step: stepId('flight'), set: { instructions: 'Window' } } as const;
    device.do({ kind: 'changePlan', operations: [own, { kind: 'removeStep', step: stepId('pack') }] });
    const offer = offerVersion(device.state(), version(next));
    expect(offer?.operations.map((each) => each.kind)).not.toContain('setStep');
  });

  it('[C6] is not offered to a run of another workflow, of the same version, or that is over', () => {
    const device = started();
    const { state } = device;
    expect(offerVersion(state(), { ...version(next), hash: '00' })).toBeNull();
    const other = { ...version(next).definition, id: asId<never>('other') };
    expect(offerVersion(state(), { ...version(next), definition: other })).toBeNull();
    device.do({ kind: 'cancelRun' });
    expect(offerVersion(device.state(), version(next))).toBeNull();
  });

  it('[C6] a plan that is kept counts its dates from the anchor, and asks nothing of the run it came from', () => {
    const device = started();
    const due = { kind: 'date', date: '2026-03-08', time: '17:00' } as const;
    device.do({
      kind: 'changePlan',
      operations: [
        { kind: 'setStep', step: stepId('flight'), set: { due } },
        { kind: 'addStep', step: insurance, behind: stepId('flight') },
        { kind: 'removeStep', step: stepId('budget') },
      ],
    });
    const kept = planToDefinition(device.state());
    expect(kept?.steps.map(({ id }) => id)).toEqual(['dates', 'flight', 'insurance', 'hotel', 'pack']);
    expect(kept?.steps[1]?.due).toEqual({ kind: 'offset', from: day, days: -2, time: '17:00' });
    expect(offerVersion(device.state(), version(kept?.steps ?? []))).toBeNull();
  });
});
