import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { singleContent } from '../../src/sync/frame-content.ts';
import { sealContent } from '../../src/sync/seal.ts';
import { CLIENT_KINDS, decodeClientMessage } from '../../src/wire/client-message.ts';
import { pushSnapshotByHand } from '../support/hand-made-snapshot.ts';
import { pushRaw } from '../support/hostile-peer.ts';
import { startRelayInProcess } from '../support/relay-in-process.ts';
import { makeRandom } from '../support/seeded-random.ts';
import {
  contentOf,
  cursorOf,
  every10,
  makeSnapshotStage,
  noneByItself,
  runRoom,
  runRoomOf,
  runSeen,
  settled,
  type SnapshotStage,
  space,
  untilSnapshot,
  write,
} from '../support/snapshot-stage.ts';
import { until, untilLive } from '../support/sync-device.ts';

const random = makeRandom(73);
let stage: SnapshotStage;
let relay: SnapshotStage['relay'];
let device: SnapshotStage['device'];

beforeEach(async () => {
  stage = await makeSnapshotStage();
  ({ relay, device } = stage);
});
afterEach(() => stage.dispose());

describe('a run document', () => {
  it('[P6] takes no deletion from a snapshot, said or smuggled in as an empty place', async () => {
    const a = device('a', { timing: noneByItself }).open(runRoom, { appendOnly: true });
    await write(a, 4);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(a.doc));
    copy.getArray('events').delete(0, 3);
    expect(await pushSnapshotByHand(device('hostile'), runRoom, contentOf(copy))).toBe('kept');
    const [editor, viewer] = [
      device('editor').open(runRoom, { appendOnly: true }),
      device('viewer').open(runSeen, { appendOnly: true }),
    ];
    await until(editor, () => editor.list.length === 4);
    await until(viewer, () => viewer.list.length === 4);
    expect(viewer.list.toJSON()).toEqual(a.list.toJSON());
    expect(a.list.length).toBe(4);
  });

  it('[P6] in which somebody deleted something is not made into a snapshot', async () => {
    const first = device('a', { timing: every10 });
    const a = first.open(runRoom, { appendOnly: true });
    await write(a, 3);
    a.list.delete(0, 1);
    await write(a, 20);
    await settled();
    expect((await cursorOf(first, a, runRoom)).snapshot).toBeNull();
    const late = device('late').open(runRoom, { appendOnly: true });
    await until(late, () => late.list.length === 23);
  });
});

describe('making a snapshot', () => {
  it('[P5] happens after so many frames, by one device, and spares newcomers the frames before', async () => {
    const [first, second] = [device('a', { timing: every10 }), device('b', { timing: every10 })];
    const [a, b] = [first.open(space), second.open(space)];
    await untilLive(b);
    await write(a, 25);
    await until(b, () => b.list.length === 25);
    await Promise.all([untilSnapshot(first, 20), untilSnapshot(second, 20)]);
    const late = device('late', { timing: noneByItself });
    const document = late.open(space);
    await until(document, () => document.list.length === 25);
    const [mine, theirs, newest] = [
      await cursorOf(first, a),
      await cursorOf(second, b),
      await cursorOf(late, document),
    ];
    expect(mine.snapshot?.seq).toBeGreaterThanOrEqual(20);
    expect(theirs.snapshot).toEqual(mine.snapshot);
    expect(newest.snapshot).toEqual(mine.snapshot);
    expect(mine.seq).toBe(25);
  });

  it('[P5] is for editors who may: not for viewers, and not for guests', async () => {
    const guest = device('guest', { timing: every10 });
    const viewer = device('viewer', { timing: every10 });
    const g = guest.open(runRoom, { appendOnly: true, mayCompact: false });
    const v = viewer.open(runSeen, { appendOnly: true });
    await write(g, 22);
    await until(v, () => v.list.length === 22);
    await settled();
    expect((await cursorOf(guest, g, runRoom)).snapshot).toBeNull();
    expect((await cursorOf(viewer, v, runSeen)).snapshot).toBeNull();
  });

  it('[P5] waits while a long update is only half there, and while something waits for what is missing', async () => {
    const source = new Y.Doc();
    const updates: Uint8Array[] = [];
    source.on('update', (update: Uint8Array) => updates.push(update));
    for (const value of ['one', 'two']) source.getArray('events').push([value]);
    const half = { ...singleContent('update', Uint8Array.of(0)), group: random.bytes(8), parts: 2 };
    const gap = singleContent('update', updates[1] as Uint8Array);
    for (const [name, content] of [
      ['half', half],
      ['gap', gap],
    ] as const) {
      const target = runRoomOf(name);
      await pushRaw(device(`${name} peer`).relay, target, [
        sealContent(target, 'frame/1', content, random.bytes),
      ]);
      let sent = 0;
      const onSend = (bytes: Uint8Array): 'send' => {
        if (bytes[0] === CLIENT_KINDS.snapshot) sent += 1;
        return 'send';
      };
      const a = device(name, { timing: every10, onSend }).open(target);
      await write(a, 15);
      await settled();
      expect(sent).toBe(0);
    }
  });

  it('[P7] that the relay refuses is dropped, and the room goes on', async () => {
    const tight = await startRelayInProcess({ snapshotBytes: 200 });
    const { url, origin } = tight;
    const of = device('a', { name: `${url} a`, url, origin, timing: every10 });
    try {
      const a = of.open(space);
      await write(a, 25);
      await settled();
      expect(a.room.status()).toMatchObject({ phase: 'live', pending: false, error: null });
      expect(of.socketCount()).toBe(1);
      expect((await cursorOf(of, a)).snapshot).toBeNull();
    } finally {
      await of.dispose();
      await tight.dispose();
    }
  });

  it('[P7] that was cut off between two parts is made again, and not for ever', async () => {
    let cuts = 0;
    const cutting = (times: number) => (bytes: Uint8Array) => {
      const message = decodeClientMessage(bytes);
      const isBody = message.ok && message.value.kind === 'snapshot' && message.value.part === 1;
      if (!isBody || cuts >= times) return 'send';
      cuts += 1;
      return 'cut';
    };
    const of = device('a', { timing: every10, onSend: cutting(2) });
    const a = of.open(space);
    await write(a, 10);
    await untilSnapshot(of, 10);
    expect(cuts).toBe(2);
    cuts = 0;
    const stubborn = device('b', { timing: every10, onSend: cutting(1000) });
    const b = stubborn.open(runRoom);
    await write(b, 10);
    await settled();
    await settled();
    expect(cuts).toBe(3);
    expect(await b.room.flush()).toBe('acknowledged');
  });

  it('[P7] whose answer was lost is recognised', async () => {
    let sent = 0;
    const of = device('a', {
      timing: { ...every10, snapshotMs: 300 },
      onSend: (bytes) => {
        const message = decodeClientMessage(bytes);
        if (!message.ok || message.value.kind !== 'snapshot' || message.value.part !== 1) return 'send';
        sent += 1;
        return sent === 1 ? 'deaf' : 'send';
      },
    });
    const a = of.open(space);
    await write(a, 10);
    await untilSnapshot(of, 10);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(sent).toBe(1);
    expect(await cursorOf(of, a)).toMatchObject({ seq: 10, snapshot: { seq: 10 } });
  });

  it('[P7] that was lost with the relay is made again', async () => {
    const of = device('a', { timing: every10 });
    const a = of.open(space);
    a.list.push([Buffer.from(random.bytes(600_000)).toString('hex')]);
    await write(a, 8);
    for (let round = 0; round < 3; round += 1) {
      a.list.push([`round ${round}`]);
      await a.room.flush();
      await relay.stop();
      await relay.start();
      of.relay.kick();
      await untilLive(a);
    }
    await write(a, 3);
    await untilSnapshot(of, 10);
    const late = device('late', { timing: noneByItself });
    const document = late.open(space);
    await until(document, () => document.list.length === a.list.length);
    expect((await cursorOf(late, document)).snapshot?.seq).toBeGreaterThanOrEqual(10);
  });
});

describe('a relay that lost data', () => {
  it('[R3] and has an older snapshot is brought up to date', async () => {
    const [first, second] = [device('a', { timing: every10 }), device('b', { timing: every10 })];
    const [a, b] = [first.open(space), second.open(space)];
    await write(a, 14);
    a.list.delete(3, 2);
    await a.room.flush();
    await untilSnapshot(first, 10);
    await relay.stop();
    relay.backUp();
    await relay.start();
    await write(a, 14);
    a.list.delete(0, 1);
    await a.room.flush();
    await until(b, () => b.list.length === a.list.length);
    await untilSnapshot(first, 20);
    await relay.stop();
    relay.restore();
    await relay.start();
    for (const { relay: socket } of [first, second]) socket.kick();
    await Promise.all([untilLive(a), untilLive(b)]);
    await Promise.all([a.room.flush(), b.room.flush()]);
    const late = device('late').open(space);
    await until(late, () => late.list.length === a.list.length);
    expect(late.list.toJSON()).toEqual(a.list.toJSON());
    expect(b.list.toJSON()).toEqual(a.list.toJSON());
  });

  it('[R3] and has none at all is filled again', async () => {
    const of = device('a', { timing: every10 });
    const a = of.open(space);
    await write(a, 25);
    await untilSnapshot(of, 20);
    await relay.stop();
    relay.wipe();
    await relay.start();
    of.relay.kick();
    await untilLive(a);
    expect(await a.room.flush()).toBe('acknowledged');
    const late = device('late').open(space);
    await until(late, () => late.list.length === 25);
    await write(a, 15);
    await untilSnapshot(of, 10);
    expect((await cursorOf(of, a)).seq).toBeLessThan(25);
  });
});

describe('a full room', () => {
  const someBytes = 24 * 1024;

  it('[P9] is made room in by the device whose own edit found none, and the edit follows', async () => {
    const tight = await startRelayInProcess({ roomBytes: someBytes, roomSnapshotBytes: 4 * someBytes });
    const { url, origin } = tight;
    const of = device('a', { name: `${url} a`, url, origin, timing: noneByItself });
    const other = device('b', { name: `${url} b`, url, origin, timing: noneByItself });
    try {
      const a = of.open(space);
      await untilLive(a);
      // One text written over and over: the log grows and the document does not.
      const text = a.doc.getMap('texts');
      for (let index = 0; index < 60; index += 1) {
        text.set('note', `${index} ${'x'.repeat(700)}`);
        a.list.push([index]);
        await until(a, () => !a.room.status().pending, `edit ${index} to be taken`);
      }
      const b = other.open(space);
      await until(b, () => b.list.length === 60);
      expect(b.doc.getMap('texts').get('note')).toBe(text.get('note'));
      expect(a.room.status()).toMatchObject({ phase: 'live', error: null });
      const { snapshot, seq } = await cursorOf(of, a);
      expect(snapshot?.seq).toBeGreaterThan(0);
      expect(snapshot?.seq).toBeLessThan(seq);
    } finally {
      await Promise.all([of.dispose(), other.dispose()]);
      await tight.dispose();
    }
  });

  it('[P9] of a guest’s is left to the members, and one that no snapshot helps is not flooded with them', async () => {
    const tight = await startRelayInProcess({ roomBytes: 4_000, roomSnapshotBytes: 64_000 });
    const { url, origin } = tight;
    let sent = 0;
    const onSend = (bytes: Uint8Array): 'send' => {
      const message = decodeClientMessage(bytes);
      if (message.ok && message.value.kind === 'snapshot' && message.value.part === 0) sent += 1;
      return 'send';
    };
    const options = { url, origin, timing: { ...noneByItself, holdMs: 1 }, onSend };
    const guest = device('guest', { name: `${url} guest`, ...options });
    const of = device('a', { name: `${url} a`, ...options });
    try {
      const g = guest.open(runRoom, { appendOnly: true, mayCompact: false });
      await write(g, 2);
      g.list.push(['x'.repeat(5_000)]);
      await until(g, () => g.room.status().error !== null);
      await settled();
      expect(sent).toBe(0);
      const a = of.open(space);
      await write(a, 2);
      a.list.push(['x'.repeat(5_000)]);
      await until(a, () => sent > 0);
      await settled();
      await settled();
      expect(sent).toBeLessThanOrEqual(3);
      expect(a.room.status().pending).toBe(true);
    } finally {
      await Promise.all([of.dispose(), guest.dispose()]);
      await tight.dispose();
    }
  });
});
