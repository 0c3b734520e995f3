/**
 * Plans with everything in them, and logs that no device would have refused: any event by anybody at
 * any time, having seen any part of what was written before. One seed, one history, for ever.
 */
import type { EventPayloads, EventType, LogEvent } from '../../src/model/event.ts';
import type { FactDefinition } from '../../src/model/fact.ts';
import { asId, type DeviceId, type EventId } from '../../src/model/ids.ts';
import type { PatchOperation } from '../../src/model/patch.ts';
import type { Assignee, Dependency, JoinRule, StepDefinition } from '../../src/model/workflow.ts';
import { factId, number } from './fact-values.ts';
import { makeRandom, pick, type Random } from './random.ts';
import {
  ana,
  board,
  context,
  contextWithBoard,
  event,
  leo,
  occurrence,
  sam,
  startCommand,
  step,
  stepId,
} from './run-bench.ts';

const people = [ana, sam, leo];

const rawFacts: readonly FactDefinition[] = [
  { id: factId('f'), name: 'F', kind: 'number' },
  { id: factId('g'), name: 'G', kind: 'number', critical: true },
  { id: factId('h'), name: 'H', kind: 'number', derived: { from: factId('f') } },
  { id: factId('day'), name: 'Day', kind: 'date' },
];

export interface RawHistory {
  readonly steps: readonly StepDefinition[];
  readonly events: readonly LogEvent[];
}

export function makeRawHistory(seed: number, length = 60): RawHistory {
  const random = makeRandom(seed);
  const steps = makePlan(random);
  const command = startCommand(steps);
  if (command.kind !== 'startRun') throw new Error('a start');
  const { kind: _kind, alreadyDone: _done, context: _context, ...start } = command;
  const definition = { ...start.workflow.definition, facts: rawFacts };
  const started = { ...start, workflow: { ...start.workflow, definition } };
  const facts = random() < 0.5 ? { f: number(1), g: number(1) } : {};
  const events: LogEvent[] = [
    event('e0000', 'run.started/2', { ...started, facts }),
    event('e0001', 'run.contextSet/1', { context: contextWithBoard }, ['e0000']),
  ];
  for (let index = 2; index < length; index++) events.push(makeEvent(random, index, steps, events));
  return { steps, events };
}

/** Also ones that nobody could mean: an edge to oneself, what was never there. */
function makeOperation(random: Random, index: number, steps: readonly StepDefinition[]): PatchOperation {
  const target = pick(random, steps).id;
  const other = pick(random, steps).id;
  const added = stepId(`n${index % 3}`);
  return pick<PatchOperation>(random, [
    { kind: 'setStep', step: target, set: { title: 'Another', estimate: null } },
    { kind: 'setStep', step: added, set: { due: { kind: 'offset', from: factId('day'), days: 1 } } },
    { kind: 'addStep', step: step(added, [target]), behind: other },
    {
      kind: 'addFlow',
      steps: [
        step(`${added}~a`, [target]),
        step(`${added}~b`, [`${added}~a`], { reads: [{ fact: factId('far') }] }),
      ],
      facts: [{ id: factId('far'), name: 'Far', kind: 'text' }],
      sections: [{ id: added, name: 'Part', steps: [stepId(`${added}~a`), stepId(`${added}~b`)] }],
      behind: other,
    },
    { kind: 'removeStep', step: stepId(`${added}~a`) },
    { kind: 'removeStep', step: stepId(`${added}~b`) },
    { kind: 'moveStep', step: target, behind: random() < 0.5 ? other : null },
    { kind: 'removeStep', step: random() < 0.3 ? added : target },
    { kind: 'restoreStep', step: target },
    { kind: 'addEdge', to: target, edge: { from: other } },
    { kind: 'addEdge', to: added, edge: { from: other } },
    { kind: 'removeEdge', to: target, from: other },
  ]);
}

function makePlan(random: Random): readonly StepDefinition[] {
  const count = 3 + Math.floor(random() * 6);
  return Array.from({ length: count }, (_, index) => {
    const after = Array.from({ length: index }, (_unused, from) => from)
      .filter(() => random() < 0.4)
      .map((from) => makeEdge(random, from));
    return step(`s${index}`, [], {
      after,
      outcomes: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B', ...(random() < 0.06 ? { endsRun: true } : {}) },
      ],
      ...makeFields(random),
      ...(random() < 0.25 ? makeApproval(random, index) : {}),
      ...(index > 0 && random() < 0.2 ? { notBy: [stepId(`s${Math.floor(random() * index)}`)] } : {}),
    });
  });
}

/** With the outcomes of the plan's other steps beside its own, so that its edges may name either. */
function makeApproval(random: Random, index: number): Partial<StepDefinition> {
  const by: readonly Assignee[] = [
    { kind: 'role', role: board },
    { kind: 'conductor' },
    { kind: 'person', person: ana },
    ...(index > 0 ? [{ kind: 'sameAs', step: stepId(`s${Math.floor(random() * index)}`) } as const] : []),
  ];
  return {
    kind: 'approval',
    approval: { by, needed: 1 + Math.floor(random() * 2), veto: random() < 0.4 },
    outcomes: ['approved', 'rejected', 'a', 'b'].map((id) => ({ id, name: id })),
  };
}

function makeEdge(random: Random, from: number): Dependency {
  return {
    from: stepId(`s${from}`),
    ...(random() < 0.4 ? { outcomes: [pick(random, ['a', 'b', 'approved'])] } : {}),
    ...(random() < 0.2 ? { strength: pick(random, ['soft', 'enforced'] as const) } : {}),
    ...(random() < 0.2 ? { lag: 90 } : {}),
  };
}

function makeFields(random: Random): Partial<StepDefinition> {
  const joins: readonly JoinRule[] = [
    { kind: 'any', cancelRest: random() < 0.6 },
    { kind: 'count', count: 2, cancelRest: random() < 0.6 },
    { kind: 'always' },
  ];
  return {
    ...(random() < 0.6 ? { join: pick(random, joins) } : {}),
    ...(random() < 0.4
      ? { reads: [{ fact: factId(pick(random, ['f', 'g', 'h'])), optional: random() < 0.6 }] }
      : {}),
    ...(random() < 0.35
      ? { onlyIf: { fact: factId(pick(random, ['f', 'g'])), is: 'atMost', value: number(2) } }
      : {}),
    ...(random() < 0.2 ? { start: { kind: 'offset', from: factId('day'), days: 1 } } : {}),
    ...(random() < 0.3 ? { due: { kind: 'offset', from: 'runStart', days: 3 } } : {}),
    ...(random() < 0.3 ? { assignee: { kind: 'conductor' } } : {}),
    ...(random() < 0.2 ? { assignee: { kind: 'sameAs', step: stepId(`s${Math.floor(random() * 4)}`) } } : {}),
    ...(random() < 0.3
      ? { undo: { title: 'Undo', cancelBy: { kind: 'offset', from: factId('day'), days: -1 } } }
      : {}),
    ...(random() < 0.08 ? { irreversible: true } : {}),
  };
}

function makeEvent(
  random: Random,
  index: number,
  steps: readonly StepDefinition[],
  before: readonly LogEvent[],
): LogEvent {
  const id = `e${String(index).padStart(4, '0')}`;
  // Mostly the end of the log, now and then an older part of it, so that there are rivals.
  const reach = random() < 0.5 ? 1 : 8;
  const parents = [1, 2]
    .filter((each) => each === 1 || random() < 0.4)
    .map(
      () =>
        before[Math.max(0, before.length - 1 - Math.floor(random() * reach))]?.id ?? asId<EventId>('e0000'),
    );
  const target = occurrence(pick(random, steps).id, random() < 0.75 ? 1 : random() < 0.8 ? 2 : 3);
  const more = {
    occurrence: target,
    actor: pick(random, people),
    device: asId<DeviceId>(pick(random, ['d1', 'd2', 'd3'])),
    at: 1_772_442_000_000 + index * 60_000,
  };
  const make = <Type extends EventType>(type: Type, data: EventPayloads[Type]): LogEvent =>
    event(id, type, data, parents, more);
  const ofRun = <Type extends EventType>(type: Type, data: EventPayloads[Type]): LogEvent => {
    const { occurrence: _occurrence, ...rest } = more;
    return event(id, type, data, parents, rest);
  };
  const value = random() < 0.1 ? null : number(1 + Math.floor(random() * 3));
  const makers: readonly (readonly [number, () => LogEvent])[] = [
    [
      12,
      () =>
        make('step.completed/2', {
          outcome: pick(random, ['a', 'b']),
          ...(random() < 0.7 ? { reads: { f: number(1), g: number(1), h: value } } : {}),
        }),
    ],
    [
      9,
      () =>
        make('approval.voted/1', {
          vote: pick(random, ['approve', 'approve', 'approve', 'reject', 'withdraw'] as const),
          reads: { f: number(1), g: number(1), h: value },
        }),
    ],
    [3, () => make('step.failed/1', { reason: 'stuck' })],
    [3, () => make('step.skipped/1', {})],
    [1, () => make('step.cancelled/1', { reason: 'no' })],
    [3, () => make('step.retried/1', {})],
    [5, () => make('step.reopened/1', { reason: 'again' })],
    [3, () => make('step.started/1', {})],
    [2, () => make('step.claimed/1', {})],
    [1, () => make('step.released/1', {})],
    [2, () => make('step.reassigned/1', { to: pick(random, people) })],
    [2, () => make('step.paused/1', {})],
    [1, () => make('step.resumed/1', {})],
    [2, () => make('step.waitingStarted/1', { on: 'the bank' })],
    [1, () => make('step.waitingEnded/1', {})],
    [1, () => make('reply.received/1', { text: 'yes' })],
    [3, () => make('step.rechecked/1', { reads: { f: number(2), g: number(1), h: number(2) } })],
    [1, () => make('note.added/1', { text: 'hm' })],
    [1, () => make('nudge.sent/1', { to: pick(random, people), how: 'mail' })],
    [4, () => make('fact.set/1', { fact: factId(pick(random, ['f', 'g'])), value })],
    [1, () => ofRun('fact.set/1', { fact: factId('f'), value })],
    [1, () => ofRun('fact.set/1', { fact: factId('day'), value: { kind: 'date', date: '2026-03-05' } })],
    [2, () => make('conflict.resolved/1', { keep: pick(random, before).id })],
    [1, () => ofRun('alert.acknowledged/1', { alert: 'x' })],
    [0.5, () => ofRun('run.suspended/1', {})],
    [0.5, () => ofRun('run.resumed/1', {})],
    [0.5, () => ofRun('run.conductorChanged/1', { conductor: pick(random, people) })],
    [0.5, () => ofRun('run.contextSet/1', { context: { ...contextWithBoard, zone: 'Asia/Tokyo' } })],
    [0.5, () => ofRun('run.contextSet/1', { context })],
    [
      0.5,
      () =>
        ofRun('run.patched/2', {
          operations: [
            { kind: 'setStep', step: target.step, set: { due: { kind: 'date', date: '2026-03-29' } } },
          ],
        }),
    ],
    [2, () => ofRun('run.patched/2', { operations: [makeOperation(random, index, steps)] })],
    [0.1, () => ofRun('run.cancelled/1', {})],
    [0.2, () => ofRun('run.finished/1', {})],
    [1, () => make('step.compensationStarted/1', {})],
    [1, () => make('step.compensated/1', { note: 'called' })],
    [1, () => make('step.compensationFailed/1', { reason: 'no answer' })],
    [1, () => make('step.compensationDeclined/1', {})],
    [1, () => make('step.compensationReassigned/1', { to: pick(random, people) })],
  ];
  let roll = random() * makers.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, maker] of makers) {
    roll -= weight;
    if (roll < 0) return maker();
  }
  return make('note.added/1', { text: 'last' });
}
