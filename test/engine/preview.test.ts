import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Closing, previewClosing } from '../../src/engine/preview.ts';
import type { Command } from '../../src/model/command.ts';
import type { StepId } from '../../src/model/ids.ts';
import type { Dependency, JoinRule, StepDefinition } from '../../src/model/workflow.ts';
import { fact, factId, text } from '../support/fact-values.ts';
import { type Plan, planCommand, section, startPlan } from '../support/plan-bench.ts';
import { ana, type Device, event, makeDevice, occurrence, step, stepId } from '../support/run-bench.ts';

const nothing = { ready: [], withdrawn: [], stillWaiting: [], redone: [] };

const judge = step('judge', ['draft'], {
  kind: 'decision',
  outcomes: [
    { id: 'yes', name: 'Yes' },
    { id: 'no', name: 'No' },
    { id: 'again', name: 'Again', redo: { section: 's', atMost: 2 } },
  ],
});
const when = (outcome: string): Dependency => ({ from: stepId('judge'), outcomes: [outcome] });

describe('what follows a closing', () => {
  const plan: Plan = {
    steps: [
      step('draft'),
      judge,
      step('sign', [], { after: [when('yes')] }),
      step('file', ['sign']),
      step('drop', [], { after: [when('no')] }),
      step('both', ['file', 'drop']),
    ],
    sections: [section('s', 'draft')],
  };
  const preview = (device: Device, id: string, how: Closing) =>
    previewClosing(device.state(), stepId(id), how);

  it('[J1] names what may begin and, however far away, what is no longer needed', () => {
    const device = startPlan(plan);
    expect(preview(device, 'draft', { kind: 'complete' })).toEqual({ ...nothing, ready: ['judge'] });
    device.complete('draft');
    expect(preview(device, 'judge', { kind: 'complete', outcome: 'yes' })).toEqual({
      ...nothing,
      ready: ['sign'],
      withdrawn: ['drop'],
    });
    expect(preview(device, 'judge', { kind: 'complete', outcome: 'no' })).toEqual({
      ...nothing,
      ready: ['drop'],
      withdrawn: ['sign', 'file'],
    });
    expect(preview(device, 'judge', { kind: 'skip' })).toEqual({
      ...nothing,
      withdrawn: ['sign', 'drop', 'file', 'both'],
    });
  });

  it('[J5] names what an outcome sends back, and nothing once it may not', () => {
    const device = startPlan(plan);
    device.complete('draft');
    const again = { kind: 'complete', outcome: 'again' } as const;
    expect(preview(device, 'judge', again)).toEqual({
      ...nothing,
      ready: ['draft'],
      stillWaiting: ['sign', 'drop'],
      redone: ['draft', 'judge'],
    });
    device.do({ kind: 'completeStep', occurrence: occurrence('judge'), outcome: 'again' });
    device.complete('draft', 2);
    expect(preview(device, 'judge', again)).toEqual(nothing);
    expect(preview(device, 'judge', { kind: 'complete', outcome: 'maybe' })).toEqual(nothing);
    expect(preview(device, 'nowhere', { kind: 'skip' })).toEqual(nothing);
  });

  it('[J1] tells skipping from cancelling, and what a retry frees from its block', () => {
    const device = startPlan({ steps: [step('a'), step('b', ['a']), step('c', ['a', 'b'])] });
    device.fail('a');
    expect(preview(device, 'a', { kind: 'skip' })).toEqual({ ...nothing, ready: ['b'], stillWaiting: ['c'] });
    expect(preview(device, 'a', { kind: 'cancel' })).toEqual({ ...nothing, withdrawn: ['b', 'c'] });
    expect(preview(device, 'a', { kind: 'retry' })).toEqual({
      ...nothing,
      ready: ['a'],
      stillWaiting: ['b', 'c'],
    });
  });

  it('[J2] does not bring back what a join gave up that stays fired', () => {
    const pick = step('pick', ['a', 'b'], {
      ...judge,
      id: stepId('pick'),
      after: [{ from: stepId('a') }, { from: stepId('b') }],
      join: { kind: 'any', cancelRest: true },
      irreversible: true,
      outcomes: [
        { id: 'yes', name: 'Yes', ends: true },
        { id: 'again', name: 'Again', redo: { section: 's', atMost: 2 } },
      ],
    });
    const steps = [step('a'), step('b'), pick, step('log', ['a'])];
    const device = startPlan({ steps, sections: [section('s', 'a')] });
    const first = { ...nothing, ready: ['log', 'pick'], withdrawn: ['b'] };
    expect(preview(device, 'a', { kind: 'complete' })).toEqual(first);
    device.complete('a');
    expect(preview(device, 'pick', { kind: 'complete', outcome: 'again' })).toEqual({
      ...nothing,
      ready: ['a'],
      redone: ['a'],
    });
  });

  it('[F5] does not promise what still lacks a fact, nor what its facts rule out', () => {
    const device = startPlan({
      steps: [
        step('a'),
        step('b', ['a'], { reads: [{ fact: factId('room') }] }),
        step('c', ['a'], { onlyIf: { fact: factId('room'), is: 'set' } }),
      ],
      facts: [fact('room')],
    });
    expect(preview(device, 'a', { kind: 'complete' })).toEqual({
      ...nothing,
      withdrawn: ['c'],
      stillWaiting: ['b'],
    });
    device.do({ kind: 'setFact', fact: factId('room'), value: text('12') });
    expect(preview(device, 'a', { kind: 'complete' })).toEqual({ ...nothing, ready: ['b', 'c'] });
  });
});

/** Plans of every kind of join and edge, small enough that everything happens. */
const planArbitrary: fc.Arbitrary<Plan> = fc.integer({ min: 3, max: 9 }).chain((size) => {
  const steps = Array.from({ length: size }, (_, index) => stepArbitrary(index));
  return fc
    .record({ steps: fc.tuple(...steps), from: fc.nat(size - 1), length: fc.integer({ min: 1, max: 4 }) })
    .map(({ steps: made, from, length }) => ({
      steps: withoutUnknownOutcomes(made),
      facts: [fact('room')],
      sections: [section('s', ...made.slice(from, from + length).map(({ id }) => id))],
    }));
});

const joinArbitrary: fc.Arbitrary<JoinRule> = fc.oneof(
  fc.constant<JoinRule>({ kind: 'all' }),
  fc.record({ kind: fc.constant('any' as const), cancelRest: fc.boolean() }),
  fc.record({ kind: fc.constant('count' as const), count: fc.constant(2), cancelRest: fc.boolean() }),
  fc.constant<JoinRule>({ kind: 'always' }),
);

interface RandomEdge {
  readonly from: StepId;
  readonly outcome: string;
  readonly strength: 'hard' | 'soft' | 'enforced';
}

function stepArbitrary(index: number): fc.Arbitrary<StepDefinition> {
  const edge: fc.Arbitrary<RandomEdge> = fc.record({
    from: fc.nat(Math.max(0, index - 1)).map((from) => stepId(`s${from}`)),
    outcome: fc.constantFrom('none', 'none', 'yes', 'no'),
    strength: fc.constantFrom('hard', 'hard', 'hard', 'soft', 'enforced'),
  });
  return fc
    .record({
      edges:
        index === 0
          ? fc.constant<RandomEdge[]>([])
          : fc.uniqueArray(edge, { maxLength: 3, selector: ({ from }) => from }),
      join: joinArbitrary,
      decides: fc.boolean(),
      condition: fc.constantFrom('none', 'none', 'none', 'set', 'reads'),
      irreversible: fc.constantFrom(false, false, true),
    })
    .map(({ edges, join, decides, condition, irreversible }) => ({
      ...step(`s${index}`),
      after: edges.map(({ from, outcome, strength }) => ({
        from,
        strength,
        ...(outcome === 'none' ? {} : { outcomes: [outcome] }),
      })),
      join,
      irreversible,
      ...(condition === 'set' ? { onlyIf: { fact: factId('room'), is: 'set' as const } } : {}),
      ...(condition === 'reads' ? { reads: [{ fact: factId('room') }] } : {}),
      ...(decides
        ? {
            kind: 'decision' as const,
            outcomes: [
              { id: 'yes', name: 'Yes', ends: true },
              { id: 'no', name: 'No', ends: true },
              { id: 'again', name: 'Again', redo: { section: 's', atMost: 2 } },
            ],
          }
        : {}),
    }));
}

function withoutUnknownOutcomes(steps: readonly StepDefinition[]): readonly StepDefinition[] {
  const deciding = new Set(steps.filter(({ outcomes }) => outcomes !== undefined).map(({ id }) => id));
  return steps.map((each) => ({
    ...each,
    after: each.after.map(({ from, outcomes, strength }) => ({
      from,
      ...(strength === undefined ? {} : { strength }),
      ...(outcomes !== undefined && deciding.has(from) ? { outcomes } : {}),
    })),
  }));
}

const moveArbitrary = fc.record({
  step: fc.nat(8),
  what: fc.constantFrom(
    'complete',
    'complete',
    'complete',
    'start',
    'skip',
    'fail',
    'retry',
    'cancel',
    'fact',
    'reopen',
    'wait',
  ),
  outcome: fc.constantFrom('yes', 'no', 'again'),
});
type Move = typeof moveArbitrary extends fc.Arbitrary<infer One> ? One : never;

function moveToCommand(device: Device, { step: index, what, outcome }: Move): Command | null {
  if (what === 'fact') {
    const given = device.state().facts.get(factId('room'))?.value ?? null;
    return { kind: 'setFact', fact: factId('room'), value: given === null ? text('12') : null };
  }
  const current = device.state().current.get(stepId(`s${index}`));
  if (current === undefined) return null;
  const at = current.occurrence;
  switch (what) {
    case 'complete':
      return closingToCommand(device, at.step, { kind: 'complete', outcome });
    case 'start':
      return { kind: 'startStep', occurrence: at };
    case 'fail':
      return { kind: 'failStep', occurrence: at, reason: 'no' };
    case 'reopen':
      return { kind: 'reopenStep', occurrence: at };
    case 'wait':
      return { kind: 'startWaiting', occurrence: at, on: 'Leo' };
    default:
      return closingToCommand(device, at.step, { kind: what });
  }
}

function closingToCommand(device: Device, id: StepId, how: Closing): Command | null {
  const at = device.state().current.get(id)?.occurrence;
  const decides = device.state().steps.find((each) => each.id === id)?.outcomes !== undefined;
  if (at === undefined) return null;
  switch (how.kind) {
    case 'complete': {
      const outcome = decides && how.outcome !== undefined ? { outcome: how.outcome } : {};
      return { kind: 'completeStep', occurrence: at, ...outcome };
    }
    case 'skip':
      return { kind: 'skipStep', occurrence: at };
    case 'cancel':
      return { kind: 'cancelStep', occurrence: at };
    case 'retry':
      return { kind: 'retryStep', occurrence: at };
  }
}

describe('what follows, against what comes', () => {
  it('is what the fold makes of the command', () => {
    const seen = { ready: 0, withdrawn: 0, stillWaiting: 0, redone: 0 };
    const closingArbitrary = fc.constantFrom<Closing>(
      { kind: 'complete', outcome: 'yes' },
      { kind: 'complete', outcome: 'no' },
      { kind: 'complete', outcome: 'again' },
      { kind: 'skip' },
      { kind: 'cancel' },
      { kind: 'retry' },
    );
    const histories = fc.tuple(
      planArbitrary,
      fc.array(moveArbitrary, { maxLength: 14 }),
      closingArbitrary,
      fc.nat(8),
    );
    fc.assert(
      fc.property(histories, ([plan, moves, how, start]) => {
        const device = startUnchecked(plan);
        for (const move of moves) {
          const command = moveToCommand(device, move);
          if (command !== null) device.give(command);
        }
        for (let tried = 0; tried < plan.steps.length; tried++) {
          const id = plan.steps[(start + tried) % plan.steps.length]?.id as StepId;
          const command = closingToCommand(device, id, how);
          if (command === null) continue;
          const before = new Map([...device.state().current].map(([each, { status }]) => [each, status]));
          const decides = plan.steps.find((each) => each.id === id)?.outcomes !== undefined;
          const expected = previewClosing(
            device.state(),
            id,
            how.kind === 'complete' && !decides ? { kind: 'complete' } : how,
          );
          const made = device.give(command);
          if (!made.ok) continue;
          const became = (status: string): readonly string[] =>
            [...device.state().current].flatMap(([each, now]) =>
              now.status === status && before.get(each) !== status ? [each] : [],
            );
          expect(expected.ready.toSorted()).toEqual(became('ready').toSorted());
          expect(expected.withdrawn.toSorted()).toEqual(became('withdrawn').toSorted());
          const redone = made.value.flatMap(({ type, occurrence: of }) =>
            type === 'step.reopened/1' && of !== undefined ? [of.step] : [],
          );
          expect(expected.redone).toEqual(redone);
          for (const each of expected.stillWaiting) expect(device.of(each).status).toBe('created');
          for (const list of ['ready', 'withdrawn', 'stillWaiting', 'redone'] as const)
            seen[list] += expected[list].length;
          return;
        }
      }),
      { numRuns: 1500, seed: 41 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(50);
  });
});

/** Taken as it is, also where `startRun` would refuse it: a plan that can get nowhere has to be read all the same. */
function startUnchecked(plan: Plan): Device {
  const device = makeDevice(ana);
  const command = planCommand(plan);
  if (command.kind !== 'startRun') throw new Error('a plan is started');
  const { title, workflow, conductor, parts, facts } = command;
  device.fold.add([event('start', 'run.started/2', { title, workflow, conductor, parts, facts })]);
  return device;
}
