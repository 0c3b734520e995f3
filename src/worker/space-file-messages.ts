/** What is said about a space in a file: saved with a passphrase, and opened again. */
import type { SpaceId } from '../model/ids.ts';

/** A space as a file; see `sync/space-file.ts`. */
export interface SpaceFile {
  /** What the space is called, perhaps nothing. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Finished runs whose documents the disk did not give. */
  readonly missing: number;
}

export type SaveFailure =
  | { readonly type: 'noSpace' }
  | { readonly type: 'weakPassphrase' }
  | { readonly type: 'tooLarge' };

export type OpenSavedFailure =
  | { readonly type: 'otherFile' }
  | { readonly type: 'newerFile' }
  | { readonly type: 'damagedFile' }
  | { readonly type: 'tooLarge' }
  | { readonly type: 'unbearableFile' }
  | { readonly type: 'wrongPassphrase' }
  | { readonly type: 'storageFull' }
  | { readonly type: 'storageUnavailable' };

export interface OpenedSpace {
  readonly space: SpaceId;
  readonly name: string;
  /** Who holds this device there; `null`: nobody yet. */
  readonly me: string | null;
  /** It was here already, and has taken in what it lacked. */
  readonly merged: boolean;
}
