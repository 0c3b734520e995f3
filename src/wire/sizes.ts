/** Sizes that both ends hold to, in bytes unless named otherwise. Operators may lower them, never raise them. */
export const KEY_BYTES = 32;
export const HASH_BYTES = 32;
export const NONCE_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** A whole frame: signature, nonce and ciphertext. Larger updates are cut into parts before sealing. */
export const MAX_FRAME_BYTES = 256 * 1024;
/** One part of a snapshot, its signature apart. */
export const MAX_SNAPSHOT_PART_BYTES = 256 * 1024;
/** Parts of one snapshot, the header included. */
export const MAX_SNAPSHOT_PARTS = 128;
export const MAX_EPHEMERAL_BYTES = 16 * 1024;
export const MAX_TOMBSTONE_BYTES = 64 * 1024;

/** The largest message a client may send: a snapshot part and the fields before it. */
export const MAX_CLIENT_MESSAGE_BYTES = MAX_SNAPSHOT_PART_BYTES + 1024;
/** The largest message a relay may send: a page is full at 256 KiB, and its last frame may reach over. */
export const MAX_RELAY_MESSAGE_BYTES = 1024 * 1024;
