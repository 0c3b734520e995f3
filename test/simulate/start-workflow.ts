/** How a simulated run begins: somebody starts it, or its schedule does, on whatever devices are there. */
import { createHash } from 'node:crypto';
import { decide } from '../../src/engine/decide.ts';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import type { Command } from '../../src/model/command.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type DeviceId, type FactId, type ItemId } from '../../src/model/ids.ts';
import type { ItemDefinition } from '../../src/model/per-item.ts';
import type { WorkflowDefinition, WorkflowVersion } from '../../src/model/workflow.ts';
import { readSpaceContext } from '../../src/store/space-context.ts';
import { patternToRule } from '../../src/model/repeat-pattern.ts';
import { listSlots } from '../../src/worker/recurrence.ts';
import { suggestedRepeat } from '../../src/templates/suggested-repeat.ts';
import { giveCommand } from './give-command.ts';
import { between, day } from './habits.ts';
import { dayAfter, inventFact } from './invent-facts.ts';
import { findingOf } from './work-on-step.ts';
import { type SimulatedDevice, type World, write } from './world.ts';

type StartRun = Extract<Command, { kind: 'startRun' }>;

/** The conductor's first device starts it now; a workflow that repeats is started by all devices, at its slot. */
export async function planStart(world: World, look: (device: SimulatedDevice) => void): Promise<void> {
  const { definition, agenda, cast, devices } = world;
  const repeat = suggestedRepeat(definition.id);
  if (repeat === null) {
    const first = devices.find(({ person }) => person === cast.conductor);
    if (first === undefined) throw new Error('the conductor has no device');
    const command = drawStart(world, first, world.now);
    agenda.add(world.now, () => {
      const made = giveCommand(world, first, command);
      if (!made.ok) throw new Error(`the start was refused: ${JSON.stringify(made.error)}`);
      look(first);
    });
    return;
  }
  const rule = patternToRule(repeat, { from: dayAfter(world.now, 0, cast.zone), time: '08:00' });
  const window = { after: world.now, until: world.now + 60 * day, most: 1 };
  const [slot] = await listSlots({ rule, zone: cast.zone }, cast.holidays, window);
  if (slot === undefined) throw new Error('no month begins within two months');
  // The day is the slot's on every device, and so is the rest.
  const [first] = devices;
  if (first === undefined) throw new Error('there is no device');
  const anchor = definition.facts.find((fact) => fact.anchor === true);
  const command = drawStart(world, first, slot.at);
  const facts =
    anchor === undefined ? {} : { ...command.facts, [anchor.id]: { kind: 'date', date: slot.date } as const };
  for (const device of devices)
    agenda.add(slot.at - device.skew + between(world.random, [0, 60_000]), () => {
      if (device.fold.state.status !== 'notStarted') return;
      startBySchedule(world, device, { ...command, facts }, slot.at);
      look(device);
    });
}

/** By the words of the worker: the conductor is the author, the schedule the device, the slot the time. */
function startBySchedule(world: World, device: SimulatedDevice, command: StartRun, at: number): void {
  const commandId = `${world.run}.start`;
  const context = readSpaceContext(device.space);
  const made = decide({ ...command, context, alreadyDone: [] }, device.fold.state, {
    actor: world.cast.conductor,
    device: asId<DeviceId>('schedule-simulated'),
    now: at,
    commandId,
  });
  if (!made.ok) throw new Error(`the start was refused: ${JSON.stringify(made.error)}`);
  const known = world.record.deeds.some((deed) => deed.commandId === commandId);
  if (!known) world.record.deeds.push({ commandId, person: world.cast.conductor, kind: 'startRun' });
  write(world, device, made.value);
}

function drawStart(world: World, device: SimulatedDevice, at: number): StartRun {
  const { random, definition, cast } = world;
  const facts: Record<FactId, FactValue> = {};
  for (const fact of definition.facts) {
    if (fact.derived !== undefined || fact.perItem !== undefined) continue;
    if (fact.anchor === true)
      facts[fact.id] = { kind: 'date', date: dayAfter(at, Math.round(between(random, [6, 45])), cast.zone) };
    else if (fact.atStart === true && random() < 0.95)
      facts[fact.id] = inventFact(fact, findingOf(world, device));
  }
  const items = drawItems(world);
  const [firstStep] = definition.steps;
  return {
    kind: 'startRun',
    title: definition.title,
    workflow: toVersion(definition),
    conductor: cast.conductor,
    parts: cast.parts,
    partRoles: cast.partRoles,
    facts,
    ...(Object.keys(items).length > 0 && { items }),
    context: readSpaceContext(device.space),
    alreadyDone: firstStep !== undefined && random() < 0.1 ? [firstStep.id] : [],
  };
}

function drawItems({ random, definition }: World): Readonly<Record<string, readonly ItemDefinition[]>> {
  const drawn: Record<string, readonly ItemDefinition[]> = {};
  for (const { id, perItem } of definition.sections ?? []) {
    if (perItem === undefined || perItem.items === 'design') continue;
    const least = perItem.items === 'start' ? 1 : 0;
    const count = least + Math.floor(random() * 3);
    const names = ['One', 'Two', 'Three'].slice(0, count);
    const named = perItem.known ?? names.map((name) => ({ id: asId<ItemId>(name.toLowerCase()), name }));
    if (named.length > 0) drawn[id] = named;
  }
  return drawn;
}

function toVersion(definition: WorkflowDefinition): WorkflowVersion {
  const hash = createHash('sha256').update(canonicalJson(definition)).digest('hex');
  return { number: 1, hash, definition };
}
