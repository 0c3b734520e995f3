import { describe, expect, it } from 'vitest';
import { layOutSubflows } from '../../src/engine/subflows/lay-out-subflows.ts';
import { findSubflowsLeft } from '../../src/model/find-subflow-problems.ts';
import { asId, type WorkflowId } from '../../src/model/ids.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { createWorkflowGraph } from '../../src/model/workflow-graph.ts';
import { workflowProblemToMessage } from '../../src/model/workflow-problem-to-message.ts';
import { makeRandom, pick, type Random } from '../support/random.ts';
import { plan, step } from '../support/run-bench.ts';
import { makeWorkflow } from '../support/random-workflow.ts';

/** One of its steps becomes another workflow; what asked who did that step asks no more. */
function withSubflow(
  random: Random,
  definition: WorkflowDefinition,
  inner: WorkflowDefinition,
): WorkflowDefinition {
  const { id, title, after, join, start, due } = pick(random, definition.steps);
  const given = inner.facts.flatMap((fact) => {
    const same = definition.facts.find((each) => each.kind === fact.kind && each.perItem === undefined);
    return same === undefined || fact.derived !== undefined || fact.perItem !== undefined || random() < 0.5
      ? []
      : [[fact.id, same.id] as const];
  });
  const subflow: StepDefinition = {
    id,
    kind: 'subflow',
    title,
    after,
    ...(join !== undefined && { join }),
    ...(start !== undefined && { start }),
    ...(due !== undefined && { due }),
    subflow: {
      workflow: inner.id,
      given: Object.fromEntries(given),
      parts: random() < 0.5 ? { traveller: { kind: 'part', part: 'traveller' } } : {},
    },
  };
  return { ...definition, steps: definition.steps.map((step) => (step.id === id ? subflow : step)) };
}

function make(random: Random, id: string, parts: readonly WorkflowDefinition[]): WorkflowDefinition {
  for (;;) {
    const plain = { ...makeWorkflow(random), id: asId<WorkflowId>(id) };
    const definition = parts.reduce((made, part) => withSubflow(random, made, part), plain);
    if (validateWorkflow(definition).ok) return definition;
  }
}

describe('laying out workflows that nobody would think of', () => {
  it('[B2] keeps a plan that can be run without circles, or says what cannot be told of a part', () => {
    let laidOut = 0;
    for (let seed = 1; seed <= 250; seed++) {
      const random = makeRandom(seed);
      const small = make(random, 'small', []);
      const middle = make(random, 'middle', [small]);
      const outer = make(random, 'outer', random() < 0.5 ? [small, middle] : [middle]);
      const found = layOutSubflows(outer, (id) => [small, middle].find((each) => each.id === id) ?? null);
      if (!found.ok) continue;
      const laid = found.value;
      expect(findSubflowsLeft(laid.steps)).toEqual([]);
      expect(createWorkflowGraph(laid.steps).order).not.toBeNull();
      const checked = validateWorkflow(laid);
      const problems = checked.ok ? [] : checked.error.problems;
      // A list within the items of another is told when the run starts.
      const others = problems.filter(
        ({ type }) => !['stepInTwoLists', 'badItemFact', 'itemFactOutside'].includes(type),
      );
      expect(others.map((problem) => `${seed}: ${workflowProblemToMessage(problem, laid)}`)).toEqual([]);
      if (checked.ok) laidOut += 1;
    }
    expect(laidOut).toBeGreaterThan(20);
  });

  it('[B5] gives up on what multiplies beyond measure, and says of which step', () => {
    const wide = (id: string, of: string): WorkflowDefinition => ({
      ...plan(
        Array.from({ length: 100 }, (_, index) =>
          step(`s${index}`, [], { kind: 'subflow', subflow: { workflow: asId<WorkflowId>(of) } }),
        ),
      ),
      id: asId<WorkflowId>(id),
    });
    const leaf = { ...plan([step('do')]), id: asId<WorkflowId>('leaf') };
    const many = [leaf, wide('c', 'leaf'), wide('b', 'c'), wide('a', 'b')];
    const found = layOutSubflows(wide('top', 'a'), (id) => many.find((each) => each.id === id) ?? null);
    expect(found).toMatchObject({
      ok: false,
      error: {
        problems: Array.from({ length: 100 }, (_, index) => ({ type: 'unknownWorkflow', step: `s${index}` })),
      },
    });
  });
});
