import { describe, expect, it } from 'vitest';
import type { FactDefinition, FactRead } from '../../src/model/fact.ts';
import { asId, type WorkflowId } from '../../src/model/ids.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { Dependency, StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { workflowProblemToMessage } from '../../src/model/workflow-problem-to-message.ts';
import type { WorkflowProblem } from '../../src/model/workflow-problem.ts';
import { fact, factId } from '../support/fact-values.ts';
import { step, stepId, tripSteps } from '../support/run-bench.ts';

type Rest = Partial<Pick<WorkflowDefinition, 'facts' | 'sections'>>;

function plan(steps: readonly StepDefinition[], rest: Rest = {}): WorkflowDefinition {
  return { id: asId<WorkflowId>('plan'), title: 'Plan', parts: [], facts: [], steps, ...rest };
}

function problemsOf(steps: readonly StepDefinition[], rest: Rest = {}): readonly WorkflowProblem[] {
  const made = validateWorkflow(plan(steps, rest));
  return made.ok ? [] : made.error.problems;
}

function messagesOf(steps: readonly StepDefinition[], rest: Rest = {}): readonly string[] {
  return problemsOf(steps, rest).map((problem) => workflowProblemToMessage(problem, plan(steps, rest)));
}

const read = (id: string, more: Partial<FactRead> = {}): FactRead => ({ fact: factId(id), ...more });
const edge = (from: string, ...outcomes: string[]): Dependency => ({
  from: stepId(from),
  ...(outcomes.length === 0 ? {} : { outcomes }),
});
/** A decision that ends one way or the other. */
const decision = (id: string, after: readonly string[], ...outcomes: string[]): StepDefinition =>
  step(id, after, { kind: 'decision', outcomes: outcomes.map((one) => ({ id: one, name: one })) });
const ending = (
  id: string,
  after: readonly Dependency[],
  more: Partial<StepDefinition> = {},
): StepDefinition => ({
  ...step(id),
  after,
  ...more,
});

const circle = (way: string): string => `cycle: ${way}; to do steps again, let an outcome redo a section`;

describe('validateWorkflow, the graph', () => {
  it('finds nothing wrong with a sound plan', () => {
    expect(problemsOf(tripSteps)).toEqual([]);
  });

  it('names no steps, steps that are there twice and steps that are not there, each once', () => {
    expect(messagesOf([])).toEqual(['the workflow has no steps']);
    expect(messagesOf([step('a'), step('a'), step('a'), step('b', ['c', 'c', 'd'])])).toEqual([
      'step "a" is defined more than once',
      'step "b" starts after "c", which is not a step',
      'step "b" starts after "d", which is not a step',
    ]);
  });

  it('[J5] names one shortest cycle a knot, from its first step on, and calls no step of it unreachable', () => {
    expect(messagesOf([step('a', ['b']), step('b', ['a'])])).toEqual([circle('a → b → a')]);
    expect(messagesOf([step('a', ['a'])])).toEqual([circle('a → a')]);
    const knots = [
      step('before'),
      step('a', ['before', 'd', 'c']),
      step('b', ['a']),
      step('c', ['b']),
      step('d', ['c']),
      step('x', ['a', 'y']),
      step('y', ['x']),
      step('after', ['y']),
    ];
    expect(messagesOf(knots)).toEqual([circle('a → b → c → a'), circle('x → y → x')]);
  });

  it('[J2] a join that asks for more than can come together makes its step unreachable', () => {
    const three = [step('a'), step('b'), step('c')];
    const joined = (count: number) => step('z', ['a', 'b', 'c'], { join: { kind: 'count', count } });
    expect(problemsOf([...three, joined(3)])).toEqual([]);
    expect(messagesOf([...three, joined(4)])).toEqual([
      'step "z" is unreachable: 4 of its edges must be live together, and never can be (a, b, c)',
    ]);
    const soft = ending('z', [edge('a'), { ...edge('b'), strength: 'soft' }], {
      join: { kind: 'count', count: 2 },
    });
    expect(problemsOf([...three, soft])).toEqual([{ type: 'unreachableStep', step: 'z' }]);
  });

  it('[J2] edges from one step on outcomes that exclude each other never count together', () => {
    const either = (outcomes: readonly (readonly string[])[], count: number) => [
      decision('d', [], 'yes', 'no'),
      step('e'),
      ending('z', [...outcomes.map((names) => edge('d', ...names)), edge('e')], {
        join: { kind: 'count', count },
      }),
    ];
    expect(problemsOf(either([['yes'], ['no']], 2))).toEqual([]);
    expect(problemsOf(either([['yes'], ['no']], 3))).toEqual([{ type: 'unreachableStep', step: 'z' }]);
    expect(problemsOf(either([['yes', 'no'], ['no']], 3))).toEqual([]);
    expect(problemsOf(either([[], ['no']], 3))).toEqual([]);
  });

  it('[J2] branches of one decision never count together, however far they run', () => {
    const branches = (more: Partial<StepDefinition> = {}) => [
      decision('d', [], 'yes', 'no'),
      ending('a', [edge('d', 'yes')]),
      step('b', ['a']),
      ending('c', [edge('d', 'no')]),
      step('e'),
      step('z', ['b', 'c', 'e'], { join: { kind: 'count', count: 3 } }),
      ending('y', [edge('b'), edge('c')], more),
    ];
    expect(problemsOf(branches())).toEqual([{ type: 'unreachableStep', step: 'z' }]);
    expect(problemsOf(branches({ join: { kind: 'count', count: 2 } }))).toEqual(
      ['z', 'y'].map((id) => ({ type: 'unreachableStep', step: id })),
    );
    // Where both branches meet, nothing is known of the decision any more.
    const met = step('x', ['y', 'e'], { join: { kind: 'count', count: 2 } });
    expect(problemsOf([...branches(), met])).toEqual([{ type: 'unreachableStep', step: 'z' }]);
  });

  it('[J5] of a decision that may be taken again both branches may have been run', () => {
    const again = { id: 'again', name: 'Again', redo: { section: 's', atMost: 2 } };
    const outcomes = [{ id: 'yes', name: 'Yes' }, { id: 'no', name: 'No' }, again];
    const steps = [
      step('d', [], { kind: 'decision', outcomes }),
      ending('a', [edge('d', 'yes')]),
      ending('b', [edge('d', 'no')]),
      step('z', ['a', 'b'], { join: { kind: 'count', count: 2 } }),
    ];
    expect(problemsOf(steps, { sections: [{ id: 's', name: 'S', steps: [stepId('d')] }] })).toEqual([]);
  });

  it('[J1] what only an unreachable step or an outcome that is not there leads to is unreachable too', () => {
    const steps = [
      step('a'),
      step('b', ['a'], { join: { kind: 'count', count: 2 } }),
      step('c', ['b']),
      step('d', ['c', 'a']),
      step('clean', ['c'], { join: { kind: 'always' } }),
    ];
    expect(problemsOf(steps)).toEqual(
      ['b', 'c', 'clean'].map((id) => ({ type: 'unreachableStep', step: id })),
    );
    expect(problemsOf([step('a'), ending('b', [edge('a', 'maybe')])])).toEqual([
      { type: 'unreachableStep', step: 'b' },
      { type: 'unknownOutcome', step: 'b', from: 'a', outcome: 'maybe' },
    ]);
  });

  it('a step that waits for nothing is reachable whatever its join, and so is one after a missing step', () => {
    expect(problemsOf([step('a', [], { join: { kind: 'any' } })])).toEqual([]);
    expect(problemsOf([step('a', ['gone'])])).toEqual([{ type: 'unknownStep', step: 'a', missing: 'gone' }]);
  });
});

describe('validateWorkflow, facts', () => {
  const facts = [
    fact('when', 'instant'),
    fact('day', 'date'),
    fact('cost', 'money'),
    fact('name', 'text'),
    fact('leave', 'instant', { derived: { from: factId('when'), days: -2, minutes: 30 } }),
    fact('plan', 'choice', { options: [{ id: 'basic', name: 'Basic' }] }),
  ];

  it('finds nothing wrong with uses that fit', () => {
    const use = step('a', [], {
      reads: [
        read('when', { projection: 'date', tolerance: 1 }),
        read('cost', { tolerance: 5 }),
        read('name'),
      ],
      writes: [factId('when'), factId('plan')],
      onlyIf: {
        fact: factId('cost'),
        is: 'atLeast',
        value: { kind: 'money', amount: 10, currency: 'EUR' },
      },
      start: { kind: 'offset', from: factId('leave'), days: 0 },
      due: { kind: 'offset', from: 'runStart', days: 3 },
    });
    const other = step('b', [], {
      onlyIf: { fact: factId('plan'), is: 'equal', value: { kind: 'choice', choice: 'basic' } },
    });
    expect(problemsOf([use, other], { facts })).toEqual([]);
  });

  it('names every fact that is not there, once a step', () => {
    const lost = step('a', [], {
      reads: [read('x'), read('x', { projection: 'date' })],
      writes: [factId('w')],
      onlyIf: { fact: factId('c'), is: 'set' },
      start: { kind: 'offset', from: factId('s'), days: 1 },
      due: { kind: 'offset', from: factId('x'), days: 1 },
    });
    const derived = fact('f', 'date', { derived: { from: factId('gone') } });
    expect(messagesOf([lost], { facts: [derived] })).toEqual([
      'a fact is derived from "gone", which is not a fact',
      ...['x', 'w', 'c', 's'].map((id) => `step "a" uses "${id}", which is not a fact`),
    ]);
  });

  it('[F1] [F6] names projections, tolerances, conditions and dates that a kind cannot have', () => {
    const wrong = (more: Partial<StepDefinition>) => problemsOf([step('a', [], more)], { facts });
    const named = (id: string) => [{ type: 'wrongFactKind', fact: id, step: 'a' }];
    expect(wrong({ reads: [read('day', { projection: 'date' })] })).toEqual(named('day'));
    expect(wrong({ reads: [read('name', { tolerance: 1 })] })).toEqual(named('name'));
    expect(wrong({ due: { kind: 'offset', from: factId('cost'), days: 1 } })).toEqual(named('cost'));
    const number = { kind: 'number', number: 1 } as const;
    expect(wrong({ onlyIf: { fact: factId('cost'), is: 'equal', value: number } })).toEqual(named('cost'));
    const text = { kind: 'text', text: 'x' } as const;
    expect(wrong({ onlyIf: { fact: factId('name'), is: 'above', value: text } })).toEqual(named('name'));
    expect(wrong({ onlyIf: { fact: factId('name'), is: 'equal', value: text } })).toEqual([]);
  });

  it('names derivations that go round, change kind or move what does not move, and writing derived facts', () => {
    const derived = (id: string, kind: FactDefinition['kind'], from: string, more = {}) =>
      fact(id, kind, { derived: { from: factId(from), ...more } });
    const bad = [
      fact('n', 'number'),
      fact('d', 'date'),
      derived('self', 'date', 'self'),
      derived('a', 'date', 'b'),
      derived('b', 'date', 'a'),
      derived('tail', 'date', 'a'),
      derived('kind', 'instant', 'd'),
      derived('moved', 'number', 'n', { days: 1 }),
      derived('same', 'number', 'n', { days: 0 }),
      derived('minutes', 'date', 'd', { minutes: 5 }),
    ];
    expect(problemsOf([step('s', [], { writes: [factId('same')] })], { facts: bad })).toEqual([
      ...['self', 'a', 'b', 'kind', 'moved', 'minutes'].map((id) => ({ type: 'badDerivation', fact: id })),
      { type: 'writesDerivedFact', fact: 'same', step: 's' },
    ]);
  });

  it('names facts that are there twice and choices that leave none', () => {
    const twice = [
      fact('x', 'text'),
      fact('x', 'text'),
      fact('c', 'choice'),
      fact('e', 'choice', { options: [] }),
    ];
    expect(messagesOf([step('s')], { facts: twice })).toEqual([
      'fact "x" is defined more than once',
      'fact "c" is a choice without options',
      'fact "e" is a choice without options',
    ]);
  });
});

describe('validateWorkflow, outcomes and sections', () => {
  it('names an outcome that no edge takes, unless it redoes, ends, or nothing depends on the step', () => {
    const ends = { id: 'stop', name: 'Stop', ends: true };
    const again = { id: 'again', name: 'Again', redo: { section: 's', atMost: 2 } };
    const outcomes = [{ id: 'yes', name: 'Yes' }, { id: 'no', name: 'No' }, ends, again];
    const d = step('d', [], { kind: 'decision', outcomes });
    const sections = [{ id: 's', name: 'S', steps: [stepId('d')] }];
    expect(problemsOf([d], { sections })).toEqual([]);
    expect(problemsOf([d, step('z', ['d'])], { sections })).toEqual([]);
    expect(messagesOf([d, ending('z', [edge('d', 'yes')])], { sections })).toEqual([
      'outcome "no" of step "d" leads nowhere: no edge takes it, and it neither redoes a section nor says that it ends',
    ]);
    // A soft edge waits for nothing, so it takes nothing further.
    const soft = ending('z', [edge('d', 'yes'), { from: stepId('d'), strength: 'soft' }]);
    expect(problemsOf([d, soft], { sections })).toHaveLength(1);
  });

  it('names decisions with too little to decide and outcomes that are there twice', () => {
    expect(problemsOf([decision('d', [], 'yes', 'yes')])).toEqual([
      { type: 'duplicateOutcome', step: 'd', outcome: 'yes' },
      { type: 'tooFewOutcomes', step: 'd' },
    ]);
    expect(problemsOf([step('d', [], { kind: 'decision' })])).toEqual([
      { type: 'tooFewOutcomes', step: 'd' },
    ]);
  });

  it('[J5] names sections that are not there, are there twice, or only come later', () => {
    const redo = (section: string) => ({ id: section, name: section, redo: { section, atMost: 2 } });
    const steps = [
      step('a'),
      step('b', ['a']),
      step('d', ['b'], { kind: 'decision', outcomes: ['own', 'before', 'later', 'gone'].map(redo) }),
      step('e', ['d']),
    ];
    const section = (id: string, ...members: string[]) => ({ id, name: id, steps: members.map(stepId) });
    const sections = [
      section('own', 'd'),
      section('before', 'a'),
      section('later', 'e'),
      section('own', 'lost'),
    ];
    expect(messagesOf(steps, { sections })).toEqual([
      'section "own" is defined more than once',
      'section "own" holds "lost", which is not a step',
      'step "d" redoes "gone", which is not a section',
      'step "d" redoes section "later", which holds neither the step nor anything before it',
    ]);
  });

  it('tells more than thirty redone sections apart', () => {
    const ids = Array.from({ length: 70 }, (_, index) => index);
    const steps = ids.map((index) =>
      step(`s${index}`, index === 0 ? [] : [`s${index - 1}`], {
        outcomes: [{ id: 'x', name: 'x', redo: { section: `k${index}`, atMost: 2 }, ends: true }],
      }),
    );
    // Each redoes its own step, but for one in seven, which redoes the next one's.
    const sections = ids.map((index) => ({
      id: `k${index}`,
      name: 'k',
      steps: [stepId(`s${index % 7 === 3 ? index + 1 : index}`)],
    }));
    expect(problemsOf(steps, { sections })).toEqual(
      ids
        .filter((index) => index % 7 === 3)
        .map((index) => ({ type: 'redoesLaterSection', step: `s${index}`, section: `k${index}` })),
    );
  });
});

describe('validateWorkflow, whom steps belong to', () => {
  const voters = (...people: string[]): StepDefinition['approval'] => ({
    by: people.map((person) => ({ kind: 'person', person: asId(person) })),
    needed: 2,
  });
  const approval = (more: Partial<StepDefinition> = {}): StepDefinition => ({
    ...step('agree', ['draft'], { kind: 'approval' }),
    outcomes: ['approved', 'rejected'].map((id) => ({ id, name: id })),
    approval: voters('ana', 'sam') ?? { by: [], needed: 1 },
    ...more,
  });
  const draft = step('draft');

  it('[O1] finds nothing wrong with an approval that two may give and two are needed for', () => {
    expect(problemsOf([draft, approval()])).toEqual([]);
  });

  it('[O1] names too few voters, no voters, wrong ways to end, and votes on what is no approval', () => {
    const { approval: _rule, ...silent } = approval();
    expect(
      messagesOf([draft, approval({ approval: voters('ana', 'ana') ?? { by: [], needed: 1 } })]),
    ).toEqual(['approval "agree" needs 2 approvals and has 1 voter']);
    expect(messagesOf([draft, silent])).toEqual(['approval "agree" does not say who votes']);
    expect(messagesOf([draft, approval({ outcomes: [{ id: 'approved', name: 'A' }] })])).toEqual([
      'approval "agree" needs the outcomes "approved" and "rejected", and no others',
    ]);
    expect(messagesOf([step('draft', [], { approval: { by: [], needed: 1 } })])).toEqual([
      'step "draft" says who votes and is not an approval',
    ]);
  });

  it('[O9] wants the step of “the same as” and of “not by” before it, so that there is no ring', () => {
    const same = (id: string, as: string, after: readonly string[] = []): StepDefinition =>
      step(id, after, { assignee: { kind: 'sameAs', step: stepId(as) } });
    expect(messagesOf([step('a'), same('b', 'a', ['a'])])).toEqual([]);
    expect(messagesOf([same('a', 'b'), same('b', 'a', ['a'])])).toEqual([
      'step "a" belongs to whoever does "b", which is not a step before it',
    ]);
    expect(messagesOf([step('a'), step('b', [], { notBy: [stepId('a'), stepId('x')] })])).toEqual([
      'step "b" is not for whoever did "a", which is not a step before it',
      'step "b" is not for whoever did "x", which is not a step before it',
    ]);
  });
});
