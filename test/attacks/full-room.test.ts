/**
 * A room that holds all it may: snapshots make it smaller, nobody who is in it can make it larger than its bound, and
 * what is kept for safety is kept its whole time.
 */
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import { chainAfter, frameOf, makeTestRoom } from '../sync-server/relay-client.ts';
import { connect, start } from '../sync-server/relay-harness.ts';
import { openHousehold } from './household.ts';

const KIB = 1024;

describe('a full room', () => {
  const limits = {
    roomBytes: 20 * KIB,
    roomHistoryBytes: 20 * KIB,
    roomSnapshotBytes: 9 * KIB,
    snapshotBytes: 8 * KIB,
  };
  const most = 49 * KIB;
  const week = 7 * 24 * 3_600_000;

  async function openRoom() {
    const frameLog = makeMemoryFrameLog();
    const clock = { ahead: 0 };
    const server = await start(limits, frameLog, '', () => Date.now() + clock.ahead);
    const honest = await openHousehold(server);
    const room = makeTestRoom();
    const editor = await connect(server);
    await editor.joinLive(room, 1);
    const frames: Uint8Array[] = [];

    async function answerTo(ask: () => void): Promise<'kept' | number> {
      ask();
      for (;;) {
        const answer = editor.takeAll().find(({ kind }) => kind === 'frames' || kind === 'error');
        expect(frameLog.readRoom(room.roomId)?.bytes ?? 0).toBeLessThanOrEqual(most);
        if (answer !== undefined) return answer.kind === 'error' ? answer.code : 'kept';
        await once(editor.socket, 'message');
      }
    }

    async function push(): Promise<'kept' | number> {
      const frame = frameOf(`${frames.length}`, KIB);
      const answer = await answerTo(() => editor.push(1, frames.length + 1, frame));
      if (answer === 'kept') frames.push(frame);
      return answer;
    }

    /** How many frames found space. */
    async function fill(): Promise<number> {
      const before = frames.length;
      for (;;) {
        const answer = await push();
        if (answer === 'kept') continue;
        expect(answer).toBe(4507);
        return frames.length - before;
      }
    }

    return {
      clock,
      honest,
      frameLog,
      room,
      push,
      fill,
      snapshot: (size: number) =>
        answerTo(() => {
          const covers = frames.length;
          editor.pushSnapshot(room, 1, 10_000 + covers, covers, chainAfter(frames), [frameOf('state', size)]);
        }),
    };
  }

  it('can be made smaller by a snapshot, and writing goes on, again and again', async () => {
    const { clock, honest, frameLog, room, fill, snapshot } = await openRoom();
    expect(await fill()).toBe(18);
    for (let generation = 1; generation <= 5; generation++) {
      expect(await snapshot(4 * KIB)).toBe('kept');
      expect(await fill()).toBeGreaterThan(8);
      clock.ahead += week;
    }
    expect(frameLog.readRoom(room.roomId)?.base).toBeGreaterThan(40);
    await honest.check();
  });

  it('stays within its bound when a member makes snapshots as fast as it can, and recovers in a week', async () => {
    const { clock, honest, push, fill, snapshot } = await openRoom();
    await fill();
    let kept = 0;
    while ((await snapshot(7 * KIB)) === 'kept') {
      kept += 1;
      if ((await push()) !== 'kept') break;
    }
    expect(kept).toBeGreaterThan(1);
    expect(kept).toBeLessThan(8);
    // Nothing goes before its time, whatever is asked.
    expect(await fill()).toBe(0);
    await honest.check();
    clock.ahead = week;
    const first = await push();
    expect(await snapshot(7 * KIB)).toBe('kept');
    expect(first === 'kept' ? 1 : await fill()).toBeGreaterThan(0);
    await honest.check();
  });
});
