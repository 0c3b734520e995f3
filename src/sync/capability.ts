/**
 * What a device holds of a space: owner, editor or viewer. A capability gives the keys of the space's
 * room and of every run's room; a lower one is derived from a higher one and never the other way round.
 */
import type { RunId } from '../model/ids.ts';
import type { Bytes } from './bytes.ts';
import {
  deriveSecret,
  editorSecretFromOwner,
  ownerKeyFromSecret,
  type RoomKeys,
  roomKeysFromOwnerSecret,
  roomKeysFromSecrets,
  secretLength,
  type SigningKey,
  viewerSecretFromEditor,
  writeKeyFromSecret,
} from './room-keys.ts';

export interface OwnerCapability {
  readonly role: 'owner';
  readonly ownerSecret: Bytes;
}

export interface EditorCapability {
  readonly role: 'editor';
  readonly editorSecret: Bytes;
  readonly ownerPublicKey: Bytes;
}

export interface ViewerCapability {
  readonly role: 'viewer';
  readonly viewerSecret: Bytes;
  readonly writePublicKey: Bytes;
  readonly ownerPublicKey: Bytes;
}

export type WriterCapability = OwnerCapability | EditorCapability;
export type SpaceCapability = WriterCapability | ViewerCapability;

/** A new space: whoever makes it owns it. */
export function makeOwner(randomBytes: (length: number) => Bytes): OwnerCapability {
  return { role: 'owner', ownerSecret: randomBytes(secretLength) };
}

/** What an edit link gives: everything but closing rooms. */
export function editorFromWriter(writer: WriterCapability): EditorCapability {
  if (writer.role === 'editor') return writer;
  return {
    role: 'editor',
    editorSecret: editorSecretFromOwner(writer.ownerSecret),
    ownerPublicKey: ownerKeyFromSecret(writer.ownerSecret).publicKey,
  };
}

export function viewerFromWriter(writer: WriterCapability): ViewerCapability {
  const editor = editorFromWriter(writer);
  return {
    role: 'viewer',
    viewerSecret: viewerSecretFromEditor(editor.editorSecret),
    writePublicKey: writeKeyFromSecret(editor.editorSecret).publicKey,
    ownerPublicKey: editor.ownerPublicKey,
  };
}

/** The room of the space document. */
export function deriveSpaceRoom(capability: SpaceCapability): RoomKeys {
  switch (capability.role) {
    case 'owner':
      return roomKeysFromOwnerSecret(capability.ownerSecret);
    case 'editor':
      return roomKeysFromSecrets({
        viewerSecret: viewerSecretFromEditor(capability.editorSecret),
        write: writeKeyFromSecret(capability.editorSecret),
        owner: capability.ownerPublicKey,
      });
    case 'viewer':
      return roomKeysFromSecrets({
        viewerSecret: capability.viewerSecret,
        write: capability.writePublicKey,
        owner: capability.ownerPublicKey,
      });
  }
}

function runLabel(purpose: 'run-write' | 'run-view', run: RunId, generation: number): string {
  return `${purpose} ${generation} ${run}`;
}

/**
 * The room of a run: derived, never stored, so two devices that open the same schedule slot meet.
 * `generation` rises when a guest is revoked.
 */
export function deriveRunRoom(capability: WriterCapability, run: RunId, generation: number): RoomKeys {
  const { editorSecret } = editorFromWriter(capability);
  return roomKeysFromSecrets({
    viewerSecret: runViewSecret(capability, run, generation),
    write: writeKeyFromSecret(deriveSecret(editorSecret, runLabel('run-write', run, generation))),
    owner: ownerKeyOf(capability),
  });
}

/** What opens one run for reading, and nothing else: it goes to the run's guests. */
export function runViewSecret(capability: WriterCapability, run: RunId, generation: number): Bytes {
  const { editorSecret } = editorFromWriter(capability);
  return deriveSecret(viewerSecretFromEditor(editorSecret), runLabel('run-view', run, generation));
}

/** The space's owner key: whole for the owner, its public half for an editor. */
export function ownerKeyOf(capability: WriterCapability): SigningKey | Bytes {
  return capability.role === 'owner' ? ownerKeyFromSecret(capability.ownerSecret) : capability.ownerPublicKey;
}

/**
 * A viewer reads every run and writes none. The write key comes from E, so its public half must be
 * told to viewers: an editor puts it in the space document beside the run.
 */
export function deriveRunRoomForViewer(
  viewer: ViewerCapability,
  run: RunId,
  generation: number,
  runWritePublicKey: Bytes,
): RoomKeys {
  return roomKeysFromSecrets({
    viewerSecret: deriveSecret(viewer.viewerSecret, runLabel('run-view', run, generation)),
    write: runWritePublicKey,
    owner: viewer.ownerPublicKey,
  });
}
