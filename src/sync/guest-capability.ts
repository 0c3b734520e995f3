/**
 * What a guest holds: one run to read, and a room of their own to write in. Nothing in it leads to the
 * space, to another run, to another guest's room, or to the same run after its generation rose.
 */
import type { GuestId, PersonId, RunId } from '../model/ids.ts';
import type { Bytes } from './bytes.ts';
import {
  deriveRunRoom,
  editorFromWriter,
  ownerKeyOf,
  runViewSecret,
  type SpaceCapability,
  type WriterCapability,
} from './capability.ts';
import {
  deriveSecret,
  type RoomKeys,
  roomKeysFromSecrets,
  type SigningKey,
  viewerSecretFromEditor,
  writeKeyFromSecret,
} from './room-keys.ts';

export interface GuestCapability {
  readonly role: 'guest';
  readonly run: RunId;
  /** Of the run when the guest was let in; it rises when a guest of the run is shut out. */
  readonly generation: number;
  readonly guest: GuestId;
  /** Whose steps the guest does. */
  readonly person: PersonId;
  readonly runViewSecret: Bytes;
  readonly runWritePublicKey: Bytes;
  /** The edit secret of the guest's own room. */
  readonly guestSecret: Bytes;
  readonly ownerPublicKey: Bytes;
}

/** Everything that a device may have been given. */
export type DeviceCapability = SpaceCapability | GuestCapability;

/** A guest of a run, by what the run and the guest are called. */
export interface GuestPlace {
  readonly run: RunId;
  readonly generation: number;
  readonly guest: GuestId;
}

/** Ids are opaque text, so their border is marked: no two places share a label. */
function guestSecretOf(capability: WriterCapability, { run, generation, guest }: GuestPlace): Bytes {
  const { editorSecret } = editorFromWriter(capability);
  return deriveSecret(editorSecret, `guest ${generation} ${JSON.stringify([run, guest])}`);
}

function guestRoomKeys(guestSecret: Bytes, owner: SigningKey | Bytes): RoomKeys {
  return roomKeysFromSecrets({
    viewerSecret: viewerSecretFromEditor(guestSecret),
    write: writeKeyFromSecret(guestSecret),
    owner,
  });
}

export function makeGuestCapability(
  capability: WriterCapability,
  place: GuestPlace,
  person: PersonId,
): GuestCapability {
  const { run, generation, guest } = place;
  return {
    role: 'guest',
    run,
    generation,
    guest,
    person,
    runViewSecret: runViewSecret(capability, run, generation),
    runWritePublicKey: deriveRunRoom(capability, run, generation).publicKeys.write as Bytes,
    guestSecret: guestSecretOf(capability, place),
    ownerPublicKey: editorFromWriter(capability).ownerPublicKey,
  };
}

/** The guest's room as members see it: they derive it, and only the space's owner may close it. */
export function deriveGuestRoom(capability: WriterCapability, place: GuestPlace): RoomKeys {
  return guestRoomKeys(guestSecretOf(capability, place), ownerKeyOf(capability));
}

/** The two rooms that a guest's link opens: the run to read, and their own to write. */
export function guestRooms(capability: GuestCapability): {
  readonly run: RoomKeys;
  readonly guest: RoomKeys;
} {
  return {
    run: roomKeysFromSecrets({
      viewerSecret: capability.runViewSecret,
      write: capability.runWritePublicKey,
      owner: capability.ownerPublicKey,
    }),
    guest: guestRoomKeys(capability.guestSecret, capability.ownerPublicKey),
  };
}
