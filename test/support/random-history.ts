/**
 * Histories as several devices would write them: each decides on the part of the log that it has, and
 * now and then hears from another; long stretches without hearing are partitions. Clocks disagree by up
 * to a year. One seed, one history, for ever.
 */
import type { LogEvent } from '../../src/model/event.ts';
import type { FactId } from '../../src/model/ids.ts';
import type { FactValue } from '../../src/model/fact.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { makeForeignEvent } from './foreign-events.ts';
import { makeCommand } from './random-command.ts';
import { randomValue } from './random-facts.ts';
import { withLadders } from './random-ladders.ts';
import { makeWorkflow } from './random-workflow.ts';
import { makeRandom, pick, type Random } from './random.ts';
import { ana, contextWithBoard, type Device, leo, makeDevice, sam, startPlan } from './run-bench.ts';
import { withTogether } from './random-together.ts';
import { randomStartItems } from './random-items.ts';

export interface History {
  readonly seed: number;
  readonly definition: WorkflowDefinition;
  /** Everything that any device wrote, in the order of writing. */
  readonly events: readonly LogEvent[];
  /** Each with the part of the log that it has in the end. */
  readonly devices: readonly Device[];
}

const yearInMs = 31_536_000_000;

export function makeHistory(seed: number, length = 40): History {
  const random = makeRandom(seed);
  const definition = withTogether(seed, withLadders(random, makeWorkflow(random)));
  let clock = Date.UTC(2026, 2, 2, 9);
  const devices = [ana, sam, leo].map((person, index) => {
    const skew = (random() - 0.5) * 2 * yearInMs;
    return makeDevice(person, `s${seed}-d${index}`, () => Math.round(clock + skew));
  });
  const events: LogEvent[] = [];
  events.push(...startSomewhere(random, definition, devices, `s${seed}-start`));
  // Some histories are of people who hardly ever meet.
  const meeting = pick(random, [0.05, 0.15, 0.3]);
  for (let index = 0; index < length; index++) {
    clock += Math.floor(random() * 7_200_000);
    const device = pick(random, devices);
    // Ids must not sort as the turns went, or ties would always fall the same way.
    const id = `${Math.floor(random() * 36).toString(36)}-s${seed}-${index}`;
    if (random() < meeting) device.receive(...devices.filter((other) => other !== device));
    else if (random() < 0.05) {
      const author = { id, device: `s${seed}-foreign`, at: Math.round(clock + (random() - 0.5) * yearInMs) };
      const foreign = makeForeignEvent(random, device.state(), definition, author);
      device.write([foreign]);
      events.push(foreign);
    } else {
      const made = device.give(makeCommand(random, device.state(), definition), { commandId: id });
      if (made.ok) events.push(...made.value);
    }
  }
  return { seed, definition, events, devices };
}

function startSomewhere(
  random: Random,
  definition: WorkflowDefinition,
  [first, ...rest]: readonly Device[],
  commandId: string,
): readonly LogEvent[] {
  if (first === undefined) return [];
  const facts: Record<FactId, FactValue> = {};
  for (const { id, derived, perItem } of definition.facts)
    if (derived === undefined && perItem === undefined && random() < 0.75)
      facts[id] = randomValue(random, id);
  const free = definition.steps.filter(({ after, outcomes }) => after.length === 0 && outcomes === undefined);
  const alreadyDone = free.slice(0, 1).flatMap(({ id }) => (random() < 0.2 ? [id] : []));
  const made = first.do(
    startPlan(definition, {
      facts,
      alreadyDone,
      items: randomStartItems(random, definition),
      context: contextWithBoard,
    }),
    { commandId },
  );
  for (const device of rest) device.receive(first);
  return made;
}
