import { describe, expect, it } from 'vitest';
import { type Author, decide } from '../../src/engine/decide.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import type { Command } from '../../src/model/command.ts';
import { asId, type DeviceId } from '../../src/model/ids.ts';
import { startPlan } from '../support/plan-bench.ts';
import { ana, occurrence, step } from '../support/run-bench.ts';

/** A map that may be asked, but not walked. */
class Asked<Key, Value> extends Map<Key, Value> {
  #walks = 0;
  get walks(): number {
    return this.#walks;
  }
  override [Symbol.iterator](): MapIterator<[Key, Value]> {
    this.#walks += 1;
    return super[Symbol.iterator]();
  }
  override values(): MapIterator<Value> {
    this.#walks += 1;
    return super.values();
  }
  override forEach(): void {
    this.#walks += 1;
  }
}

describe('what a command costs', () => {
  it('is what it is about: the steps of the plan are walked once for all commands, its occurrences never', () => {
    const width = 200;
    const steps = Array.from({ length: width }, (_, index) => step(`s${index}`, index === 0 ? [] : ['s0']));
    const device = startPlan({ steps });
    device.complete('s0');
    let reads = 0;
    const counted = new Proxy(device.state().steps, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    const current = new Asked(device.state().current);
    const occurrences = new Asked(device.state().occurrences);
    const state: RunState = { ...device.state(), steps: counted, current, occurrences };
    const author: Author = { actor: ana, device: asId<DeviceId>('d'), now: 0, commandId: 'c' };
    for (let index = 1; index < width; index++) {
      const at = occurrence(`s${index}`);
      const commands: readonly Command[] = [
        { kind: 'claimStep', occurrence: at },
        { kind: 'startStep', occurrence: at },
        { kind: 'completeStep', occurrence: at },
        { kind: 'addNote', occurrence: at, text: 'x' },
      ];
      for (const command of commands) expect(decide(command, state, author).ok).toBe(true);
    }
    expect(reads).toBeLessThanOrEqual(width);
    expect([current.walks, occurrences.walks]).toEqual([0, 0]);
  });
});
