import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { asId, type RunId } from '../../src/model/ids.ts';
import {
  deriveRunRoom,
  deriveRunRoomForViewer,
  deriveSpaceRoom,
  makeOwner,
  viewerFromWriter,
} from '../../src/sync/capability.ts';
import { encodeBase64url } from '../../src/sync/base64url.ts';
import type { Bytes } from '../../src/sync/bytes.ts';
import { decodeCursor } from '../../src/sync/cursor.ts';
import { type RelayInProcess, startRelayInProcess } from '../support/relay-in-process.ts';
import { makeRandom } from '../support/seeded-random.ts';
import {
  makeSyncDevice,
  type OpenDocument,
  type SyncDevice,
  until,
  untilLive,
  untilSame,
} from '../support/sync-device.ts';

const owner = makeOwner(makeRandom(1).bytes);
const space = deriveSpaceRoom(owner);
let relay: RelayInProcess;
let devices: SyncDevice[];

beforeEach(async () => {
  relay = await startRelayInProcess();
  devices = [];
});
afterEach(async () => {
  for (const device of devices) await device.dispose();
  await relay.dispose();
});

function device(name: string, options: Partial<Parameters<typeof makeSyncDevice>[0]> = {}): SyncDevice {
  const made = makeSyncDevice({
    name: `${relay.url} ${name}`,
    url: relay.url,
    origin: relay.origin,
    seed: devices.length + 1,
    ...options,
  });
  devices.push(made);
  return made;
}

async function seqOf(of: SyncDevice, document: OpenDocument): Promise<number> {
  await document.room.destroy();
  const stored = await of.cursorStore.get(encodeBase64url(space.roomId));
  return stored === null ? 0 : (decodeCursor(stored)?.seq ?? 0);
}

describe('two devices in a room', () => {
  it('[R1] see each other’s edits as they are made', async () => {
    const [a, b] = [device('a').open(space), device('b').open(space)];
    await Promise.all([untilLive(a), untilLive(b)]);
    a.list.push(['from a']);
    await until(b, () => b.list.length === 1);
    b.list.push(['from b']);
    await until(a, () => a.list.length === 2);
    expect(a.list.toJSON()).toEqual(['from a', 'from b']);
    expect(await b.room.flush()).toBe('acknowledged');
    expect(b.room.status()).toMatchObject({ phase: 'live', pending: false, error: null });
    expect(b.room.status().syncedAt).not.toBeNull();
  });

  it('[R2] edit offline, both of them, and agree when they are back', async () => {
    const [first, second] = [device('a', { enabled: false }), device('b', { enabled: false })];
    const [a, b] = [first.open(space), second.open(space)];
    a.list.push(['a']);
    b.list.push(['b']);
    expect(await a.room.flush()).toBe('offline');
    expect(a.room.status().pending).toBe(true);
    first.relay.setEnabled(true);
    second.relay.setEnabled(true);
    await untilSame(a, b);
    expect(new Set(a.list.toJSON())).toEqual(new Set(['a', 'b']));
    expect(await a.room.flush()).toBe('acknowledged');
  });

  it('[R2] lose nothing when the relay goes away and comes back', async () => {
    const [a, b] = [device('a').open(space), device('b').open(space)];
    a.list.push(['before']);
    await until(b, () => b.list.length === 1);
    await relay.stop();
    a.list.push(['a while away']);
    b.list.push(['b while away']);
    expect(a.room.status().pending).toBe(true);
    await relay.start();
    await until(a, () => a.list.length === 3);
    await untilSame(a, b);
  });

  it('[R3] heal a relay that lost all its data', async () => {
    const [a, b] = [device('a').open(space), device('b').open(space)];
    a.list.push(['kept by a and b']);
    b.list.push(['also']);
    await until(a, () => a.list.length === 2);
    await until(b, () => b.list.length === 2);
    await Promise.all([a.room.flush(), b.room.flush()]);
    await relay.stop();
    relay.wipe();
    await relay.start();
    await Promise.all([untilLive(a), untilLive(b)]);
    await Promise.all([a.room.flush(), b.room.flush()]);
    const c = device('c').open(space);
    await until(c, () => c.list.length === 2);
    expect(c.list.toJSON()).toEqual(a.list.toJSON());
  });

  it('[R3] heal a relay that was rolled back to a backup, also when others wrote since', async () => {
    const first = device('a');
    const a = first.open(space);
    a.list.push(['in the backup']);
    await a.room.flush();
    await relay.stop();
    relay.backUp();
    await relay.start();
    await untilLive(a);
    for (const value of ['after 1', 'after 2', 'after 3']) {
      a.list.push([value]);
      await a.room.flush();
    }
    await relay.stop();
    relay.restore();
    first.relay.setEnabled(false);
    await relay.start();
    const b = device('b').open(space);
    await until(b, () => b.list.length === 1);
    b.list.push(['b 1']);
    await b.room.flush();
    first.relay.setEnabled(true);
    await until(b, () => b.list.length === 5);
    await untilSame(a, b);
    await Promise.all([a.room.flush(), b.room.flush()]);
    const c = device('c').open(space);
    await until(c, () => c.list.length === 5);
  });
});

describe('a device that comes back', () => {
  it('[R4] writes nothing when the log has everything, deletions included', async () => {
    const first = device('a');
    const a = first.open(space);
    a.list.push(['x', 'y', 'z']);
    a.list.delete(1, 1);
    await a.room.flush();
    const before = await seqOf(first, a);
    for (let visit = 0; visit < 3; visit += 1) {
      const again = first.open(space, { doc: a.doc });
      await untilLive(again);
      expect(await again.room.flush()).toBe('acknowledged');
      expect(await seqOf(first, again)).toBe(before);
    }
  });

  it('[R4] whose acknowledgement was lost writes its edit once', async () => {
    const random = makeRandom(3);
    const first = device('a');
    const a = first.open(space);
    await untilLive(a);
    for (let round = 0; round < 8; round += 1) {
      a.list.push([round]);
      // Cut the line at some moment between sending and hearing of it.
      await new Promise((resolve) => setTimeout(resolve, 4 + random.below(8)));
      first.relay.restart();
      first.relay.kick();
      await untilLive(a);
    }
    expect(await a.room.flush()).toBe('acknowledged');
    const seq = await seqOf(first, a);
    expect(seq).toBeGreaterThanOrEqual(1);
    expect(seq).toBeLessThanOrEqual(8);
    const b = device('b').open(space);
    await until(b, () => b.list.length === 8);
    expect(b.list.toJSON()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('[R4] with an older document than its cursor reads everything again', async () => {
    const first = device('a');
    const a = first.open(space);
    a.list.push(['x', 'y', 'z']);
    await a.room.flush();
    const backup = Y.encodeStateAsUpdate(a.doc);
    a.list.delete(0, 1);
    await a.room.flush();
    await a.room.destroy();
    const restored = new Y.Doc();
    Y.applyUpdate(restored, backup);
    const again = first.open(space, { doc: restored });
    await untilLive(again);
    expect(again.list.toJSON()).toEqual(['y', 'z']);
  });
});

describe('tabs of one device', () => {
  it('[R5] that are not connected write and read through the tab that is', async () => {
    const holder = device('one device');
    const sibling = device('one device', { enabled: false, name: `${relay.url} one device` });
    const held = holder.open(space);
    const hidden = sibling.open(space);
    const other = device('other').open(space);
    await Promise.all([untilLive(held), untilLive(other)]);
    hidden.list.push(['from the hidden tab']);
    await until(other, () => other.list.length === 1);
    other.list.push(['from the other device']);
    await until(hidden, () => hidden.list.length === 2);
    expect(hidden.room.status().phase).toBe('connecting');
  });
});

describe('rooms', () => {
  it('[R6] twenty of them share one socket', async () => {
    const [first, second] = [device('a'), device('b')];
    const keys = Array.from({ length: 20 }, (_, index) =>
      deriveRunRoom(owner, asId<RunId>(`run-${index}`), 0),
    );
    const theirs = keys.map((room) => second.open(room, { appendOnly: true }));
    const ours = keys.map((room) => first.open(room, { appendOnly: true }));
    ours.forEach(({ list }, index) => list.push([`event ${index}`]));
    await Promise.all(theirs.map((document) => until(document, () => document.list.length === 1)));
    expect(first.socketCount()).toBe(1);
    expect(theirs.map(({ list }) => list.get(0))).toEqual(keys.map((_, index) => `event ${index}`));
  });

  it('[R7] a viewer reads and cannot write', async () => {
    const run = asId<RunId>('seen');
    const keys = deriveRunRoom(owner, run, 0);
    const seen = deriveRunRoomForViewer(viewerFromWriter(owner), run, 0, keys.publicKeys.write as Bytes);
    const a = device('a').open(keys);
    const v = device('v').open(seen);
    a.list.push(['for all']);
    await until(v, () => v.list.length === 1);
    v.list.push(['never leaves']);
    await v.room.flush();
    a.list.push(['second']);
    await until(v, () => v.list.length === 3);
    expect(a.list.toJSON()).toEqual(['for all', 'second']);
  });

  it('[R8] an update longer than a frame travels in parts', async () => {
    const long = 'x'.repeat(900_000);
    const [a, b] = [device('a').open(space), device('b').open(space)];
    await Promise.all([untilLive(a), untilLive(b)]);
    a.list.push([long]);
    await until(b, () => b.list.length === 1);
    expect(b.list.get(0)).toBe(long);
    expect(await a.room.flush()).toBe('acknowledged');
    const c = device('c').open(space);
    await until(c, () => c.list.length === 1);
  });

  it('[R9] presence is seen by the others, and its end', async () => {
    const second = device('b');
    const [a, b] = [device('a').open(space), second.open(space)];
    await Promise.all([untilLive(a), untilLive(b)]);
    const seen = new Promise<void>((resolve) => {
      a.room.awareness.on('change', () => {
        if (a.room.awareness.getStates().get(b.doc.clientID)?.['name'] === 'B') resolve();
      });
    });
    b.room.awareness.setLocalState({ name: 'B' });
    await seen;
    const gone = new Promise<void>((resolve) => {
      a.room.awareness.on('change', () => {
        if (!a.room.awareness.getStates().has(b.doc.clientID)) resolve();
      });
    });
    second.relay.setEnabled(false);
    await gone;
  });

  it('[R9] a peer is seen again at once after either side was away, and says nothing unless asked to', async () => {
    const [first, second] = [device('a'), device('b')];
    const [a, b] = [first.open(space), second.open(space)];
    await Promise.all([untilLive(a), untilLive(b)]);
    expect(a.room.awareness.getLocalState()).toBeNull();
    const sees = (): boolean => a.room.awareness.getStates().has(b.doc.clientID);
    const untilSeen = (wanted: boolean): Promise<void> =>
      vi.waitFor(() => expect(sees()).toBe(wanted), { timeout: 5000, interval: 5 });
    let updates = 0;
    b.doc.on('update', () => (updates += 1));
    b.room.awareness.setLocalState({ name: 'B' });
    await untilSeen(true);
    for (const away of [first, second]) {
      away.relay.setEnabled(false);
      await untilSeen(false);
      away.relay.setEnabled(true);
      await untilSeen(true);
    }
    b.room.awareness.setLocalState(null);
    await untilSeen(false);
    expect(updates).toBe(0);
  });

  it('[R10] a device whose clock is wrong is told by how much', async () => {
    const first = device('a', { now: () => Date.now() + 3_600_000 });
    await untilLive(first.open(space));
    const { clockOffBy } = first.relay.status();
    expect(clockOffBy).toBeGreaterThan(3_590_000);
    const second = device('b');
    await untilLive(second.open(space));
    expect(second.relay.status().clockOffBy).toBeNull();
  });
});
