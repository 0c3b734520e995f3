/** A person works on a step: does it, fails at it, waits for somebody, passes it on, or finds out what it lacks. */
import { findHeldUpBy } from '../../src/engine/alerts/held-up-by.ts';
import { awaitsRedo } from '../../src/engine/approval/awaits-redo.ts';
import { findOpenVoters } from '../../src/engine/approval/approval-state.ts';
import { planIndexOf } from '../../src/engine/decide/plan-index.ts';
import type { OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import type { Command } from '../../src/model/command.ts';
import type { FactValue } from '../../src/model/fact.ts';
import type { FactId, PersonId } from '../../src/model/ids.ts';
import { placeOf } from '../../src/model/place.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { pick, pickWeighted } from '../support/random.ts';
import { didSomething, giveCommand } from './give-command.ts';
import { between, day, hour } from './habits.ts';
import { inventFact } from './invent-facts.ts';
import { clockOf, type SimulatedDevice, type World } from './world.ts';

/** `firmly`: they want it off the table, whoever it is for. Answers whether anything came of it. */
export function workOn(
  world: World,
  device: SimulatedDevice,
  current: OccurrenceState,
  firmly = false,
): boolean {
  const { state } = device.fold;
  const step = planIndexOf(state.steps).stepOf(placeOf(current.occurrence));
  if (step === undefined) return false;
  const give = (command: Command, onBehalfOf?: PersonId): boolean =>
    didSomething(giveCommand(world, device, command, onBehalfOf));
  const { occurrence, status, conflict, validity } = current;
  const { random } = world;
  if (conflict.length > 0)
    return give({ kind: 'resolveConflict', occurrence, keep: pick(random, conflict).event });
  if (current.missingFacts.length + current.disputedFacts.length > 0)
    return supply(world, device, [...current.missingFacts, ...current.disputedFacts]);
  switch (status) {
    case 'ready':
    case 'inProgress':
      return step.kind === 'approval'
        ? voteOn(world, device, current, firmly)
        : carryOut(world, device, step, current, firmly);
    case 'waiting':
      return carryOnWaiting(world, device, step, current, firmly);
    case 'suspended':
      return give(state.status === 'suspended' ? { kind: 'resumeRun' } : { kind: 'resumeStep', occurrence });
    case 'failed':
      return firmly || random() < 0.8
        ? give({ kind: 'retryStep', occurrence })
        : give({ kind: 'skipStep', occurrence, reason: 'It will do without' });
    case 'completed':
      return settleDone(world, device, step, current, validity);
    case 'created':
    case 'held':
      return workBefore(world, device, current, firmly) || closeLists(world, device);
    case 'skipped':
    case 'withdrawn':
    case 'terminated':
      return false;
  }
}

/** Its turn has not come: whoever opens it sees what it waits for. */
function workBefore(
  world: World,
  device: SimulatedDevice,
  { occurrence }: OccurrenceState,
  firmly: boolean,
): boolean {
  const [before] = findHeldUpBy(device.fold.state, placeOf(occurrence));
  if (before === undefined || before.status === 'created') return false;
  return workOn(world, device, before, firmly);
}

function carryOut(
  world: World,
  device: SimulatedDevice,
  step: StepDefinition,
  current: OccurrenceState,
  firmly: boolean,
): boolean {
  const { random } = world;
  const { occurrence } = current;
  const give = (command: Command): boolean => didSomething(giveCommand(world, device, command));
  if (step.kind === 'wait' && !firmly && !hasReplied(world, current)) return false;
  if (step.kind === 'contact' && random() < 0.6) {
    const on = step.contact?.to?.kind === 'outside' ? step.contact.to.name : 'an answer';
    return give({ kind: 'startWaiting', occurrence, on });
  }
  const way = pickWeighted(random, [
    [80, 'complete'],
    [6, 'fail'],
    [3, 'start'],
    [2, 'note'],
    [2, 'passOn'],
    [1, 'skip'],
    [1, 'pause'],
    [2, 'tick'],
  ] as const);
  switch (firmly ? 'complete' : way) {
    case 'complete':
      return complete(world, device, step, current);
    case 'fail':
      return give({ kind: 'failStep', occurrence, reason: 'It did not work out' });
    case 'start':
      return give({ kind: 'startStep', occurrence });
    case 'note':
      return give({ kind: 'addNote', occurrence, text: 'A little longer' });
    case 'passOn':
      return give({ kind: 'reassignStep', occurrence, to: anybodyBut(world, device.person) });
    case 'skip':
      return give({ kind: 'skipStep', occurrence, reason: 'Not this time' });
    case 'pause':
      return give({ kind: 'pauseStep', occurrence, reason: 'Later' });
    case 'tick': {
      const [item] = step.checklist ?? [];
      return item !== undefined && give({ kind: 'tickChecklist', occurrence, item: item.id, ticked: true });
    }
  }
}

function complete(
  world: World,
  device: SimulatedDevice,
  step: StepDefinition,
  { occurrence }: OccurrenceState,
): boolean {
  const { random } = world;
  const facts = findOut(world, device, step.writes ?? []);
  const outcome = pickOutcome(world, step);
  const command: Command = {
    kind: 'completeStep',
    occurrence,
    ...(Object.keys(facts).length > 0 && { facts }),
    ...(outcome !== null && { outcome }),
    ...(random() < 0.1 && { note: 'Done as we said' }),
  };
  const made = giveCommand(world, device, command);
  if (made.ok) return made.value.length > 0;
  // It was sent back as often as it may be: then it is as good as it gets.
  const forward = step.outcomes?.find(({ redo }) => redo === undefined)?.id;
  if (made.error.type === 'redoLimit' && forward !== undefined)
    return didSomething(giveCommand(world, device, { ...command, outcome: forward }));
  if (made.error.type === 'factsMissing') return supply(world, device, made.error.facts);
  return false;
}

/** Mostly one that goes on. */
function pickOutcome({ random }: World, { outcomes = [] }: StepDefinition): string | null {
  if (outcomes.length === 0) return null;
  const weighted = outcomes.map(
    (each, index) =>
      [each.redo !== undefined || each.endsRun === true ? 2 : index === 0 ? 8 : 4, each.id] as const,
  );
  return pickWeighted(random, weighted);
}

function voteOn(world: World, device: SimulatedDevice, current: OccurrenceState, firmly: boolean): boolean {
  const { occurrence, approval } = current;
  if (approval === null) return false;
  const open = findOpenVoters(approval);
  const vote = world.random() < 0.8 ? 'approve' : 'reject';
  const note = vote === 'reject' ? { note: 'Not like this' } : {};
  if (open.includes(device.person))
    return didSomething(giveCommand(world, device, { kind: 'vote', occurrence, vote, ...note }));
  const [voter] = open;
  // Somebody said it on the phone.
  if (firmly && voter !== undefined) {
    const made = giveCommand(world, device, { kind: 'vote', occurrence, vote, ...note }, voter);
    if (didSomething(made)) return true;
  }
  if (voter !== undefined && !firmly) {
    world.call(voter);
    return didSomething(
      giveCommand(world, device, { kind: 'sendNudge', occurrence, to: voter, how: 'text' }),
    );
  }
  if (!firmly) return false;
  return didSomething(
    giveCommand(world, device, { kind: 'skipStep', occurrence, reason: 'Nobody can vote on it' }),
  );
}

function carryOnWaiting(
  world: World,
  device: SimulatedDevice,
  step: StepDefinition,
  current: OccurrenceState,
  firmly: boolean,
): boolean {
  const { occurrence } = current;
  if (hasReplied(world, current)) {
    const facts = findOut(world, device, step.writes ?? []);
    giveCommand(world, device, { kind: 'recordReply', occurrence, text: 'They answered', facts });
    const now = device.fold.state.current.get(placeOf(occurrence));
    return now === undefined || complete(world, device, step, now) || true;
  }
  if (!firmly) return false;
  // Nobody answers: they ask once more, or go on without.
  const made = giveCommand(world, device, { kind: 'endWaiting', occurrence });
  const now = device.fold.state.current.get(placeOf(occurrence));
  return now !== undefined && now.status !== 'waiting'
    ? complete(world, device, step, now)
    : didSomething(made);
}

/** Whoever is waited for answers after a while, or never; each wait anew. */
function hasReplied({ random, replies, now }: World, { key, waitingOn }: OccurrenceState): boolean {
  const wait = `${key}/${waitingOn?.event ?? ''}`;
  let at = replies.get(wait);
  if (at === undefined) {
    at = random() < 0.75 ? now + between(random, [4 * hour, 6 * day]) : Infinity;
    replies.set(wait, at);
  }
  return at <= now;
}

/** Done, and to be looked at again; or sent back by votes that no redo followed. */
function settleDone(
  world: World,
  device: SimulatedDevice,
  step: StepDefinition,
  current: OccurrenceState,
  validity: OccurrenceState['validity'],
): boolean {
  const { random } = world;
  const { occurrence } = current;
  const give = (command: Command): boolean => didSomething(giveCommand(world, device, command));
  if (awaitsRedo(step, current)) return give({ kind: 'reopenStep', occurrence, reason: 'Once more' });
  if (validity !== 'recheck') return false;
  const way = pickWeighted(random, [
    [7, 'recheck'],
    [2, 'reopen'],
    [1, 'amend'],
  ] as const);
  if (way === 'reopen' && step.irreversible !== true)
    return give({ kind: 'reopenStep', occurrence, reason: 'It is another now' });
  return give({ kind: way === 'amend' ? 'amendStep' : 'recheckStep', occurrence });
}

/** Says what is missing, or, of what two people said, which it is. */
function supply(world: World, device: SimulatedDevice, facts: readonly FactId[]): boolean {
  return facts.some((fact) => {
    const definition = device.fold.state.facts.get(fact)?.definition;
    const origin = definition?.derived?.from ?? fact;
    const of = device.fold.state.facts.get(origin)?.definition;
    if (of === undefined) return false;
    const value = inventFact(of, findingOf(world, device));
    return didSomething(giveCommand(world, device, { kind: 'setFact', fact: origin, value }));
  });
}

/** Now and then something is left unsaid. */
function findOut(
  world: World,
  device: SimulatedDevice,
  writes: readonly FactId[],
): Readonly<Record<FactId, FactValue>> {
  const found: Record<FactId, FactValue> = {};
  for (const fact of writes) {
    const known = device.fold.state.facts.get(fact);
    if (known === undefined || known.definition.derived !== undefined) continue;
    if (world.random() < (known.value === null ? 0.9 : 0.3))
      found[fact] = inventFact(known.definition, findingOf(world, device));
  }
  return found;
}

export function findingOf(world: World, device: SimulatedDevice) {
  const { zone, members } = world.cast;
  const people = members.map(({ person }) => person.id);
  return { random: world.random, now: clockOf(world, device), zone, people };
}

/** The list is as long as it gets. */
export function closeLists(world: World, device: SimulatedDevice): boolean {
  const { items }: RunState = device.fold.state;
  const open = items.find(({ isOpen }) => isOpen);
  if (open === undefined) return false;
  return didSomething(giveCommand(world, device, { kind: 'closeItems', section: open.section }));
}

export function anybodyBut({ random, cast }: World, person: PersonId): PersonId {
  const others = cast.members
    .map((member) => member.person)
    .filter(({ id, outside }) => id !== person && outside !== true);
  return pick(random, others).id;
}
