import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/model/command.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { fact, factId, text } from '../support/fact-values.ts';
import { refusalOf, startPlan, startPlanOnTwo } from '../support/plan-bench.ts';
import { type Device, occurrence, sam, step, stepId } from '../support/run-bench.ts';

const complete = (id: string, more: Partial<Extract<Command, { kind: 'completeStep' }>> = {}): Command => ({
  kind: 'completeStep',
  occurrence: occurrence(id),
  ...more,
});
const ids = (...names: readonly string[]) => names.map(stepId);

/** Each step after all of those before it, by the named kind of edge. */
const chained = (id: string, from: string, strength: 'hard' | 'enforced' | 'soft'): StepDefinition =>
  step(id, [], { after: [{ from: stepId(from), strength }] });

const decision = (id: string, after: readonly string[] = []): StepDefinition =>
  step(id, after, {
    kind: 'decision',
    outcomes: [
      { id: 'yes', name: 'Yes', ends: true },
      { id: 'no', name: 'No', ends: true },
    ],
  });

describe('completing early [J4]', () => {
  it('[J4] is offered for hard edges, refused without an offer for enforced ones, and free for soft ones', () => {
    const hard = startPlan({ steps: [step('a'), chained('b', 'a', 'hard')] });
    expect(refusalOf(hard, complete('b'))).toEqual({ type: 'stepsInTheWay', step: 'b', steps: ['a'] });
    const enforced = startPlan({ steps: [step('a'), chained('b', 'a', 'enforced')] });
    const no = { type: 'enforcedSteps', step: 'b', steps: ['a'] };
    expect(refusalOf(enforced, complete('b'))).toEqual(no);
    expect(refusalOf(enforced, complete('b', { including: ids('a') }))).toEqual(no);
    expect(refusalOf(enforced, { kind: 'startStep', occurrence: occurrence('b') })).toEqual(no);
    const soft = startPlan({ steps: [step('a'), chained('b', 'a', 'soft')] });
    expect(refusalOf(soft, complete('b'))).toBeNull();
  });

  it('[J4] does not offer what is behind an enforced edge further back', () => {
    const device = startPlan({
      steps: [step('a'), chained('b', 'a', 'enforced'), chained('c', 'b', 'hard')],
    });
    expect(refusalOf(device, complete('c', { including: ids('a', 'b') }))).toEqual({
      type: 'enforcedSteps',
      step: 'c',
      steps: ['a'],
    });
    device.complete('a');
    expect(refusalOf(device, complete('c'))).toEqual({ type: 'stepsInTheWay', step: 'c', steps: ['b'] });
    expect(refusalOf(device, complete('c', { including: ids('b') }))).toBeNull();
  });

  it('[J1] [J2] [J3] asks for what the join asks for', () => {
    const three = (join: StepDefinition['join']): Device =>
      startPlan({
        steps: [step('a'), step('b'), step('c'), step('end', ['a', 'b', 'c'], join ? { join } : {})],
      });
    const inTheWay = (device: Device): readonly string[] => {
      const refusal = refusalOf(device, complete('end'));
      return refusal?.type === 'stepsInTheWay' ? refusal.steps : [refusal?.type ?? 'done'];
    };
    const [all, always] = [three(undefined), three({ kind: 'always' })];
    const [any, two] = [three({ kind: 'any' }), three({ kind: 'count', count: 2 })];
    for (const device of [all, always, any, two]) expect(inTheWay(device)).toEqual(['a', 'b', 'c']);
    for (const device of [all, always, two]) {
      device.complete('a');
      expect(inTheWay(device)).toEqual(['b', 'c']);
    }
    two.complete('b');
    any.complete('c');
    always.fail('b');
    expect(inTheWay(two)).toEqual(['done']);
    expect(inTheWay(any)).toEqual(['done']);
    // How those before it ended is nothing to a clean-up.
    expect(inTheWay(always)).toEqual(['c']);
    all.fail('b');
    expect(refusalOf(all, complete('end'))).toEqual({ type: 'blocked', step: 'end', by: ['b'] });
  });

  it('[J2] names a failure only where the others cannot make up for it', () => {
    const device = startPlan({
      steps: [step('a'), step('b'), step('end', ['a', 'b'], { join: { kind: 'any' } })],
    });
    device.fail('a');
    expect(refusalOf(device, complete('end'))).toEqual({ type: 'stepsInTheWay', step: 'end', steps: ['b'] });
    device.fail('b');
    expect(refusalOf(device, complete('end'))).toEqual({ type: 'blocked', step: 'end', by: ['a', 'b'] });
    expect(refusalOf(device, complete('end', { including: ids('a', 'b') }))).toBeNull();
  });

  it('[J8] goes on with what had begun, whatever opens again before it', () => {
    const device = startPlan({ steps: [step('a'), chained('b', 'a', 'enforced')] });
    device.complete('a');
    device.do({ kind: 'startStep', occurrence: occurrence('b') });
    device.reopen('a');
    expect(device.of('b')).toMatchObject({ status: 'inProgress', ahead: true });
    expect(refusalOf(device, complete('b'))).toBeNull();
  });

  it('asks nobody how a step that is done along ended, and waits for who disagrees', () => {
    const device = startPlan({ steps: [decision('d'), step('x', ['d'])] });
    expect(refusalOf(device, complete('x'))).toEqual({ type: 'stepsInTheWay', step: 'x', steps: ['d'] });
    const needed = { type: 'outcomeNeeded', step: 'd', outcomes: ['yes', 'no'] };
    expect(refusalOf(device, complete('x', { including: ids('d') }))).toEqual(needed);
    const { a, b, meet } = startPlanOnTwo({ steps: [step('r'), step('s', ['r'])] });
    a.fail('r');
    b.skip('r');
    meet();
    expect(a.of('r').status).toBe('held');
    const held = { type: 'stepsInTheWay', step: 's', steps: ['r'] };
    expect(refusalOf(a, complete('s', { including: ids('r') }))).toEqual(held);
  });

  it('leaves out what its facts rule out, and refuses what they rule out itself', () => {
    const onlyIf = { fact: factId('abroad'), is: 'set' } as const;
    const device = startPlan({
      steps: [step('a'), step('visa', ['a'], { onlyIf }), step('b', ['a', 'visa'])],
      facts: [fact('abroad')],
    });
    expect(refusalOf(device, complete('visa', { including: ids('a') }))).toEqual({
      type: 'stepWithdrawn',
      step: 'visa',
    });
    expect(refusalOf(device, complete('b'))).toEqual({ type: 'stepsInTheWay', step: 'b', steps: ['a'] });
    expect(refusalOf(device, complete('b', { including: ids('a') }))).toBeNull();
    expect(device.of('visa').status).toBe('withdrawn');
    expect(device.of('b').surplus).toBe(false);
    expect(refusalOf(device, complete('visa'))).toEqual({ type: 'stepWithdrawn', step: 'visa' });
  });
});

describe('how a step ends', () => {
  it('has to be said when the plan has ways, and has to be one of them', () => {
    const device = startPlan({ steps: [decision('d'), step('x')] });
    const needed = { type: 'outcomeNeeded', step: 'd', outcomes: ['yes', 'no'] };
    expect(refusalOf(device, complete('d'))).toEqual(needed);
    expect(refusalOf(device, complete('d', { outcome: 'maybe' }))).toEqual({
      type: 'unknownOutcome',
      step: 'd',
    });
    expect(refusalOf(device, complete('x', { outcome: 'yes' }))).toEqual({
      type: 'unknownOutcome',
      step: 'x',
    });
    expect(refusalOf(device, complete('d', { outcome: 'no' }))).toBeNull();
    expect(device.of('d').outcome).toBe('no');
  });

  it('[M1] is settled by whoever saw both sides', () => {
    const { a, b, meet } = startPlanOnTwo({ steps: [decision('d')] });
    a.do(complete('d', { outcome: 'yes' }));
    b.do(complete('d', { outcome: 'no' }));
    meet();
    const keep = a.of('d').conflict.find(({ outcome }) => outcome === 'no')?.event;
    if (keep === undefined) throw new Error('both sides are kept');
    a.do({ kind: 'resolveConflict', occurrence: occurrence('d'), keep });
    expect(a.of('d')).toMatchObject({ status: 'completed', outcome: 'no', conflict: [] });
    expect(refusalOf(a, { kind: 'resolveConflict', occurrence: occurrence('d'), keep })).toEqual({
      type: 'noConflict',
      step: 'd',
    });
  });
});

describe('the facts of a completion', () => {
  const flight = step('flight', ['dates'], { writes: [factId('lands')], reads: [{ fact: factId('from') }] });
  const plan = { steps: [step('dates'), flight], facts: [fact('lands'), fact('from')] };

  it('[F1] are written before it, with what it read, and only where they change', () => {
    const device = startPlan({ ...plan, given: { lands: text('16:10') } });
    const made = device.do(
      complete('flight', {
        including: ids('dates'),
        facts: { [factId('lands')]: text(' 16:10 '), [factId('from')]: text('Lisbon') },
      }),
    );
    expect(made.map(({ type, occurrence: of }) => [type, of?.step])).toEqual([
      ['fact.set/1', 'flight'],
      ['step.completed/2', 'dates'],
      ['step.completed/2', 'flight'],
    ]);
    expect(made[0]?.data).toEqual({ fact: 'from', value: text('Lisbon') });
    expect(made[1]?.data).toEqual({});
    expect(made[2]?.data).toEqual({ reads: { from: text('Lisbon') } });
  });

  it('[F5] are asked for with who can supply them, also of steps done along', () => {
    const booking = step('town', [], {
      writes: [factId('from')],
      assignee: { kind: 'part', part: 'traveller' },
    });
    const device = startPlan({ ...plan, steps: [booking, ...plan.steps, step('pack', ['flight'])] });
    device.complete('dates');
    const missing = { type: 'factsMissing', step: 'flight', facts: ['from'], who: [sam] };
    expect(refusalOf(device, complete('flight'))).toEqual(missing);
    expect(refusalOf(device, { kind: 'startStep', occurrence: occurrence('flight') })).toEqual(missing);
    expect(refusalOf(device, complete('pack', { including: ids('flight') }))).toEqual(missing);
    expect(refusalOf(device, complete('flight', { facts: { [factId('from')]: text('  ') } }))).toEqual(
      missing,
    );
  });

  it('[F6] wait for a pick while rivals of a critical one are there; giving it along is a pick', () => {
    const { a, b, meet } = startPlanOnTwo({
      ...plan,
      facts: [fact('lands'), fact('from', 'text', { critical: true })],
    });
    a.do({ kind: 'setFact', fact: factId('from'), value: text('Lisbon') });
    b.do({ kind: 'setFact', fact: factId('from'), value: text('Porto') });
    meet();
    a.complete('dates');
    const disputed = { type: 'factsDisputed', step: 'flight', facts: ['from'] };
    expect(refusalOf(a, complete('flight'))).toEqual(disputed);
    expect(refusalOf(a, { kind: 'startStep', occurrence: occurrence('flight') })).toEqual(disputed);
    const shown = a.state().facts.get(factId('from'))?.value ?? null;
    const made = a.do(complete('flight', { facts: { [factId('from')]: shown } }));
    expect(made.map(({ type }) => type)).toEqual(['fact.set/1', 'step.completed/2']);
    expect(a.state().facts.get(factId('from'))?.rivals).toEqual([]);
  });

  it('carry derived facts along', () => {
    const device = startPlan({
      steps: [step('pick', [], { reads: [{ fact: factId('leave') }], writes: [factId('day')] })],
      facts: [fact('day', 'date'), fact('leave', 'date', { derived: { from: factId('day'), days: -1 } })],
    });
    const made = device.do(
      complete('pick', { facts: { [factId('day')]: { kind: 'date', date: '2026-03-01' } } }),
    );
    expect(made.at(-1)?.data).toEqual({ reads: { leave: { kind: 'date', date: '2026-02-28' } } });
    expect(device.of('pick').validity).toBe('fresh');
  });
});
