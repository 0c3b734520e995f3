/**
 * A person looks at the app: reads what they are told and takes a way out or not, does what is theirs, and now
 * and then changes something that was settled.
 */
import { computeAlerts } from '../../src/engine/alerts/compute-alerts.ts';
import type { Alert, WayOut } from '../../src/engine/alerts/alert.ts';
import { ownersOf } from '../../src/engine/alerts/owners-of.ts';
import { awaitsRedo } from '../../src/engine/approval/awaits-redo.ts';
import { computeCaretaker, computeStandIn, isAway } from '../../src/engine/away.ts';
import { planIndexOf } from '../../src/engine/decide/plan-index.ts';
import { isOpen } from '../../src/engine/is-open.ts';
import type { OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import { computeUndoQueue } from '../../src/engine/undo-queue.ts';
import { isUndoOpen } from '../../src/engine/undo-state.ts';
import type { PersonId } from '../../src/model/ids.ts';
import { placeOf } from '../../src/model/place.ts';
import { pick } from '../support/random.ts';
import { didSomething, giveCommand } from './give-command.ts';
import { pickWeighted } from '../support/random.ts';
import { namesReadWith } from './overdue.ts';
import { anybodyBut, workOn } from './work-on-step.ts';
import { meddle } from './meddle.ts';
import { clockOf, memberOf, type SimulatedDevice, type World } from './world.ts';

const mostPerLook = 4;

export function takeLook(world: World, device: SimulatedDevice): void {
  const { person } = device;
  const { habits } = memberOf(world, person);
  const { random } = world;
  if (device.fold.state.status === 'notStarted' || isGone(world, device)) return;
  let left = mostPerLook;
  for (const alert of alertsFor(device.fold.state, person, clockOf(world, device))) {
    if (left === 0) break;
    if (random() >= habits.handles) continue;
    if (answerAlert(world, device, alert)) left -= 1;
  }
  for (const { state: each, undo } of computeUndoQueue(device.fold.state, clockOf(world, device))) {
    if (left === 0) break;
    if (!isUndoOpen(undo) || (undo.holder ?? device.fold.state.conductor) !== person) continue;
    if (random() < habits.does && settleUndo(world, device, each)) left -= 1;
  }
  for (const each of findMine(device.fold.state, person, clockOf(world, device))) {
    if (left === 0) break;
    if (random() < habits.does && workOn(world, device, fresh(device, each))) left -= 1;
  }
  meddle(world, device);
}

/** What has happened to it since the look began. */
function fresh(device: SimulatedDevice, { key, occurrence }: OccurrenceState): OccurrenceState {
  const { current, occurrences } = device.fold.state;
  const now = occurrences.get(key) ?? current.get(placeOf(occurrence));
  if (now === undefined) throw new Error(`${key} is gone`);
  return now;
}

function isGone(world: World, device: SimulatedDevice): boolean {
  const { context, personById } = device.fold.state;
  const known = personById.get(device.person);
  return context !== null && known !== undefined && isAway(known, clockOf(world, device), context.zone);
}

function alertsFor(state: RunState, person: PersonId, clock: number): readonly Alert[] {
  return computeAlerts(state, clock).alerts.filter(({ to }) =>
    to.some((each) => each.person === person && each.notifyAt <= clock),
  );
}

function answerAlert(world: World, device: SimulatedDevice, alert: Alert): boolean {
  const { random, record } = world;
  const note = (way: string): void => {
    record.ways.push({ person: device.person, at: world.now, id: alert.id, way });
  };
  if (random() < 0.3) {
    note('gotIt');
    return sayGotIt(world, device, alert);
  }
  const ways = alert.ways.filter(({ kind }) => kind !== 'cancelRun' || random() < 0.04);
  const [suggested] = ways;
  const way =
    suggested !== undefined && random() < 0.7 ? suggested : ways.length > 0 ? pick(random, ways) : undefined;
  if (way === undefined || !takeWay(world, device, alert, way)) return false;
  note(way.kind);
  return true;
}

/** As the card does it: what is told with it is read with it. */
function sayGotIt(world: World, device: SimulatedDevice, alert: Alert): boolean {
  const { id, readAlong } = alert;
  const { state } = device.fold;
  // Who was told of it by itself knows of it, also when its turn comes; who read of it along with another does not.
  for (const name of namesReadWith(state, alert)) world.record.read.add(name);
  const along = readAlong.flatMap(({ id: other, person }) => (person === device.person ? [other] : []));
  const made = [id, ...along].map((each) =>
    didSomething(giveCommand(world, device, { kind: 'acknowledgeAlert', alert: each })),
  );
  return made.includes(true);
}

function takeWay(world: World, device: SimulatedDevice, { key, cause }: Alert, way: WayOut): boolean {
  const current = key === null ? undefined : device.fold.state.occurrences.get(key);
  switch (way.kind) {
    case 'open':
      if (current === undefined) return false;
      return cause === 'undo' ? settleUndo(world, device, current) : workOn(world, device, current);
    case 'ask': {
      const asked = device.fold.state.occurrences.get(way.at);
      if (asked === undefined || way.person === device.person) return false;
      const { occurrence } = asked;
      const made = giveCommand(world, device, { kind: 'sendNudge', occurrence, to: way.person, how: 'call' });
      world.call(way.person);
      return didSomething(made);
    }
    case 'choosePerson': {
      if (current === undefined) return false;
      if (cause === 'undo') {
        const to = anybodyBut(world, current.undo?.holder ?? device.person);
        return didSomething(
          giveCommand(world, device, { kind: 'handUndo', occurrence: current.occurrence, to }),
        );
      }
      const to = anybodyBut(world, current.holder ?? device.person);
      return didSomething(
        giveCommand(world, device, { kind: 'reassignStep', occurrence: current.occurrence, to }),
      );
    }
    case 'retry':
    case 'takeOver':
    case 'skip':
    case 'cancelStep':
    case 'cancelRun':
    case 'recheck':
    case 'goOn':
    case 'undone':
    case 'leave':
    case 'handOver':
    case 'fallback':
      return didSomething(giveCommand(world, device, way.command));
  }
}

/** What is somebody's turn: theirs, a role's, as a backup by now, or for whoever is away or outside. */
function findMine(state: RunState, person: PersonId, clock: number): readonly OccurrenceState[] {
  const { context, conductor, personById } = state;
  if (context === null || state.status !== 'running') return [];
  const { coHolders } = computeAlerts(state, clock);
  const { stepOf } = planIndexOf(state.steps);
  const caretaker = computeCaretaker(context, conductor, clock);
  return [...state.current.values()].filter((current) => {
    const step = stepOf(placeOf(current.occurrence));
    if (step === undefined) return false;
    if (current.status === 'completed')
      return (
        (current.validity === 'recheck' || awaitsRedo(step, current) || current.conflict.length > 0) &&
        (current.closedBy.includes(person) || conductor === person)
      );
    if (!isOpen(current)) return false;
    if (current.status === 'created' || current.status === 'held')
      return conductor === person && current.missingFacts.length + current.disputedFacts.length > 0;
    if (current.startsAt !== null && current.startsAt > clock) return false;
    if (coHolders.get(current.key) === person) return true;
    return ownersOf(step, current, state).some((owner) => {
      const who = owner ?? conductor;
      if (who === person) return true;
      const known = who === null ? undefined : personById.get(who);
      if (known?.outside === true) return caretaker === person;
      if (who === null || known === undefined || !isAway(known, clock, context.zone)) return false;
      return (computeStandIn(context, who, clock, conductor) ?? caretaker) === person;
    });
  });
}

export function settleUndo(world: World, device: SimulatedDevice, { occurrence }: OccurrenceState): boolean {
  const way = pickWeighted(world.random, [
    [7, 'recordUndone'],
    [2, 'declineUndo'],
    [1, 'failUndo'],
  ] as const);
  return didSomething(
    giveCommand(
      world,
      device,
      way === 'failUndo' ? { kind: way, occurrence, reason: 'Too late' } : { kind: way, occurrence },
    ),
  );
}
