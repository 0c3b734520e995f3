import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type RunId } from '../../src/model/ids.ts';
import { encodeBase64url } from '../../src/sync/base64url.ts';
import type { Bytes } from '../../src/sync/bytes.ts';
import {
  deriveRunRoom,
  deriveRunRoomForViewer,
  deriveSpaceRoom,
  makeOwner,
  viewerFromWriter,
} from '../../src/sync/capability.ts';
import { decodeClientMessage } from '../../src/wire/client-message.ts';
import { coverageOfDocument, emptyCoverage } from '../../src/sync/coverage.ts';
import { type Cursor, decodeCursor } from '../../src/sync/cursor.ts';
import { singleContent } from '../../src/sync/frame-content.ts';
import type { RoomKeys, SigningKey } from '../../src/sync/room-keys.ts';
import { sealContent } from '../../src/sync/seal.ts';
import { pushSnapshotByHand } from '../support/hand-made-snapshot.ts';
import { pushRaw } from '../support/hostile-peer.ts';
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

const owner = makeOwner(makeRandom(71).bytes);
const space = deriveSpaceRoom(owner);
const run = asId<RunId>('run');
const runRoom = deriveRunRoom(owner, run, 0);
const runSeen = deriveRunRoomForViewer(viewerFromWriter(owner), run, 0, runRoom.publicKeys.write as Bytes);
const random = makeRandom(72);
const every10 = { snapshotFrames: 10, snapshotMs: 1 };
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
  const { url, origin } = relay;
  const made = makeSyncDevice({ name: `${url} ${name}`, url, origin, seed: 70 + devices.length, ...options });
  devices.push(made);
  return made;
}

/** The cursor as it was stored last; ends the document. */
async function cursorOf(of: SyncDevice, document: OpenDocument, keys: RoomKeys = space): Promise<Cursor> {
  await document.room.destroy();
  const stored = await of.cursorStore.get(encodeBase64url(keys.roomId));
  const cursor = stored === null ? null : decodeCursor(stored);
  if (cursor === null) throw new Error('no cursor was stored');
  return cursor;
}

/** Resolves when the newest snapshot that a device knows of covers at least this. */
async function untilSnapshot(of: SyncDevice, coversSeq: number, keys: RoomKeys = space): Promise<void> {
  for (let tries = 0; tries < 800; tries += 1) {
    const stored = await of.cursorStore.get(encodeBase64url(keys.roomId));
    const known = stored === null ? null : decodeCursor(stored);
    if ((known?.snapshot?.seq ?? 0) >= coversSeq) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`waited too long for a snapshot up to ${coversSeq}`);
}

/** One frame an edit. */
async function write(document: OpenDocument, count: number, name = 'edit'): Promise<void> {
  await untilLive(document);
  for (let index = 0; index < count; index += 1) {
    document.list.push([`${name} ${document.list.length}`]);
    expect(await document.room.flush()).toBe('acknowledged');
  }
}

const contentOf = (doc: Y.Doc): Parameters<typeof pushSnapshotByHand>[2] => ({
  coverage: coverageOfDocument(doc),
  update: new Uint8Array(Y.encodeStateAsUpdate(doc)),
});
const nothing = { coverage: emptyCoverage(), update: Uint8Array.of(0, 0) };
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 120));
const noneByItself = { snapshotFrames: 1e9 };

describe('reading a snapshot', () => {
  it('[P1] starts an editor and a viewer from it, and from the frames after it', async () => {
    const a = device('a', { timing: noneByItself }).open(runRoom, { appendOnly: true });
    await write(a, 6);
    expect(await pushSnapshotByHand(device('maker'), runRoom, contentOf(a.doc))).toBe('kept');
    await write(a, 3);
    const [first, second] = [device('editor'), device('viewer')];
    const [editor, viewer] = [
      first.open(runRoom, { appendOnly: true }),
      second.open(runSeen, { appendOnly: true }),
    ];
    await until(editor, () => editor.list.length === 9);
    await until(viewer, () => viewer.list.length === 9);
    expect(viewer.list.toJSON()).toEqual(a.list.toJSON());
    expect(editor.room.status().faults).toEqual({ badFrames: 0, badUpdates: 0, forks: 0 });
    await editor.room.flush();
    const cursor = await cursorOf(first, editor, runRoom);
    expect(cursor).toMatchObject({ seq: 9, snapshot: { seq: 6 } });
    expect(cursor.coverage).toEqual(coverageOfDocument(a.doc));
    expect(await cursorOf(second, viewer, runSeen)).toMatchObject({ seq: 9, snapshot: { seq: 6 } });
  });

  it('[P1] is resumed from the cursor: nothing is read or written again', async () => {
    const a = device('a', { timing: noneByItself }).open(space);
    await write(a, 6);
    a.list.delete(2, 2);
    await write(a, 1);
    expect(await pushSnapshotByHand(device('maker'), space, contentOf(a.doc))).toBe('kept');
    const late = device('late');
    const first = late.open(space);
    await until(first, () => first.list.length === 5);
    const cursor = await cursorOf(late, first);
    for (let visit = 0; visit < 2; visit += 1) {
      const again = late.open(space, { doc: first.doc });
      await untilLive(again);
      expect(await again.room.flush()).toBe('acknowledged');
      expect(await cursorOf(late, again)).toEqual(cursor);
    }
    a.list.push(['after all that']);
    const once = late.open(space, { doc: first.doc });
    await until(once, () => once.list.length === 6);
  });

  it('[P1] in many parts, over many pages', async () => {
    const a = device('a', { timing: noneByItself }).open(space);
    await untilLive(a);
    const long = Buffer.from(random.bytes(700_000)).toString('hex');
    a.list.push([long]);
    await a.room.flush();
    expect(await pushSnapshotByHand(device('maker'), space, contentOf(a.doc))).toBe('kept');
    await write(a, 2);
    const late = device('late').open(space);
    await until(late, () => late.list.length === 3);
    expect(late.list.get(0)).toBe(long);
  });

  it('[P1] answers a device that was away longer than the relay keeps frames', async () => {
    const away = device('away', { timing: noneByItself });
    const b = away.open(space);
    const first = device('a', { timing: every10 });
    const a = first.open(space);
    await write(a, 2);
    await until(b, () => b.list.length === 2);
    away.relay.setEnabled(false);
    b.list.insert(0, ['written away']);
    await write(a, 40);
    await untilSnapshot(first, 30);
    away.relay.setEnabled(true);
    away.relay.kick();
    await until(b, () => b.list.length === 43);
    await untilSame(a, b);
    expect(await b.room.flush()).toBe('acknowledged');
    expect((await cursorOf(away, b)).snapshot?.seq).toBeGreaterThan(10);
  });
});

describe('a snapshot that is not what it should be', () => {
  it('[P4] an empty one loses nothing: whoever is live brings what it lacks, once', async () => {
    // The first one lets the other go ahead.
    const first = device('a', { timing: { ...noneByItself, healMs: 60_000 } });
    const [a, b] = [first.open(space), device('b', { timing: noneByItself }).open(space)];
    await write(a, 8);
    await until(b, () => b.list.length === 8);
    expect(await pushSnapshotByHand(device('buggy'), space, nothing)).toBe('kept');
    await settled();
    expect(await a.room.flush()).toBe('acknowledged');
    const late = device('late').open(space);
    await until(late, () => late.list.length === 8);
    expect(late.list.toJSON()).toEqual(a.list.toJSON());
    expect((await cursorOf(first, a)).seq).toBe(9);
  });

  it('[P4] an empty one loses nothing, although every other device was away when it was made', async () => {
    const first = device('a', { timing: noneByItself });
    const a = first.open(space);
    await write(a, 8);
    a.list.delete(0, 1);
    await a.room.flush();
    await settled();
    first.relay.setEnabled(false);
    expect(await pushSnapshotByHand(device('buggy'), space, nothing)).toBe('kept');
    const poisoned = device('late').open(space);
    await untilLive(poisoned);
    expect(poisoned.list.length).toBe(0);
    first.relay.setEnabled(true);
    first.relay.kick();
    await until(poisoned, () => poisoned.list.length === 7);
    await a.room.flush();
    const later = device('later').open(space);
    await until(later, () => later.list.length === 7);
    expect(later.list.toJSON()).toEqual(a.list.toJSON());
  });

  it('[P4] one that is honest costs nobody a frame, live or coming back', async () => {
    const [first, second] = [device('a', { timing: noneByItself }), device('b', { timing: noneByItself })];
    const [a, b] = [first.open(space), second.open(space)];
    await write(a, 4);
    await until(b, () => b.list.length === 4);
    const content = contentOf(a.doc);
    await settled();
    second.relay.setEnabled(false);
    expect(await pushSnapshotByHand(device('maker'), space, content)).toBe('kept');
    await write(a, 3);
    second.relay.setEnabled(true);
    second.relay.kick();
    await until(b, () => b.list.length === 7);
    await Promise.all([untilSnapshot(first, 4), untilSnapshot(second, 4)]);
    await settled();
    for (const [of, document] of [
      [first, a],
      [second, b],
    ] as const)
      expect(await cursorOf(of, document)).toMatchObject({ seq: 7, snapshot: { seq: 4 } });
  });

  it('[P4] frames that were read before a start are told from what the snapshot must hold', async () => {
    const first = device('a', { timing: noneByItself });
    const a = first.open(space);
    await write(a, 4);
    const early = contentOf(a.doc);
    await settled();
    first.relay.setEnabled(false);
    expect(await pushSnapshotByHand(device('maker'), space, early)).toBe('kept');
    const other = device('b', { timing: noneByItself });
    const b = other.open(space);
    await write(b, 3, 'b');
    // Both know all seven frames; only the first four are in the snapshot.
    first.relay.setEnabled(true);
    first.relay.kick();
    await until(a, () => a.list.length === 7);
    await settled();
    const again = first.open(space, { doc: (await cursorOf(first, a), a.doc) });
    await untilLive(again);
    await settled();
    expect(await cursorOf(first, again)).toMatchObject({ seq: 7, snapshot: { seq: 4 } });
  });

  it('[P2] whose header claims more than it holds: the reader says so, and gets the rest', async () => {
    const first = device('a', { timing: noneByItself });
    const a = first.open(space);
    await write(a, 8);
    const claim = coverageOfDocument(a.doc);
    expect(await pushSnapshotByHand(device('hostile'), space, { ...nothing, coverage: claim })).toBe('kept');
    const late = device('late', { timing: noneByItself }).open(space);
    await until(late, () => late.list.length === 8);
    expect(late.room.status().faults).toMatchObject({ badUpdates: 1 });
    await settled();
    // The report and one frame that holds everything.
    expect((await cursorOf(first, a)).seq).toBe(10);
  });

  it('[P2] whose header claims what nobody wrote yet does not keep it from being written', async () => {
    const first = device('a', { timing: noneByItself });
    const a = first.open(space);
    await write(a, 3);
    const claim = coverageOfDocument(a.doc);
    claim.structs.set(a.doc.clientID, [[0, 1_000_000]]);
    expect(await pushSnapshotByHand(device('hostile'), space, { ...nothing, coverage: claim })).toBe('kept');
    await settled();
    await write(a, 2, 'after the lie');
    const late = device('late').open(space);
    await until(late, () => late.list.length === 5);
    expect(late.list.toJSON()).toEqual(a.list.toJSON());
  });

  it('[P3] that nobody can read is passed over, and the rest comes from the others', async () => {
    const a = device('a', { timing: noneByItself }).open(space);
    await write(a, 5);
    const rubbish = { coverage: coverageOfDocument(a.doc), update: random.bytes(400) };
    expect(await pushSnapshotByHand(device('hostile'), space, rubbish)).toBe('kept');
    const late = device('late').open(space);
    await until(late, () => late.list.length === 5);
    expect(late.room.status()).toMatchObject({ phase: 'live', faults: { badUpdates: 1 } });
  });

  it('[P2] reports are claims, too: a false one makes nobody forget, or repeat itself for long', async () => {
    const first = device('a', { timing: noneByItself });
    const [a, b] = [first.open(space), device('b', { timing: noneByItself }).open(space)];
    await write(a, 4);
    await until(b, () => b.list.length === 4);
    const writer = space as RoomKeys & { readonly writeKey: SigningKey };
    const lies = [Uint8Array.of(0, 0), random.bytes(30)].map((body) =>
      sealContent(writer, 'frame/1', singleContent('lacking', body), random.bytes),
    );
    await pushRaw(device('hostile').relay, writer, lies);
    await settled();
    await write(a, 1);
    await until(b, () => b.list.length === 5);
    // Four frames, two lies, and at most what one of them would need, brought by one device.
    expect((await cursorOf(first, a)).seq).toBeLessThanOrEqual(8);
  });
});

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
    const writer = space as RoomKeys & { readonly writeKey: SigningKey };
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
      const keys = name === 'half' ? writer : { ...writer, ...deriveRunRoom(owner, asId<RunId>(name), 0) };
      const target = keys as typeof writer;
      await pushRaw(device(`${name} peer`).relay, target, [
        sealContent(target, 'frame/1', content, random.bytes),
      ]);
      const of = device(name, { timing: every10 });
      const a = of.open(target);
      await write(a, 15);
      await settled();
      await a.room.destroy();
      const late = device(`${name} late`, { timing: noneByItself });
      const document = late.open(target);
      await until(document, () => document.list.length === 15);
      await settled();
      await document.room.destroy();
      const stored = await late.cursorStore.get(encodeBase64url(target.roomId));
      expect(stored === null ? null : decodeCursor(stored)?.snapshot).toBeNull();
    }
  });

  it('[P7] that the relay refuses is dropped, and the room goes on', async () => {
    const tight = await startRelayInProcess({ snapshotBytes: 200 });
    try {
      const { url, origin } = tight;
      const of = device('a', { name: `${url} a`, url, origin, timing: every10 });
      const a = of.open(space);
      await write(a, 25);
      await settled();
      expect(a.room.status()).toMatchObject({ phase: 'live', pending: false, error: null });
      expect(of.socketCount()).toBe(1);
      expect((await cursorOf(of, a)).snapshot).toBeNull();
    } finally {
      for (const made of devices) await made.dispose();
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
