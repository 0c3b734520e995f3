/**
 * Whoever conducts looks the flow over now and then, told or not, and moves on what has lain for long. Without
 * that a household in which everybody says "got it" and nobody does anything would never come to an end; how
 * often it was needed is counted.
 */
import { planIndexOf } from '../../src/engine/decide/plan-index.ts';
import { isOpen } from '../../src/engine/is-open.ts';
import type { OccurrenceState } from '../../src/engine/run-state.ts';
import { computeTimed } from '../../src/engine/timed.ts';
import { computeUndoQueue } from '../../src/engine/undo-queue.ts';
import { isUndoOpen } from '../../src/engine/undo-state.ts';
import { placeOf } from '../../src/model/place.ts';
import { awaitsRedo } from '../../src/engine/approval/awaits-redo.ts';
import { didSomething, giveCommand } from './give-command.ts';
import { day } from './habits.ts';
import { settleUndo } from './take-look.ts';
import { anybodyBut, closeLists, workOn } from './work-on-step.ts';
import { clockOf, type SimulatedDevice, type World } from './world.ts';

/** So long nothing came of it. */
const lainFor = 6 * day;
/** So long it was paused: who paused it was told before that. */
const pausedFor = 10 * day;
const mostAtOnce = 3;

export function lookOver(world: World, device: SimulatedDevice): void {
  const { fold } = device;
  const clock = clockOf(world, device);
  if (isForgotten(fold.state, clock)) giveCommand(world, device, { kind: 'resumeRun' });
  for (const { state: each, undo } of computeUndoQueue(fold.state, clock))
    if (isUndoOpen(undo) && clock - (undo.at ?? each.closedAt ?? clock) > lainFor) {
      world.record.lookedOver += 1;
      if (undo.status === 'failed')
        giveCommand(world, device, { kind: 'declineUndo', occurrence: each.occurrence, reason: 'So be it' });
      else settleUndo(world, device, each);
    }
  if (fold.state.status !== 'running') return;
  const { late } = computeTimed(fold.state, clock);
  const lying = [...fold.state.current.values()].filter((each) =>
    hasLain(device, each, clock, late.has(each.key)),
  );
  for (const each of lying.slice(0, mostAtOnce)) {
    world.record.lookedOver += 1;
    const now = fold.state.current.get(placeOf(each.occurrence));
    if (now === undefined || world.random() < 0.2) continue;
    if (workOn(world, device, now, true)) continue;
    const { occurrence } = now;
    const to = anybodyBut(world, now.holder ?? device.person);
    if (
      world.random() < 0.5 &&
      didSomething(giveCommand(world, device, { kind: 'reassignStep', occurrence, to }))
    )
      continue;
    giveCommand(world, device, { kind: 'skipStep', occurrence, reason: 'It took too long' });
  }
  if (lying.length === 0 && nothingMoves(device)) closeLists(world, device);
}

function hasLain(
  { fold: { state } }: SimulatedDevice,
  current: OccurrenceState,
  clock: number,
  isLate: boolean,
): boolean {
  const { status, validity, readyAt, startsAt, closedAt, dueAt, conflict } = current;
  const step = planIndexOf(state.steps).stepOf(placeOf(current.occurrence));
  if (step === undefined) return false;
  if (status === 'completed')
    return (
      (validity === 'recheck' || awaitsRedo(step, current) || conflict.length > 0) &&
      clock - (closedAt ?? clock) > lainFor
    );
  if (!isOpen(current)) return false;
  if (status === 'held') return true;
  if (status === 'created')
    return current.missingFacts.length + current.disputedFacts.length > 0 && (isLate || dueAt === null);
  if (status === 'suspended') return isForgotten(current, clock);
  const turn = Math.max(readyAt ?? clock, startsAt ?? 0, dueAt !== null && !isLate ? clock : 0);
  return clock - turn > lainFor;
}

function isForgotten({ pause }: Pick<OccurrenceState, 'pause'>, clock: number): boolean {
  return pause !== null && clock - pause.since > pausedFor;
}

function nothingMoves({ fold: { state } }: SimulatedDevice): boolean {
  return [...state.current.values()].every(({ status }) => status === 'created' || !isOpen({ status }));
}
