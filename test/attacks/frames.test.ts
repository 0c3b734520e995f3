/**
 * Frames that are not what they claim, from members without manners and from a relay that lies: devices take
 * nothing that was forged, lose nothing that was honest, and agree once the lying ends.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type RunId } from '../../src/model/ids.ts';
import { deriveRunRoom, makeOwner } from '../../src/sync/capability.ts';
import { encodeFrameContent, groupLength, singleContent } from '../../src/sync/frame-content.ts';
import type { RoomKeys, SigningKey } from '../../src/sync/room-keys.ts';
import { encrypt, sealContent } from '../../src/sync/seal.ts';
import { sign } from '../../src/sync/signatures.ts';
import { concatBytes } from '../../src/wire/bytes.ts';
import type { LogEntry } from '../../src/wire/relay-message.ts';
import { frameStatement } from '../../src/wire/statements.ts';
import { pushRaw } from '../support/hostile-peer.ts';
import { type RelayInProcess, startRelayInProcess } from '../support/relay-in-process.ts';
import { makeRandom } from '../support/seeded-random.ts';
import {
  makeSyncDevice,
  type OpenDocument,
  type SyncDevice,
  until,
  untilLive,
} from '../support/sync-device.ts';
import { honest, type Lie, type LyingRelay, startLyingRelay } from './lying-relay.ts';

type WriterKeys = RoomKeys & { readonly writeKey: SigningKey };

const owner = makeOwner(makeRandom(91).bytes);
const roomOf = (run: string): WriterKeys => {
  const keys = deriveRunRoom(owner, asId<RunId>(run), 0);
  return { ...keys, writeKey: keys.writeKey as SigningKey };
};
const keys = roomOf('target');
const other = roomOf('other');
const random = makeRandom(92);
let relay: RelayInProcess;
let liar: LyingRelay;
let devices: SyncDevice[];

beforeEach(async () => {
  relay = await startRelayInProcess();
  liar = await startLyingRelay(relay);
  devices = [];
});
afterEach(async () => {
  for (const device of devices) await device.dispose();
  await liar.close();
  await relay.dispose();
});

function device(
  name: string,
  through: { readonly url: string; readonly origin: string } = relay,
): SyncDevice {
  const { url, origin } = through;
  const made = makeSyncDevice({ name: `${url} ${name}`, url, origin, seed: 100 + devices.length });
  devices.push(made);
  return made;
}
/** A device whose relay lies to it. */
const deceived = (name: string): SyncDevice => device(name, { url: liar.url, origin: relay.origin });

const seal = (text: string, within: WriterKeys = keys): Uint8Array<ArrayBuffer> => {
  const doc = new Y.Doc();
  doc.getArray('events').push([text]);
  return sealContent(within, 'frame/1', singleContent('update', Y.encodeStateAsUpdate(doc)), random.bytes);
};
const events = (document: OpenDocument): readonly unknown[] => document.list.toJSON();
const sorted = (document: OpenDocument): readonly string[] => events(document).map(String).toSorted();

/** The forged frames are in the log, and then an honest one: what a device makes of it. */
async function readAfter(forged: readonly Uint8Array[]): Promise<OpenDocument> {
  await pushRaw(device('hostile').relay, keys, [...forged, seal('honest')]);
  const reader = device('reader').open(keys, { appendOnly: true });
  await until(reader, () => reader.list.length > 0, 'the honest frame');
  await untilLive(reader);
  expect(events(reader)).toEqual(['honest']);
  return reader;
}

describe('a frame', () => {
  it('moved to another room opens for nobody there, also under that room’s signature', async () => {
    const moved = seal('from elsewhere', other);
    const resigned = sealContent(
      { ...other, writeKey: keys.writeKey, roomId: keys.roomId },
      'frame/1',
      singleContent('update', random.bytes(30)),
      random.bytes,
    );
    const reader = await readAfter([moved, resigned]);
    expect(reader.room.status().faults.badFrames).toBe(2);
  });

  it('re-signed by another key is passed over', async () => {
    const frame = seal('forged');
    const rest = frame.slice(64);
    const resign = (key: SigningKey, room = keys): Uint8Array =>
      concatBytes([sign(key, frameStatement(room.roomId, rest)), rest]);
    const signers = [keys.readKey, other.writeKey, other.readKey, keys.ownerKey as SigningKey];
    const reader = await readAfter([...signers.map((key) => resign(key)), resign(keys.writeKey, other)]);
    expect(reader.room.status().faults.badFrames).toBe(5);
  });

  it('written by a viewer, who has the key that encrypts, is passed over', async () => {
    const doc = new Y.Doc();
    doc.getArray('events').push(['by a viewer']);
    const plain = encodeFrameContent(singleContent('update', Y.encodeStateAsUpdate(doc)));
    const rest = encrypt(keys, 'frame/1', plain, random.bytes);
    const frame = concatBytes([sign(keys.readKey, frameStatement(keys.roomId, rest)), rest]);
    const reader = await readAfter([frame]);
    expect(reader.room.status().faults.badFrames).toBe(1);
  });

  it('truncated anywhere is passed over', async () => {
    const frame = seal('cut');
    const cuts = [1, 63, 64, 65, 87, 88, 103, 104, frame.length - 16, frame.length - 1];
    const reader = await readAfter(cuts.map((length) => frame.subarray(0, length)));
    expect(reader.room.status().faults.badFrames).toBe(cuts.length);
  });

  it('sealed for presence does not become an edit', async () => {
    const doc = new Y.Doc();
    doc.getArray('events').push(['as presence']);
    const content = singleContent('update', Y.encodeStateAsUpdate(doc));
    const reader = await readAfter([sealContent(keys, 'eph/1', content, random.bytes)]);
    expect(reader.room.status().faults.badFrames).toBe(1);
  });

  it('replayed by a member changes nothing, for those who are here and those who come', async () => {
    const frame = seal('once');
    const a = device('a').open(keys, { appendOnly: true });
    await untilLive(a);
    await pushRaw(device('hostile').relay, keys, [frame, frame, frame]);
    await pushRaw(device('again').relay, keys, [frame, seal('honest')]);
    await until(a, () => a.list.length === 2);
    const late = device('late').open(keys, { appendOnly: true });
    await until(late, () => late.list.length === 2);
    for (const document of [a, late]) expect(sorted(document)).toEqual(['honest', 'once']);
  });
});

describe('deletions smuggled into a run', () => {
  const erase = (from: Y.Doc): Uint8Array => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(from));
    const before = Y.encodeStateVector(copy);
    copy.getArray('events').delete(0, copy.getArray('events').length);
    return Y.encodeStateAsUpdate(copy, before);
  };
  const asFrames = (update: Uint8Array, parts: number): readonly Uint8Array[] => {
    const group = random.bytes(groupLength);
    const size = Math.ceil(update.length / parts);
    return Array.from({ length: parts }, (_, part) =>
      sealContent(
        keys,
        'frame/1',
        { ...singleContent('update', update.subarray(part * size, (part + 1) * size)), group, part, parts },
        random.bytes,
      ),
    );
  };

  it.each([
    ['alone', 1],
    ['in parts', 3],
  ])('%s delete nothing, live, late and after a restart', async (_, parts) => {
    const first = device('a');
    const a = first.open(keys, { appendOnly: true });
    a.list.push(['started', 'done']);
    expect(await a.room.flush()).toBe('acknowledged');
    await pushRaw(device('hostile').relay, keys, [...asFrames(erase(a.doc), parts), seal('after')]);
    await until(a, () => a.list.length === 3);
    const late = device('late').open(keys, { appendOnly: true });
    await until(late, () => late.list.length === 3);
    await a.room.destroy();
    const again = first.open(keys, { doc: a.doc, appendOnly: true });
    await untilLive(again);
    for (const document of [late, again]) {
      expect(sorted(document)).toEqual(['after', 'done', 'started']);
    }
  });
});

describe('a relay that lies', () => {
  const changeEntries =
    (change: (entries: readonly LogEntry[]) => readonly LogEntry[]): Lie =>
    (message, bytes) => {
      if (message.kind !== 'frames' || message.entries.length < 3) return [bytes];
      return [{ ...message, entries: change(message.entries) }];
    };
  /** Numbers them as if they had always stood like that. */
  const renumber = (entries: readonly LogEntry[]): readonly LogEntry[] =>
    entries.map((entry, index) =>
      entry.kind === 'frame' ? { ...entry, prev: index, seq: index + 1 } : entry,
    );

  async function writeFive(): Promise<OpenDocument> {
    const writer = device('writer').open(keys, { appendOnly: true });
    for (let index = 1; index <= 5; index++) {
      writer.list.push([index]);
      expect(await writer.room.flush()).toBe('acknowledged');
    }
    return writer;
  }

  async function expectHealed(document: OpenDocument, writer: OpenDocument): Promise<void> {
    liar.tell(honest);
    for (const { relay: socket } of devices) socket.kick();
    document.list.push(['mine']);
    await until(writer, () => writer.list.length === 6, 'the edit of the deceived device');
    await until(document, () => document.list.length === 6, 'everything, once the relay is honest');
    expect(events(document)).toEqual(events(writer));
  }

  it.each([
    ['reordered', (entries: readonly LogEntry[]) => [...entries].reverse()],
    ['left out', (entries: readonly LogEntry[]) => entries.toSpliced(1, 1)],
    ['replayed', (entries: readonly LogEntry[]) => [...entries.slice(0, 2), ...entries.slice(1)]],
  ])('frames that are %s are a gap, and nothing of them stays', async (_, change) => {
    const writer = await writeFive();
    liar.tell(changeEntries(change));
    const reader = deceived('reader').open(keys, { appendOnly: true });
    await until(reader, () => liar.lies() > 0, 'a lie');
    await expectHealed(reader, writer);
  });

  it.each([
    ['reordered', 1, (entries: readonly LogEntry[]) => renumber([...entries].reverse())],
    ['left out', 1, (entries: readonly LogEntry[]) => renumber(entries.toSpliced(1, 1))],
    // Behind what it repeats, each author's word still fits: only the relay's own log contradicts it.
    ['replayed', 0, (entries: readonly LogEntry[]) => renumber([...entries, ...entries])],
    [
      'put in from another room',
      1,
      (entries: readonly LogEntry[]) =>
        renumber([{ kind: 'frame', prev: 0, seq: 1, bytes: seal('elsewhere', other) }, ...entries]),
    ],
  ])(
    'frames that are %s and numbered anew are another chain: noticed, and healed',
    async (_, forks, change) => {
      const writer = await writeFive();
      liar.tell(changeEntries(change));
      const reader = deceived('reader').open(keys, { appendOnly: true });
      await until(reader, () => liar.lies() > 0 && reader.room.status().phase === 'live', 'a lie');
      expect(reader.room.status().faults.forks).toBeGreaterThanOrEqual(forks);
      expect(events(reader)).not.toContain('elsewhere');
      await expectHealed(reader, writer);
    },
  );

  it('cannot close a room: a tombstone without the owner’s signature is refused', async () => {
    const writer = await writeFive();
    liar.tell((message, bytes) =>
      message.kind === 'page'
        ? [{ kind: 'closed', ch: message.ch, signature: random.bytes(64), tombstone: random.bytes(40) }]
        : [bytes],
    );
    const reader = deceived('reader').open(keys, { appendOnly: true });
    await until(reader, () => reader.room.status().phase === 'refused', 'the refusal');
    expect(reader.room.status().error).toEqual({ type: 'refused', code: 4400 });
    expect(writer.room.status().phase).toBe('live');
  });

  it('cannot make a member enter elsewhere: what is signed for its page holds nowhere else', async () => {
    const victim = device('victim', { url: liar.url, origin: liar.ownOrigin });
    const document = victim.open(keys, { appendOnly: true });
    await until(document, () => document.room.status().phase === 'refused', 'the refusal');
    expect(document.room.status().error).toEqual({ type: 'refused', code: 4403 });
  });

  it('flips bits: whatever comes, the device neither ends nor believes it', async () => {
    const writer = await writeFive();
    const chance = makeRandom(93);
    liar.tell((message, bytes) => {
      // The challenge stays whole, or nothing else would ever be tried.
      if (message.kind === 'challenge' || chance.next() < 0.3) return [bytes];
      const flipped = bytes.slice();
      for (let flips = 1 + chance.below(3); flips > 0; flips--) {
        const bit = chance.below(flipped.length * 8);
        flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      }
      return [flipped];
    });
    const reader = deceived('reader').open(keys, { appendOnly: true });
    const { relay: socket } = devices.at(-1) as SyncDevice;
    for (let index = 0; index < 80 && liar.lies() < 60; index++) {
      await delay(30);
      socket.restart();
      socket.kick();
    }
    expect(liar.lies()).toBeGreaterThan(20);
    for (const event of events(reader)) expect([1, 2, 3, 4, 5]).toContain(event);
    await expectHealed(reader, writer);
  });
});
