import { describe, expect, it } from 'vitest';
import { decodeWorkflowDefinition } from '../../src/model/decode-workflow.ts';
import { asId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { Dependency, StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import type { WorkflowProblem } from '../../src/model/workflow-problem.ts';
import { makeRandom, pick, shuffle } from '../support/random.ts';
import { step, stepId } from '../support/run-bench.ts';

function plan(steps: readonly StepDefinition[]): WorkflowDefinition {
  return { id: asId<WorkflowId>('plan'), title: 'Plan', parts: [], facts: [], steps };
}

function problemsOf(steps: readonly StepDefinition[]): readonly WorkflowProblem[] {
  const made = validateWorkflow(plan(steps));
  return made.ok ? [] : made.error.problems;
}

function edge(from: string, ...outcomes: string[]): Dependency {
  return { from: stepId(from), ...(outcomes.length === 0 ? {} : { outcomes }) };
}

describe('validateWorkflow, at large', () => {
  it('names the same problems however often it is asked, and only structural ones make a plan unreadable', () => {
    const random = makeRandom(41);
    for (let round = 0; round < 300; round++) {
      const steps = randomSteps(random, 8);
      const problems = problemsOf(steps);
      expect(problemsOf(steps)).toEqual(problems);
      const structural = new Set(['noSteps', 'duplicateStep', 'unknownStep', 'cycle']);
      const decoded = decodeWorkflowDefinition(plan(steps));
      expect(decoded.ok).toBe(!problems.some(({ type }) => structural.has(type)));
      if (!decoded.ok && 'problems' in decoded.error)
        expect(decoded.error.problems).toEqual(problems.filter(({ type }) => structural.has(type)));
    }
  });

  it('never calls a step unreachable that some way of ending the decisions reaches', () => {
    const random = makeRandom(7);
    let [found, missed] = [0, 0];
    for (let round = 0; round < 400; round++) {
      const steps = acyclicSteps(random);
      const named = problemsOf(steps).flatMap((one) => (one.type === 'unreachableStep' ? [one.step] : []));
      const reached = reachedSomehow(steps);
      for (const id of named) expect(reached.has(id)).toBe(false);
      found += named.length;
      missed += steps.filter(({ id }) => !reached.has(id) && !named.includes(id)).length;
    }
    expect(found).toBeGreaterThan(100);
    // Several decisions at once may still hide one.
    expect(missed).toBeLessThan(found / 20);
  });

  it('takes 10,000 steps in a chain, in a circle, and in a wide join at a run', () => {
    const count = 10_000;
    const chain = Array.from({ length: count }, (_, index) =>
      step(`s${index}`, index === 0 ? [] : [`s${index - 1}`]),
    );
    const before = performance.now();
    expect(problemsOf(chain)).toEqual([]);
    const circle = [step('s0', [`s${count - 1}`]), ...chain.slice(1)];
    expect(problemsOf(circle)).toEqual([{ type: 'cycle', steps: chain.map(({ id }) => id) }]);
    const roots = chain.map(({ id }) => step(id));
    const wide = step(
      'z',
      chain.map(({ id }) => id),
      { join: { kind: 'count', count: count + 1 } },
    );
    expect(problemsOf([...roots, wide])).toEqual([{ type: 'unreachableStep', step: 'z' }]);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

function randomSteps(random: () => number, count: number): readonly StepDefinition[] {
  const ids = Array.from({ length: count }, (_, index) => `s${index}`);
  const some = () => shuffle(random, [...ids, 'gone']).slice(0, Math.floor(random() * 2.2));
  return ids.map((id) => step(random() < 0.02 ? 's0' : id, random() < 0.6 ? [] : some()));
}

function acyclicSteps(random: () => number): readonly StepDefinition[] {
  return Array.from({ length: 6 }, (_, index): StepDefinition => {
    const sources = Array.from({ length: index }, (_unused, from) => `s${from}`).filter(() => random() < 0.5);
    const after = sources.flatMap((from) =>
      shuffle(random, [edge(from), edge(from, 'yes'), edge(from, 'no'), edge(from, 'odd')]).slice(
        0,
        1 + Math.floor(random() * 2),
      ),
    );
    const join = pick(random, [
      { kind: 'all' },
      { kind: 'any' },
      { kind: 'count', count: 2 },
      { kind: 'count', count: 3 },
    ] as const);
    const outcomes = [
      { id: 'yes', name: 'Yes' },
      { id: 'no', name: 'No' },
    ];
    return { ...step(`s${index}`), after, join, ...(random() < 0.5 ? { outcomes } : {}) };
  });
}

/** Tries every outcome of every step: an oracle for small plans. */
function reachedSomehow(steps: readonly StepDefinition[]): ReadonlySet<StepId> {
  const reached = new Set<StepId>();
  const go = (index: number, ended: ReadonlyMap<StepId, string | null>): void => {
    const next = steps[index];
    if (next === undefined) return;
    const live = next.after.filter(({ from, outcomes }) => {
      const how = ended.get(from);
      return how !== undefined && (outcomes === undefined || (how !== null && outcomes.includes(how)));
    });
    const needed = next.join?.kind === 'count' ? next.join.count : 1;
    if (next.after.length > 0 && live.length < needed) return go(index + 1, ended);
    reached.add(next.id);
    for (const how of next.outcomes?.map(({ id }) => id) ?? [null])
      go(index + 1, new Map([...ended, [next.id, how]]));
  };
  go(0, new Map());
  return reached;
}
