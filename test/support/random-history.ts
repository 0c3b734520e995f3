/**
 * Histories as several devices would write them: each decides on the part of the log that it has, and
 * now and then hears from another. One seed, one history, for ever.
 */
import type { LogEvent } from '../../src/model/event.ts';
import type { Command } from '../../src/model/command.ts';
import { asId, type StepId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { ana, type Device, leo, makeDevice, sam, startCommand, step } from './run-bench.ts';

export type Random = () => number;

/** mulberry32: small, fast, the same everywhere. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)] as Value;
}

export function shuffle<Value>(random: Random, values: readonly Value[]): readonly Value[] {
  const keyed = values.map((value) => ({ value, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ value }) => value);
}

export interface History {
  /** Everything that any device wrote, in the order of writing. */
  readonly events: readonly LogEvent[];
  readonly devices: readonly Device[];
}

export function makeHistory(seed: number, length = 40): History {
  const random = makeRandom(seed);
  let clock = Date.UTC(2026, 2, 2, 9);
  const people = [ana, sam, leo];
  const devices = people.map((person, index) => {
    // Clocks disagree by up to a year.
    const skew = (random() - 0.5) * 2 * 31_536_000_000;
    return makeDevice(person, `s${seed}-d${index}`, () => clock + skew);
  });
  const first = devices[0] as Device;
  const steps = makeGraph(random);
  const events = new Map<string, LogEvent>();
  const note = (made: readonly LogEvent[]): void => {
    for (const event of made) events.set(event.id, event);
  };
  note(
    first.do(startCommand(steps, { alreadyDone: random() < 0.3 ? [asId<StepId>('s0')] : [] }), {
      commandId: `s${seed}-start`,
    }),
  );
  for (const device of devices.slice(1)) device.receive(first);
  for (let index = 0; index < length; index++) {
    clock += Math.floor(random() * 7_200_000);
    const device = pick(random, devices);
    if (random() < 0.2)
      device.receive(
        pick(
          random,
          devices.filter((other) => other !== device),
        ),
      );
    else {
      const made = device.give(makeCommand(random, device, steps), {
        commandId: `s${seed}-${String(index).padStart(4, '0')}`,
      });
      if (made.ok) note(made.value);
    }
  }
  return { events: [...events.values()], devices };
}

function makeGraph(random: Random): readonly StepDefinition[] {
  const count = 3 + Math.floor(random() * 5);
  return Array.from({ length: count }, (_, index) => {
    const after = Array.from({ length: index }, (_unused, from) => `s${from}`).filter(() => random() < 0.35);
    return step(`s${index}`, after, {
      checklist: [{ id: 'x', text: 'x' }],
      due: { kind: 'offset', from: 'runStart', days: index },
    });
  });
}

function makeCommand(random: Random, device: Device, steps: readonly StepDefinition[]): Command {
  const state = device.state();
  const { id } = pick(random, steps);
  const current = state.current.get(id);
  const occurrence = current?.occurrence ?? { step: id, items: [], iteration: 1 };
  const keep = current?.conflict.length ? pick(random, current.conflict).event : undefined;
  if (keep !== undefined && random() < 0.5) return { kind: 'resolveConflict', occurrence, keep };
  const roll = random();
  if (roll < 0.3)
    return {
      kind: 'completeStep',
      occurrence,
      including: random() < 0.3 ? steps.map((other) => other.id) : [],
    };
  if (roll < 0.4) return { kind: 'failStep', occurrence, reason: 'stuck' };
  if (roll < 0.5) return { kind: 'skipStep', occurrence };
  if (roll < 0.6) return { kind: 'reopenStep', occurrence };
  if (roll < 0.66) return { kind: 'retryStep', occurrence };
  if (roll < 0.72) return { kind: 'startStep', occurrence };
  if (roll < 0.8) return { kind: 'claimStep', occurrence };
  if (roll < 0.87) return { kind: 'reassignStep', occurrence, to: pick(random, [ana, sam, leo]) };
  if (roll < 0.91) return { kind: 'tickChecklist', occurrence, item: 'x', ticked: random() < 0.5 };
  if (roll < 0.95)
    return {
      kind: 'setStepDue',
      step: id,
      due: random() < 0.3 ? null : { kind: 'date', date: '2026-03-29' },
    };
  if (roll < 0.97) return { kind: 'changeConductor', conductor: pick(random, [ana, sam, leo]) };
  if (roll < 0.975) return { kind: 'cancelRun' };
  return { kind: 'addNote', occurrence, text: 'seen' };
}
