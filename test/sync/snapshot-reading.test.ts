import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Coverage, coverageOfDocument, emptyCoverage, encodeCoverage } from '../../src/sync/coverage.ts';
import { singleContent } from '../../src/sync/frame-content.ts';
import { sealContent } from '../../src/sync/seal.ts';
import { pushSnapshotByHand } from '../support/hand-made-snapshot.ts';
import { pushRaw } from '../support/hostile-peer.ts';
import { makeRandom } from '../support/seeded-random.ts';
import {
  contentOf,
  cursorOf,
  every10,
  makeSnapshotStage,
  noneByItself,
  runRoom,
  runSeen,
  settled,
  type SnapshotStage,
  space,
  untilSnapshot,
  write,
  untilCursor,
} from '../support/snapshot-stage.ts';
import { until, untilLive, untilSame } from '../support/sync-device.ts';

const random = makeRandom(72);
let stage: SnapshotStage;
let device: SnapshotStage['device'];

beforeEach(async () => {
  stage = await makeSnapshotStage();
  ({ device } = stage);
});
afterEach(() => stage.dispose());

const nothing = { coverage: emptyCoverage(), update: Uint8Array.of(0, 0) };

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

  it('[P4] gives a viewer whom a bad one left with nothing what the next one has', async () => {
    const a = device('a', { timing: noneByItself }).open(runRoom, { appendOnly: true });
    await write(a, 6);
    const lie = { coverage: coverageOfDocument(a.doc), update: Uint8Array.of(0, 0) };
    expect(await pushSnapshotByHand(device('hostile'), runRoom, lie)).toBe('kept');
    const viewer = device('viewer').open(runSeen, { appendOnly: true });
    await untilLive(viewer);
    expect(viewer.list.length).toBe(0);
    await write(a, 1);
    expect(await pushSnapshotByHand(device('maker'), runRoom, contentOf(a.doc))).toBe('kept');
    await until(viewer, () => viewer.list.length === 7);
    expect(viewer.list.toJSON()).toEqual(a.list.toJSON());
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
    await untilCursor(first, ({ seq }) => seq === 9);
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
    const of = device('a', { timing: noneByItself });
    const a = of.open(space);
    await write(a, 4);
    const early = contentOf(a.doc);
    await write(a, 3);
    expect(await cursorOf(of, a)).toMatchObject({ seq: 7, snapshot: null });
    expect(await pushSnapshotByHand(device('maker'), space, early, 4)).toBe('kept');
    const again = of.open(space, { doc: a.doc });
    await untilSnapshot(of, 4);
    await untilLive(again);
    await settled();
    expect(await again.room.flush()).toBe('acknowledged');
    const cursor = await cursorOf(of, again);
    expect(cursor).toMatchObject({ seq: 7, snapshot: { seq: 4 } });
    expect(cursor.coverage).toEqual(coverageOfDocument(a.doc));
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
    const future: Coverage = { structs: new Map([[a.doc.clientID, [[2, 1000]]]]), deletions: new Map() };
    const seen = { seq: 4, chainPrefix: new Uint8Array(8) };
    const lies = [encodeCoverage(future), random.bytes(30)].map((body) =>
      sealContent(space, 'frame/1', { ...singleContent('lacking', body), seen }, random.bytes),
    );
    await pushRaw(device('hostile').relay, space, lies);
    await settled();
    await write(a, 1);
    await until(b, () => b.list.length === 5);
    // Five frames, two lies, and what one of them would need, brought by one device or by both at once.
    expect((await cursorOf(first, a)).seq).toBeLessThanOrEqual(9);
  });
});
