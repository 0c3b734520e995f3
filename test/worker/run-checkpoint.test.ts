import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { foldRun } from '../../src/engine/fold-run.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import type { CheckpointRecord } from '../../src/store/device-database.ts';
import { appendRunEntries } from '../../src/store/run-document.ts';
import {
  type CheckpointKeeper,
  fewestEvents,
  makeCheckpointKeeper,
  restoreRun,
} from '../../src/worker/run-checkpoint.ts';
import { makeDevice, ana, occurrence, run, startCommand } from '../support/run-bench.ts';

/** A log of so many events, as a document and as a state. */
function logOf(events: number): { readonly doc: Y.Doc; readonly state: RunState } {
  const device = makeDevice(ana, 'phone');
  device.do(startCommand());
  for (let index = device.state().history.length; index < events; index += 1)
    device.do({ kind: 'addNote', occurrence: occurrence('dates'), text: `note ${index}` });
  const doc = new Y.Doc();
  appendRunEntries(doc, [...device.state().history]);
  return { doc, state: foldRun(run, device.state().history) };
}

function keep(events: number): {
  readonly keeper: CheckpointKeeper;
  readonly written: CheckpointRecord[];
  readonly doc: Y.Doc;
  readonly state: RunState;
} {
  const { doc, state } = logOf(events);
  const written: CheckpointRecord[] = [];
  const keeper = makeCheckpointKeeper({
    slot: {
      read: async () => null,
      write: async (record) => void written.push(structuredClone(record)),
    },
    doc,
    read: () => ({ state, damaged: 2 }),
  });
  return { keeper, written, doc, state };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('when a checkpoint is written', () => {
  it('waits until the log has been quiet for a few seconds', async () => {
    const { keeper, written } = keep(60);
    for (let index = 0; index < 10; index += 1) {
      keeper.changed();
      await vi.advanceTimersByTimeAsync(2_900);
    }
    expect(written).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toHaveLength(1);
  });

  it('does not wait when the device is about to stop, and writes nothing twice', async () => {
    const { keeper, written } = keep(60);
    await keeper.save();
    expect(written).toHaveLength(0);
    keeper.changed();
    await keeper.save();
    await keeper.save();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toHaveLength(1);
  });

  it('leaves a short log without', async () => {
    for (const [events, rows] of [
      [fewestEvents - 1, 0],
      [fewestEvents, 1],
    ] as const) {
      const { keeper, written } = keep(events);
      keeper.changed();
      await keeper.save();
      expect(written).toHaveLength(rows);
    }
  });
});

describe('a written checkpoint', () => {
  it('is taken up with its counts for the document that it was made of, and for no other', async () => {
    const { keeper, written, doc, state } = keep(60);
    keeper.changed();
    await keeper.save();
    const record = written[0] ?? null;
    const restored = restoreRun(run, record, doc, () => state);
    expect(restored).toMatchObject({ events: 60, newer: 0, damaged: 2 });
    expect(restored?.state.current).toEqual(state.current);
    expect(restored?.state.history).toBe(state.history);

    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    expect(restoreRun(run, record, copy, () => state)).not.toBeNull();
    appendRunEntries(copy, [{ id: 'more' }]);
    expect(restoreRun(run, record, copy, () => state)).toBeNull();
    expect(restoreRun(run, record, new Y.Doc(), () => state)).toBeNull();
    expect(restoreRun(run, null, doc, () => state)).toBeNull();
  });
});
