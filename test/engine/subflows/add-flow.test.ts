import { describe, expect, it } from 'vitest';
import { foldRun } from '../../../src/engine/fold-run.ts';
import { planToDefinition } from '../../../src/engine/plan-changes/plan-to-definition.ts';
import { undoPlanChange } from '../../../src/engine/plan-changes/undo-plan-change.ts';
import { type AddedFlow, planAddedFlow } from '../../../src/engine/subflows/plan-added-flow.ts';
import { decodeLogEntry, isDamaged } from '../../../src/model/decode-event.ts';
import type { PatchOperation } from '../../../src/model/patch.ts';
import type { WorkflowDefinition } from '../../../src/model/workflow.ts';
import { fact, factId, instant } from '../../support/fact-values.ts';
import { ana, type Device, makeDevice, run, sam, startPlan, step, stepId } from '../../support/run-bench.ts';
import { stateToPlain } from '../../support/state-to-plain.ts';
import { around, part, trip, workflowId } from '../../support/trip-as-part.ts';

const board = around([step('plan'), step('meet', ['plan'])]);
const flow: AddedFlow = {
  id: stepId('travel'),
  title: 'Getting there',
  workflow: trip.id,
  behind: stepId('plan'),
  unlocks: [stepId('meet')],
  given: { meeting: factId('day') },
  parts: { traveller: part('chair') },
};

function planned(device: Device, asked: AddedFlow, ...others: readonly WorkflowDefinition[]) {
  return planAddedFlow(
    device.state(),
    asked,
    (id) => [trip, board, ...others].find((each) => each.id === id) ?? null,
  );
}

function operationsOf(device: Device, asked: AddedFlow = flow): readonly PatchOperation[] {
  const found = planned(device, asked);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  return found.value;
}

function start(definition: WorkflowDefinition = board): Device {
  const device = makeDevice(ana);
  device.do(startPlan(definition));
  return device;
}

const edgesOf = (device: Device, id: string) =>
  device
    .state()
    .steps.find((each) => each.id === id)
    ?.after.map(({ from }) => from);

describe('another workflow in the plan of a run', () => {
  it('[B6] comes as a section with its steps, facts and people, behind one step and in front of another', () => {
    const device = start();
    device.do({ kind: 'changePlan', operations: operationsOf(device) });
    const { plan, facts } = device.state();
    expect(plan.steps.map(({ id }) => id)).toEqual([
      'plan',
      'travel~book',
      'travel~check',
      'travel~go',
      'meet',
    ]);
    expect(plan.sections.map(({ id, name, workflow }) => [id, name, workflow])).toEqual([
      ['travel', 'Getting there', trip.id],
      ['travel~booking', 'Booking', undefined],
    ]);
    expect([...facts.keys()]).toEqual(['day', 'arrival', 'travel~landing', 'travel~hotel', 'travel~leave']);
    expect(edgesOf(device, 'travel~book')).toEqual(['plan']);
    expect(edgesOf(device, 'meet')).toEqual(['plan', 'travel~go']);
    // Nobody was asked who books.
    expect(plan.steps.map(({ assignee }) => assignee?.kind)).toEqual([
      undefined,
      'conductor',
      'sameAs',
      'part',
      undefined,
    ]);
  });

  it('[B6] is done like any other part: its section is redone, and what waits for it waits', () => {
    const device = start();
    device.do({ kind: 'changePlan', operations: operationsOf(device) });
    device.complete('plan');
    expect([device.of('travel~book').status, device.of('meet').status]).toEqual(['ready', 'created']);
    const landing = instant('2026-03-02T09:00:00Z');
    device.do({
      kind: 'completeStep',
      occurrence: device.of('travel~book').occurrence,
      facts: { [factId('travel~landing')]: landing },
    });
    device.do(
      { kind: 'completeStep', occurrence: device.of('travel~check').occurrence, outcome: 'wrong' },
      { actor: sam },
    );
    expect(device.of('travel~book').occurrence.iteration).toBe(2);
  });

  it('[B6] [E6] folds from the log of the run alone, as it was written', () => {
    const device = start();
    device.do({ kind: 'changePlan', operations: operationsOf(device) });
    const read = device
      .log()
      .map((event) => decodeLogEntry(JSON.parse(JSON.stringify(event))))
      .flatMap((entry) => (isDamaged(entry) ? [] : [entry]));
    expect(stateToPlain(foldRun(run, read))).toEqual(stateToPlain(device.state()));
  });

  it('[B6] is taken back by one change, with the facts and sections that nothing else names', () => {
    const device = start();
    const operations = operationsOf(device);
    const back = undoPlanChange(operations, device.state());
    device.do({ kind: 'changePlan', operations });
    for (const command of back) device.do(command);
    const { plan, facts, removed } = device.state();
    expect([...removed].toSorted()).toEqual(['travel~book', 'travel~check', 'travel~go']);
    expect([[...facts.keys()], plan.sections]).toEqual([['day', 'arrival'], []]);
    expect(edgesOf(device, 'meet')).toEqual(['plan']);
  });

  it('[B6] leaves a fact that another step names meanwhile', () => {
    const device = start();
    const operations = operationsOf(device);
    const back = undoPlanChange(operations, device.state());
    device.do({ kind: 'changePlan', operations });
    device.do({
      kind: 'changePlan',
      operations: [
        { kind: 'setStep', step: stepId('meet'), set: { reads: [{ fact: factId('travel~hotel') }] } },
      ],
    });
    for (const command of back) device.do(command);
    expect([...device.state().facts.keys()]).toEqual(['day', 'arrival', 'travel~hotel']);
  });

  it('[B6] is refused with the step that brings it: the flow itself, what is not there, what ends its run', () => {
    const device = start();
    const ending = {
      ...around([step('end', [], { kind: 'milestone', endsRun: true })]),
      id: workflowId('ending'),
    };
    const whole = {
      ...around([step('again', [], { kind: 'subflow', subflow: { workflow: board.id } })]),
      id: workflowId('whole'),
    };
    const problemOf = (workflow: WorkflowDefinition['id']) => {
      const found = planned(device, { ...flow, workflow, given: {}, parts: {} }, ending, whole);
      if (found.ok || found.error.type !== 'invalidWorkflow') return null;
      return found.error.problems.map((problem) => [problem.type, 'step' in problem ? problem.step : null]);
    };
    expect(problemOf(board.id)).toEqual([['workflowInItself', 'travel']]);
    expect(problemOf(whole.id)).toEqual([['workflowInItself', 'travel']]);
    expect(problemOf(workflowId('gone'))).toEqual([['unknownWorkflow', 'travel']]);
    expect(problemOf(ending.id)).toEqual([['subflowEndsRun', 'travel']]);
  });

  it('[B6] a list that a start would ask for grows while it runs', () => {
    const camps: WorkflowDefinition = {
      ...around([step('pack')], { facts: [], parts: [] }),
      id: workflowId('camps'),
      sections: [
        {
          id: 'each',
          name: 'Each child',
          steps: [stepId('pack')],
          perItem: { name: 'child', items: 'start', wait: { kind: 'all' } },
        },
      ],
    };
    const device = start();
    const found = planned(device, { ...flow, workflow: camps.id, given: {}, parts: {} }, camps);
    if (!found.ok) throw new Error('it was refused');
    device.do({ kind: 'changePlan', operations: found.value });
    expect(device.state().items.map(({ section, isOpen }) => [section, isOpen])).toEqual([
      ['travel~each', true],
    ]);
  });

  it('[B6] is kept for next time with the plan', () => {
    const device = start({ ...board, facts: [...board.facts, fact('client', 'text')] });
    device.do({ kind: 'changePlan', operations: operationsOf(device) });
    const kept = planToDefinition(device.state());
    expect(kept?.facts.map(({ id }) => id)).toEqual([
      'day',
      'arrival',
      'client',
      'travel~landing',
      'travel~hotel',
      'travel~leave',
    ]);
    expect(kept?.sections?.map(({ id }) => id)).toEqual(['travel', 'travel~booking']);
  });
});
