import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { asId, type GuestId, type PersonId, type RunId } from '../../src/model/ids.ts';
import {
  deriveRunRoom,
  deriveSpaceRoom,
  editorFromWriter,
  type OwnerCapability,
} from '../../src/sync/capability.ts';
import {
  decodeCapability,
  decodeDeviceCapability,
  encodeCapability,
} from '../../src/sync/capability-text.ts';
import { encodeCheckedText } from '../../src/sync/checked-text.ts';
import {
  deriveGuestRoom,
  type GuestPlace,
  guestRooms,
  makeGuestCapability,
} from '../../src/sync/guest-capability.ts';
import { openInviteSecret, sealInviteSecret } from '../../src/sync/invite-secret.ts';
import { makeRandom } from '../support/seeded-random.ts';

const owner: OwnerCapability = {
  role: 'owner',
  ownerSecret: Uint8Array.from({ length: 32 }, (_, index) => index),
};
const editor = editorFromWriter(owner);
const place: GuestPlace = { run: asId<RunId>('run-1'), generation: 1, guest: asId<GuestId>('guest-1') };
const person = asId<PersonId>('noor');
const capability = makeGuestCapability(editor, place, person);

describe('a guest’s keys', () => {
  it('[G1] are the same for ever, whoever of the space made the link', () => {
    expect(makeGuestCapability(owner, place, person)).toEqual(capability);
    const { run, guest } = guestRooms(capability);
    expect({
      run: bytesToHex(run.roomId),
      guest: bytesToHex(guest.roomId),
      write: bytesToHex(guest.publicKeys.write),
    }).toMatchInlineSnapshot(`
      {
        "guest": "31ae1a1fb45349bd9ec94462a51e1960776af868ff0d0bf941f3e29e9bcb8dd0",
        "run": "018c8505ffc8ecf4ad1135dbe27d93dc5e08551b0bfe237298d85f48c3453653",
        "write": "7b866a4106401ad63e7bb236d45c72fc851a9ea77c1b41b924f1d7f7aaa87795",
      }
    `);
  });

  it('[G1] open the run for reading and the guest’s room for writing, where members find them', () => {
    const { run, guest } = guestRooms(capability);
    const atMembers = { run: deriveRunRoom(editor, place.run, 1), guest: deriveGuestRoom(editor, place) };
    expect(run.roomId).toEqual(atMembers.run.roomId);
    expect(run.encryptionKey).toEqual(atMembers.run.encryptionKey);
    expect([run.writeKey, run.ownerKey]).toEqual([null, null]);
    expect(guest.roomId).toEqual(atMembers.guest.roomId);
    expect(guest.writeKey).toEqual(atMembers.guest.writeKey);
    expect(guest.ownerKey).toBeNull();
    // Who owns the space owns the room, and may close it.
    expect(atMembers.guest.ownerKey).toBeNull();
    expect(deriveGuestRoom(owner, place).ownerKey).toEqual(deriveSpaceRoom(owner).ownerKey);
  });

  it('[G1] share no secret with another guest, another run, the run’s next generation or the space', () => {
    const places: readonly GuestPlace[] = [
      place,
      { ...place, guest: asId<GuestId>('guest-2') },
      { ...place, run: asId<RunId>('run-2') },
      { ...place, generation: 2 },
      // Ids run together the same way.
      { ...place, run: asId<RunId>('run-1","guest'), guest: asId<GuestId>('-1') },
    ];
    const secrets = places.map((each) => bytesToHex(makeGuestCapability(owner, each, person).guestSecret));
    expect(new Set(secrets).size).toBe(places.length);
    const rooms = places.map((each) =>
      bytesToHex(guestRooms(makeGuestCapability(owner, each, person)).run.roomId),
    );
    expect(rooms[1]).toBe(rooms[0]);
    expect(new Set(rooms).size).toBe(places.length - 1);
    const above = [editor.editorSecret, owner.ownerSecret, deriveSpaceRoom(editor).encryptionKey].map(
      bytesToHex,
    );
    const held = Object.values(capability).flatMap((value) =>
      value instanceof Uint8Array ? [bytesToHex(value)] : [],
    );
    for (const secret of above) expect(held).not.toContain(secret);
    for (const room of [deriveSpaceRoom(editor), deriveRunRoom(editor, place.run, 1)]) {
      expect(held).not.toContain(bytesToHex(room.writeKey?.seed ?? new Uint8Array()));
    }
  });

  it('[S3] survive being stored as text, and anything else in their place is damaged', () => {
    const text = encodeCapability(capability);
    expect(decodeDeviceCapability(text)).toEqual({ ok: true, value: capability });
    const damaged = { ok: false, error: { type: 'keysDamaged' } };
    expect(decodeCapability(text)).toEqual(damaged);
    expect(decodeDeviceCapability(text.slice(0, -2))).toEqual(damaged);
    const keys = new Uint8Array(128);
    const tails = [
      '',
      'null',
      '{}',
      '{"run":"r","generation":1,"guest":"g"}',
      '{"run":"r","generation":1.5,"guest":"g","person":"p"}',
      '{"run":"","generation":1,"guest":"g","person":"p"}',
      '{"run":"r","generation":1,"guest":"g","person":"p"',
    ];
    for (const tail of tails) {
      const payload = new Uint8Array([...keys, ...new TextEncoder().encode(tail)]);
      expect(decodeDeviceCapability(encodeCheckedText(4, payload))).toEqual(damaged);
    }
  });
});

describe('an invite’s secret in the space document', () => {
  const random = makeRandom(5).bytes;
  const id = 'A'.repeat(42) + 'E';

  it('[I6] is opened by any editor’s device, for its own invite alone', () => {
    const sealed = sealInviteSecret(owner, id, '#invite=text', random) ?? '';
    expect(sealed).not.toContain('invite');
    expect(openInviteSecret(editor, id, sealed)).toBe('#invite=text');
    expect(openInviteSecret(owner, id, sealed)).toBe('#invite=text');
    expect(openInviteSecret(editor, `${id.slice(0, -1)}I`, sealed)).toBeNull();
    expect(openInviteSecret(editor, id, sealed.slice(0, -4))).toBeNull();
    expect(openInviteSecret(editor, id, '')).toBeNull();
    expect(openInviteSecret(editor, 'no id!', sealed)).toBeNull();
    expect(sealInviteSecret(editor, 'no id!', '#invite=text', random)).toBeNull();
  });

  it('[I6] is closed to another space, and to what a viewer or a guest derives', () => {
    const sealed = sealInviteSecret(editor, id, '#invite=text', random) ?? '';
    const others = [random(32), capability.guestSecret, deriveSpaceRoom(editor).encryptionKey];
    for (const editorSecret of others) {
      expect(openInviteSecret({ ...editor, editorSecret }, id, sealed)).toBeNull();
    }
  });
});
