import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type RunId } from '../../src/model/ids.ts';
import { decodeBase64url, encodeBase64url } from '../../src/sync/base64url.ts';
import {
  deriveRunRoom,
  deriveRunRoomForViewer,
  deriveSpaceRoom,
  editorFromWriter,
  type OwnerCapability,
  viewerFromWriter,
} from '../../src/sync/capability.ts';
import { decodeCapability, encodeCapability } from '../../src/sync/capability-text.ts';
import type { Bytes } from '../../src/sync/bytes.ts';
import { decodeInvite, encodeInvite } from '../../src/sync/invite-text.ts';

const owner: OwnerCapability = {
  role: 'owner',
  ownerSecret: Uint8Array.from({ length: 32 }, (_, index) => index),
};
const editor = editorFromWriter(owner);
const viewer = viewerFromWriter(owner);
const run = asId<RunId>('run-1');

describe('keys', () => {
  it('[S1] derive the same room for ever from the same secret', () => {
    const room = deriveSpaceRoom(owner);
    expect({
      roomId: bytesToHex(room.roomId),
      write: bytesToHex(room.publicKeys.write),
      read: bytesToHex(room.publicKeys.read),
      owner: bytesToHex(room.publicKeys.owner),
      encryption: bytesToHex(room.encryptionKey),
      runRoom: bytesToHex(deriveRunRoom(owner, run, 0).roomId),
      editorText: encodeCapability(editor),
    }).toMatchInlineSnapshot(`
      {
        "editorText": "AQK0w4r5GT38r0NcdbZuIMak2wdbT--rKGUXbz-NkbIRrWXMyB_r1WW6MG9AjihpBqrpQ8wsM94UHZ7ER5Db74Hn5M5Czw",
        "encryption": "cf05a0707cc2fb34d868e6e61aec3fb33dc6531fa603010c8e30dd6b94451cc8",
        "owner": "65ccc81febd565ba306f408e286906aae943cc2c33de141d9ec44790dbef81e7",
        "read": "96e56cb79abe6e60e73d0282eb7c366f02a71885e420e93294e9b732de4f62c5",
        "roomId": "ac99992082c7da581b8a98d8375312cfdddc5b865419591eae78112b18edefc4",
        "runRoom": "cad74fe6deb8799f7ce5704b1a53c396b62cbd352cd6f5a8b208e02b4c34ca60",
        "write": "eaf02a268fe15d3942cf9a68848d2cd40278f82d4690bd6190b0bf80fd0dd01d",
      }
    `);
  });

  it('[S1] owner, editor and viewer meet in one room, and each lacks what is above it', () => {
    const rooms = [owner, editor, viewer].map((capability) => deriveSpaceRoom(capability));
    expect(new Set(rooms.map(({ roomId }) => bytesToHex(roomId))).size).toBe(1);
    expect(rooms.map(({ ownerKey }) => ownerKey !== null)).toEqual([true, false, false]);
    expect(rooms.map(({ writeKey }) => writeKey !== null)).toEqual([true, true, false]);
  });

  it('[S2] a run has a room of its own a generation, which a viewer reads and cannot write', () => {
    const room = deriveRunRoom(editor, run, 0);
    const seen = deriveRunRoomForViewer(viewer, run, 0, room.publicKeys.write as Bytes);
    expect(seen.roomId).toEqual(room.roomId);
    expect(seen.encryptionKey).toEqual(room.encryptionKey);
    expect(seen.writeKey).toBeNull();
    expect(deriveRunRoom(owner, run, 0).roomId).toEqual(room.roomId);
    const ids = [room, deriveRunRoom(editor, run, 1), deriveRunRoom(editor, asId<RunId>('run-2'), 0)];
    expect(new Set(ids.map(({ roomId }) => bytesToHex(roomId))).size).toBe(3);
  });

  it('[S3] capabilities survive being stored as text', () => {
    for (const capability of [owner, editor, viewer]) {
      expect(decodeCapability(` ${encodeCapability(capability)}\n`)).toEqual({ ok: true, value: capability });
    }
  });

  it('[S3] a cut or mistyped text is recognised, as keys and as an invite', () => {
    const text = encodeCapability(editor);
    const invite = encodeInvite(owner.ownerSecret);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const damage = fc.tuple(fc.nat(), fc.constantFrom(...alphabet.split('')), fc.boolean());
    fc.assert(
      fc.property(damage, ([place, character, isCut]) => {
        const damaged = (whole: string, from: number): string => {
          const at = from + (place % (whole.length - from));
          return isCut ? whole.slice(0, at) : whole.slice(0, at) + character + whole.slice(at + 1);
        };
        const badKeys = damaged(text, 0);
        if (badKeys !== text)
          expect(decodeCapability(badKeys)).toEqual({ ok: false, error: { type: 'keysDamaged' } });
        const badInvite = damaged(invite, '#invite='.length);
        if (badInvite !== invite) expect(decodeInvite(badInvite)).toBeNull();
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('[I1] an invite is found in a whole link, a fragment, or text that was wrapped', () => {
    const fragment = encodeInvite(owner.ownerSecret);
    const bare = fragment.slice('#invite='.length);
    const wrapped = `https://baton.example/\n${fragment.slice(0, 30)}\n ${fragment.slice(30)}  `;
    for (const text of [fragment, bare, `https://baton.example/${fragment}`, wrapped, `\u200b${bare}`]) {
      expect(decodeInvite(text)).toEqual(owner.ownerSecret);
    }
    expect(decodeInvite(encodeCapability(editor))).toBeNull();
    expect(decodeInvite('')).toBeNull();
  });

  it('base64url has one spelling for each byte string', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(encodeBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(decodeBase64url(encodeBase64url(bytes))).toEqual(new Uint8Array(bytes));
      }),
      { seed: 12 },
    );
    expect(decodeBase64url('AB')).toBeNull();
    expect(decodeBase64url('A')).toBeNull();
    expect(decodeBase64url('AA=')).toBeNull();
  });
});
