/** Two honest members of one room: whether they still reach each other, whatever else happens on their relay. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';
import type { RunningServer } from '../../sync-server/start-server.ts';
import { frameOf, makeTestRoom } from '../sync-server/relay-client.ts';
import { connect } from '../sync-server/relay-harness.ts';

export interface HonestHousehold {
  /** One writes and the other reads it, before either gives up waiting. How fast is asked by no test of this kind. */
  check(): Promise<void>;
}

export async function openHousehold(server: RunningServer): Promise<HonestHousehold> {
  const room = makeTestRoom();
  const [writer, reader] = [await connect(server), await connect(server)];
  await writer.joinLive(room, 1);
  await reader.joinLive(room, 1, { mode: 'read' });
  let seq = 0;
  return {
    async check() {
      seq += 1;
      const frame = frameOf(`honest ${seq}`);
      writer.push(1, seq, frame);
      expect(await writer.entries(1)).toEqual([{ kind: 'ack', cid: seq, prev: seq - 1, seq }]);
      expect(await reader.entries(1)).toEqual([{ kind: 'frame', prev: seq - 1, seq, bytes: frame }]);
    },
  };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes that this process holds, buffers included, garbage not. */
export function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
