/** The checks of the simulation themselves: a world in which something went wrong is told from one in which all is well. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type DeviceId, type SpaceId } from '../../src/model/ids.ts';
import { encodeBase64url } from '../../src/sync/base64url.ts';
import { coverageOfDocument } from '../../src/sync/coverage.ts';
import { checkRoster } from './check-roster.ts';
import { compareDocuments, findMissing, findWrongProblems, type Held, type Member } from './check-end.ts';
import type { Device, Tab } from './device-host.ts';
import { makeLedger } from './ledger.ts';
import { makeRoster } from './roster.ts';
import type { World } from './world.ts';

const run = 'run/home/trip';

/** A device that is nothing but a disk with one run on it. */
function makeDevice(name: string) {
  const doc = new Y.Doc();
  const id = asId<DeviceId>(`device of ${name}`);
  const device = {
    name,
    id: () => id,
    tabs: [],
    disk: {
      names: () => [`${name}/${run}`],
      read: (database: string, store: string) =>
        database === `${name}/${run}` && store === 'updates' ? [Y.encodeStateAsUpdate(doc)] : null,
    },
  } as unknown as Device;
  const member: Member = {
    device,
    record: {
      id: asId<SpaceId>('home'),
      capability: '',
      me: null,
      joinedAt: 0,
      closedRooms: [
        {
          roomId: leftRoom,
          publicKeys: { write: leftRoom, read: leftRoom, owner: leftRoom },
          signature: leftRoom,
          bytes: leftRoom,
        },
      ],
    },
    role: 'editor',
    guest: null,
    documents: new Map([[run, { name: run, doc }]]),
  };
  const write = (event: string, by: DeviceId = id): void => {
    doc.getArray('events').push([{ id: event, device: by }]);
  };
  const hear = (other: { readonly doc: Y.Doc }): void => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other.doc));
  return { id, device, doc, member, write, hear };
}

const leftRoom = new Uint8Array(32).fill(7);

function makeWorld(devices: readonly Device[], epoch = 0) {
  const roster = makeRoster(false);
  const ledger = makeLedger();
  const world = { devices, roster, ledger, isPoisoned: false, epoch: () => epoch } as unknown as World;
  return { world, roster, ledger };
}

describe('the check of removals', () => {
  const [ana, sam] = [makeDevice('ana'), makeDevice('sam')];
  ana.write('before', sam.id);
  const { world, roster } = makeWorld([ana.device, sam.device]);
  const removal = { device: sam.device, id: sam.id, left: encodeBase64url(leftRoom) };
  const check = () => checkRoster(world, [ana.member], ana.member.documents);

  it('is content with what a device wrote until it was removed, and with what others write', async () => {
    roster.removals = [{ ...removal, written: new Set(['before']) }];
    ana.write('of the others');
    expect(await check()).toEqual([]);
  });

  it('finds an event that a device wrote after its removal', async () => {
    roster.removals = [{ ...removal, written: new Set(['before']) }];
    ana.write('late', sam.id);
    expect(await check()).toEqual([`late of ${run} is by sam, which had been removed`]);
  });

  it('says nothing where it cannot know: of a removal that nobody remembers, or what nobody could see', async () => {
    roster.removals = [{ ...removal, written: null }];
    expect(await check()).toEqual([]);
    roster.removals = [{ ...removal, left: 'another room', written: new Set(['before']) }];
    expect(await check()).toEqual([]);
  });

  it('finds an entry that was forged as a guest', async () => {
    roster.removals = [];
    roster.forged.add('late');
    expect(await check()).toEqual(['late was forged and is in the run']);
  });
});

describe('the check of what was promised', () => {
  const tab = {} as Tab;

  /** Sam wrote, was told that it worked, and that the relay has it. */
  function makePromise(epoch: number) {
    const [ana, sam] = [makeDevice('ana'), makeDevice('sam')];
    const made = makeWorld([ana.device, sam.device], epoch);
    sam.write('edit');
    expect(made.ledger.promise(sam.device, tab, run, [])).toEqual([]);
    const check = () => findMissing(made.world, [ana.member], []);
    return { ...made, ana, sam, check };
  }
  const lacks = [`ana lacks edit of ${run}, which was promised`];

  it('finds an acknowledged edit that somebody does not have, and is content when it is there', () => {
    const { ledger, check, ana, sam } = makePromise(0);
    ledger.acknowledged(tab, 0);
    expect(check()).toEqual(lacks);
    ana.hear(sam);
    expect(check()).toEqual([]);
  });

  it('holds the relay to what it acknowledged when the disk has lost it, and nobody when both have', () => {
    const { ledger, check, sam } = makePromise(0);
    ledger.acknowledged(tab, 0);
    ledger.rolledBack(sam.device, 0);
    expect(check()).toEqual(lacks);
    const lost = makePromise(1);
    lost.ledger.acknowledged(tab, 0);
    lost.ledger.rolledBack(lost.sam.device, 0);
    expect(lost.check()).toEqual([]);
  });

  it('holds the device to what nobody acknowledged, unless its disk lost it or it was removed', () => {
    const kept = makePromise(0);
    expect(kept.check()).toEqual(lacks);
    kept.roster.targets.add(kept.sam.device);
    expect(kept.check()).toEqual([]);
    const lost = makePromise(0);
    lost.ledger.rolledBack(lost.sam.device, 0);
    expect(lost.check()).toEqual([]);
  });

  it('lets a screen say that a household is lost only when nobody has it any more', () => {
    const { device, doc } = makeDevice('sam');
    const holding = (isHousehold: boolean): Held => {
      return { device, document: 'space/home', coverage: coverageOfDocument(doc), isHousehold };
    };
    const check = (lost: boolean, held: readonly Held[]) =>
      findWrongProblems([{ type: 'contentMissing', lost }], { isPoisoned: true, held });
    expect(check(true, [])).toEqual([]);
    expect(check(true, [holding(false)])).toEqual([]);
    expect(check(true, [holding(false), holding(true)])).toEqual(['contentMissing']);
    expect(check(false, [])).toEqual(['contentMissing']);
  });

  it('lets a screen speak of unreadable changes only when some were sent', () => {
    const check = (isPoisoned: boolean) =>
      findWrongProblems([{ type: 'unreadableChanges', count: 1 }, { type: 'keysDamaged' }], {
        isPoisoned,
        held: [],
      });
    expect(check(true)).toEqual(['keysDamaged']);
    expect(check(false)).toEqual(['unreadableChanges', 'keysDamaged']);
  });

  it('finds what a surviving device held when the trouble ended', () => {
    const [ana, sam] = [makeDevice('ana'), makeDevice('sam')];
    const { world } = makeWorld([ana.device, sam.device]);
    sam.write('unheard');
    const held = [
      { device: sam.device, document: run, coverage: coverageOfDocument(sam.doc), isHousehold: false },
    ];
    const check = () => findMissing(world, [ana.member, sam.member], held);
    expect(check()).toEqual([`ana lacks something of ${run} that sam held`]);
    ana.hear(sam);
    expect(check()).toEqual([]);
  });

  it('owes nobody what a full disk kept without the change that it builds on, as long as the disk keeps it', () => {
    const [ana, sam, lost] = [makeDevice('ana'), makeDevice('sam'), makeDevice('sam, before')];
    const { world } = makeWorld([ana.device, sam.device]);
    lost.write('no room for it');
    const before = Y.encodeStateVector(lost.doc);
    lost.write('room again');
    Y.applyUpdate(sam.doc, Y.encodeStateAsUpdate(lost.doc, before));
    const held = [
      { device: sam.device, document: run, coverage: coverageOfDocument(sam.doc), isHousehold: false },
    ];
    expect(held[0]?.coverage.structs.size).toBe(1);
    expect(findMissing(world, [ana.member, sam.member], held)).toEqual([]);
    const emptied = { ...sam.member, documents: new Map([[run, { name: run, doc: new Y.Doc() }]]) };
    expect(findMissing(world, [ana.member, emptied], held)).toHaveLength(2);
  });

  it('finds at once that a disk does not have what its household has just said is written', () => {
    const { ledger, sam } = makePromise(0);
    expect(ledger.promise(sam.device, tab, run, ['never written'])).toEqual([
      `sam does not have never written of ${run}, which it has just written`,
    ]);
  });
});

describe('the check that all devices have the same', () => {
  it('holds writers to the same, and viewers to no less', () => {
    const [ana, sam, mia] = [makeDevice('ana'), makeDevice('sam'), makeDevice('mia')];
    const viewer: Member = { ...mia.member, role: 'viewer' };
    ana.write('said');
    expect(compareDocuments([ana.member, sam.member])).toEqual([`sam and ana differ in ${run}`]);
    sam.hear(ana);
    expect(compareDocuments([ana.member, sam.member, viewer])).toEqual([`mia lacks something of ${run}`]);
    mia.hear(ana);
    expect(compareDocuments([ana.member, sam.member, viewer])).toEqual([]);
    mia.write('lost by all the others');
    expect(compareDocuments([ana.member, sam.member, viewer])).toEqual([]);
    expect(compareDocuments([ana.member, sam.member, mia.member])).toEqual([`mia and ana differ in ${run}`]);
  });
});
