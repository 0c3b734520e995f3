/** A person gives a command on a device: people are brought in first, as the worker does it, then it is decided. */
import { decide } from '../../src/engine/decide.ts';
import type { Refusal } from '../../src/engine/refusal.ts';
import type { Command } from '../../src/model/command.ts';
import type { RunEvent } from '../../src/model/event.ts';
import type { PersonId } from '../../src/model/ids.ts';
import { isSame } from '../../src/model/is-same.ts';
import type { Result } from '../../src/model/result.ts';
import { readSpaceContext } from '../../src/store/space-context.ts';
import { clockOf, type SimulatedDevice, type World, write } from './world.ts';

export function giveCommand(
  world: World,
  device: SimulatedDevice,
  command: Command,
  onBehalfOf?: PersonId,
): Result<readonly RunEvent[], Refusal> {
  bringPeopleIn(world, device);
  return decideAndWrite(world, device, command, onBehalfOf);
}

/** Writes what has changed about people into the run, if it goes on. */
export function bringPeopleIn(world: World, device: SimulatedDevice): void {
  const { status, context: known } = device.fold.state;
  if (status !== 'running' && status !== 'suspended') return;
  const context = readSpaceContext(device.space);
  if (known !== null && isSame(known, context)) return;
  decideAndWrite(world, device, { kind: 'setContext', context });
}

function decideAndWrite(
  world: World,
  device: SimulatedDevice,
  command: Command,
  onBehalfOf?: PersonId,
): Result<readonly RunEvent[], Refusal> {
  device.commands += 1;
  const commandId = `${device.id}-${String(device.commands).padStart(4, '0')}`;
  const made = decide(command, device.fold.state, {
    actor: device.person,
    device: device.id,
    now: clockOf(world, device),
    commandId,
    ...(onBehalfOf !== undefined && onBehalfOf !== device.person && { onBehalfOf }),
  });
  if (!made.ok || made.value.length === 0) return made;
  world.record.deeds.push({ commandId, person: device.person, kind: command.kind });
  write(world, device, made.value);
  return made;
}

/** Whether it was carried out and something came of it. */
export function didSomething(made: ReturnType<typeof giveCommand>): boolean {
  return made.ok && made.value.length > 0;
}
