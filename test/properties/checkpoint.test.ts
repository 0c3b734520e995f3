import { deepStrictEqual } from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import { checkpointToState, stateToCheckpoint } from '../../src/engine/checkpoint.ts';
import { decide } from '../../src/engine/decide.ts';
import { decodeCheckpoint } from '../../src/engine/decode-checkpoint.ts';
import { foldRun } from '../../src/engine/fold-run.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import { computeUndo } from '../../src/engine/undo.ts';
import { asId, type DeviceId } from '../../src/model/ids.ts';
import { makeCommand } from '../support/random-command.ts';
import { makeHistory } from '../support/random-history.ts';
import { makeRandom } from '../support/random.ts';
import { ana, run } from '../support/run-bench.ts';
import { stateToPlain } from '../support/state-to-plain.ts';

const firstSeed = 20_260_401;

function restore(state: RunState): RunState {
  const checkpoint = decodeCheckpoint(structuredClone(stateToCheckpoint(state)), run);
  if (checkpoint === null) throw new Error('the checkpoint was not read');
  return checkpointToState(checkpoint, () => state);
}

describe('checkpoints of random histories', () => {
  it('[P1] restore, field by field and in the same order, what the log folds to', () => {
    for (let seed = firstSeed; seed < firstSeed + 400; seed++) {
      const { events } = makeHistory(seed);
      const random = makeRandom(seed);
      for (const length of [events.length, Math.floor(random() * events.length)]) {
        const state = foldRun(run, events.slice(0, length));
        const restored = restore(state);
        expect(Object.keys(restored).sort()).toEqual(Object.keys(state).sort());
        for (const field of Object.keys(state) as (keyof RunState)[])
          deepStrictEqual(restored[field], state[field], `seed ${seed}: ${field}`);
        deepStrictEqual(stateToPlain(restored), stateToPlain(state), `seed ${seed}`);
      }
    }
  }, 60_000);

  it('[P1] leave nothing to decide or to undo otherwise than on the fold', () => {
    let accepted = 0;
    for (let seed = firstSeed; seed < firstSeed + 150; seed++) {
      const { events, definition } = makeHistory(seed);
      const random = makeRandom(seed);
      const state = foldRun(run, events);
      const restored = restore(state);
      const author = { actor: ana, device: asId<DeviceId>('d'), now: 1_772_442_000_000 };
      for (let index = 0; index < 10; index++) {
        const command = makeCommand(random, state, definition);
        const expected = decide(command, state, { ...author, commandId: `next-${index}` });
        deepStrictEqual(decide(command, restored, { ...author, commandId: `next-${index}` }), expected);
        deepStrictEqual(computeUndo(command, restored), computeUndo(command, state));
        if (expected.ok && expected.value.length > 0) accepted += 1;
      }
    }
    expect(accepted).toBeGreaterThan(300);
  }, 60_000);
});
