/** What somebody at a device might ask next: mostly what the state invites, now and then anything at all. */
import type { OccurrenceState, OccurrenceStatus, RunState } from '../../src/engine/run-state.ts';
import type { Command } from '../../src/model/command.ts';
import { contactWays } from '../../src/model/contact-way.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type FactId, type PersonId, type WorkflowId } from '../../src/model/ids.ts';
import type { Rung } from '../../src/model/ladder.ts';
import type { Occurrence } from '../../src/model/occurrence.ts';
import type { PatchOperation } from '../../src/model/patch.ts';
import type { DateRule, FollowUp, StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { randomValue } from './random-facts.ts';
import { pick, pickWeighted, type Random } from './random.ts';
import { ana, board, context, contextWithBoard, leo, sam } from './run-bench.ts';
import { placeOf } from '../../src/model/place.ts';
import { randomItemCommand } from './random-items.ts';

const people = [ana, sam, leo];

export function makeCommand(random: Random, state: RunState, definition: WorkflowDefinition): Command {
  const conflicted = [...state.current.values()].filter(({ conflict }) => conflict.length > 0);
  if (conflicted.length > 0 && random() < 0.2) return resolve(random, pick(random, conflicted));
  if (random() < 0.2 && state.facts.size > 0) return { kind: 'setFact', ...randomNewValue(random, state) };
  if (random() < 0.07) return runCommand(random, state, definition);
  if (random() < 0.1 && state.items.length > 0) return randomItemCommand(random, state);
  const undoable = [...state.occurrences.values()].filter(({ undo }) => undo !== null);
  if (undoable.length > 0 && random() < (state.status === 'cancelled' ? 0.6 : 0.08))
    return undoCommand(random, pick(random, undoable));
  const step = pick(random, state.steps.length > 0 ? state.steps : definition.steps);
  const current = pickStep(random, state) ?? state.current.get(step.id);
  if (current === undefined) return { kind: 'resumeRun' };
  return stepCommand(random, current, state);
}

function randomNewValue(
  random: Random,
  { facts }: RunState,
): { readonly value: FactValue | null; readonly fact: FactId } {
  const id = pick(random, [...facts.keys()]);
  return { fact: id, value: random() < 0.12 ? null : randomValue(random, id) };
}

/** A step on which something can be done, more often than not. */
function pickStep(random: Random, state: RunState): OccurrenceState | undefined {
  const all = [...state.current.values()];
  const inviting = all.filter(
    ({ status, validity }) =>
      (status !== 'created' && status !== 'withdrawn' && status !== 'completed') ||
      (status === 'completed' && validity !== 'fresh'),
  );
  const from = inviting.length > 0 && random() < 0.7 ? inviting : all;
  return from.length > 0 ? pick(random, from) : undefined;
}

function resolve(random: Random, { occurrence, conflict }: OccurrenceState): Command {
  const side = pick(random, conflict);
  return { kind: 'resolveConflict', occurrence, keep: side.event };
}

/** Something, something else, nothing any more, and again. */
function nextFollowUp({ followUps: [known] }: RunState): FollowUp | null {
  if (known?.when.kind === 'cancelled') return null;
  const kind = known === undefined ? 'finished' : 'cancelled';
  return { id: 'next', when: { kind }, workflow: asId<WorkflowId>('random') };
}

function undoCommand(random: Random, { occurrence }: OccurrenceState): Command {
  return pickWeighted<Command>(random, [
    [3, { kind: 'startUndo', occurrence }],
    [2, { kind: 'recordUndone', occurrence, note: 'called them' }],
    [2, { kind: 'failUndo', occurrence, reason: 'nobody there' }],
    [2, { kind: 'declineUndo', occurrence, reason: 'kept it' }],
    [2, { kind: 'handUndo', occurrence, to: pick(random, people) }],
  ]);
}

function runCommand(random: Random, state: RunState, definition: WorkflowDefinition): Command {
  const section = pick(random, definition.sections?.map(({ id }) => id) ?? ['none']);
  return pickWeighted<Command>(random, [
    [1, { kind: 'cancelRun' }],
    [1, { kind: 'finishRun', reason: 'enough' }],
    [4, { kind: 'suspendRun', reason: 'later' }],
    [4, { kind: 'resumeRun' }],
    [3, { kind: 'cancelSection', section }],
    [6, { kind: 'redoSection', section, reason: 'again' }],
    [3, { kind: 'changeConductor', conductor: pick(random, people) }],
    [1, { kind: 'acknowledgeAlert', alert: 'fact/e1' }],
    [1, { kind: 'setFollowUp', id: 'next', followUp: nextFollowUp(state) }],
    [
      2,
      { kind: 'setContext', context: { ...contextWithBoard, zone: pick(random, ['Europe/Lisbon', 'UTC']) } },
    ],
    [
      6,
      {
        kind: 'setContext',
        context: { ...context, roles: [{ id: board, name: 'Board', people: somePeople(random) }] },
      },
    ],
    [3, { kind: 'setStepLadder', step: pick(random, definition.steps).id, ifStalls: pick(random, ladders) }],
    [4, { kind: 'changePlan', operations: [randomOperation(random, definition)] }],
    [
      4,
      {
        kind: 'setStepDue',
        step: pick(random, state.steps.length > 0 ? state.steps : definition.steps).id,
        due: pick(random, dues),
      },
    ],
  ]);
}

const somePeople = (random: Random): readonly PersonId[] => people.filter(() => random() < 0.6);

const ladders: readonly (readonly Rung[] | null)[] = [
  null,
  [],
  [{ from: 'ready', after: 60, action: 'tellConductor' }],
];
/** What keeps every step of the plan: histories count on them. */
function randomOperation(random: Random, definition: WorkflowDefinition): PatchOperation {
  const [step, other] = [pick(random, definition.steps).id, pick(random, definition.steps).id];
  return pick<PatchOperation>(random, [
    { kind: 'setStep', step, set: { title: pick(random, ['Renamed', 'Named again']) } },
    { kind: 'setStep', step, set: { backup: { kind: 'conductor' } } },
    { kind: 'moveStep', step, behind: other },
  ]);
}

const dues: readonly (DateRule | null)[] = [null, { kind: 'date', date: '2026-03-29' }];

function stepCommand(random: Random, current: OccurrenceState, definition: RunState): Command {
  const { occurrence } = current;
  if (current.approval !== null && random() < 0.6) return vote(random, occurrence);
  const step = definition.steps.find(({ id }) => id === placeOf(occurrence)) as StepDefinition;
  if (random() < 0.15) return talk(random, occurrence);
  const inviting = invitedBy(random, current, step, definition);
  return random() < 0.75 && inviting.length > 0
    ? pick(random, inviting)
    : pick(random, everything(random, occurrence, step, definition));
}

function vote(random: Random, occurrence: Occurrence): Command {
  const how = pickWeighted(random, [
    [6, 'approve'],
    [3, 'reject'],
    [1, 'withdraw'],
  ] as const);
  return { kind: 'vote', occurrence, vote: how, ...(random() < 0.3 ? { note: 'so there' } : {}) };
}

function talk(random: Random, occurrence: Occurrence): Command {
  return pick<Command>(random, [
    { kind: 'addNote', occurrence, text: 'seen' },
    { kind: 'sendNudge', occurrence, to: pick(random, people), how: pick(random, contactWays) },
    { kind: 'tickChecklist', occurrence, item: 'x', ticked: random() < 0.5 },
    { kind: 'claimStep', occurrence },
    { kind: 'releaseStep', occurrence },
    { kind: 'reassignStep', occurrence, to: pick(random, people) },
  ]);
}

function invitedBy(
  random: Random,
  { status, validity, occurrence, dormant }: OccurrenceState,
  step: StepDefinition,
  definition: Pick<RunState, 'steps'>,
): readonly Command[] {
  if (status === 'completed' && validity === 'recheck')
    return [
      { kind: 'recheckStep', occurrence },
      { kind: 'recheckStep', occurrence },
      step.irreversible ? amend(random, occurrence, step) : { kind: 'reopenStep', occurrence },
    ];
  if (dormant && random() < 0.5) return [{ kind: 'openFallback', occurrence }];
  const byStatus: Partial<Record<OccurrenceStatus, readonly Command[]>> = {
    created: [complete(random, occurrence, step, definition)],
    ready: [
      { kind: 'startStep', occurrence },
      complete(random, occurrence, step, definition),
      complete(random, occurrence, step, definition),
      complete(random, occurrence, step, definition),
    ],
    inProgress: [
      complete(random, occurrence, step, definition),
      complete(random, occurrence, step, definition),
      { kind: 'pauseStep', occurrence },
      { kind: 'startWaiting', occurrence, on: 'the hotel' },
      { kind: 'failStep', occurrence, reason: 'stuck' },
    ],
    waiting: [
      { kind: 'endWaiting', occurrence },
      { kind: 'recordReply', occurrence, text: 'yes', ...written(random, step) },
    ],
    suspended: [{ kind: 'resumeStep', occurrence }],
    failed: [
      { kind: 'retryStep', occurrence },
      { kind: 'skipStep', occurrence },
      complete(random, occurrence, step, definition),
    ],
    completed: [{ kind: 'reopenStep', occurrence }],
  };
  return byStatus[status] ?? [];
}

function everything(
  random: Random,
  occurrence: Occurrence,
  step: StepDefinition,
  definition: Pick<RunState, 'steps'>,
): readonly Command[] {
  return [
    complete(random, occurrence, step, definition),
    complete(random, occurrence, step, definition),
    { kind: 'failStep', occurrence, reason: 'stuck' },
    { kind: 'skipStep', occurrence },
    { kind: 'cancelStep', occurrence, reason: 'not wanted' },
    { kind: 'reopenStep', occurrence },
    { kind: 'retryStep', occurrence },
    { kind: 'startStep', occurrence },
    { kind: 'pauseStep', occurrence, reason: 'lunch' },
    { kind: 'resumeStep', occurrence },
    { kind: 'startWaiting', occurrence, on: 'the hotel', person: leo },
    { kind: 'endWaiting', occurrence },
    { kind: 'recordReply', occurrence, text: 'no' },
    { kind: 'openFallback', occurrence },
    { kind: 'closeFallback', occurrence },
    { kind: 'recheckStep', occurrence },
    amend(random, occurrence, step),
  ];
}

function complete(
  random: Random,
  occurrence: Occurrence,
  step: StepDefinition,
  definition: Pick<RunState, 'steps'>,
): Command {
  const outcomes = step.outcomes ?? [];
  return {
    kind: 'completeStep',
    occurrence,
    ...(outcomes.length > 0 ? { outcome: pick(random, outcomes).id } : {}),
    ...written(random, step),
    ...(random() < 0.15 ? { including: definition.steps.map(({ id }) => id) } : {}),
  };
}

function amend(random: Random, occurrence: Occurrence, step: StepDefinition): Command {
  return { kind: 'amendStep', occurrence, note: 'put right', ...written(random, step) };
}

function written(random: Random, { writes = [] }: StepDefinition) {
  if (writes.length === 0 || random() < 0.2) return {};
  return { facts: Object.fromEntries(writes.map((id) => [asId<FactId>(id), randomValue(random, id)])) };
}
