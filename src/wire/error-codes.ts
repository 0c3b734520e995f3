/**
 * Every refusal has a number that never changes its meaning. The same numbers close a socket when the whole
 * connection is refused. 4400–4499: the client has to change something; 4500–4599: the relay cannot now.
 */
export const ERROR_CODES = {
  /** Bytes that are no message. The connection ends. */
  badMessage: 4400,
  /** A message for a channel that is not joined, or something else than JOIN or CLOSE first. */
  notJoined: 4401,
  /** The signature does not prove the key, or a reader tried to write. */
  notAllowed: 4403,
  /** Nothing joined within the time allowed. The connection ends. */
  tooSlowToJoin: 4408,
  /** The relay's log is not a continuation of the cursor: start again from 0. */
  diverged: 4409,
  /** The room was closed by its owner; CLOSED carries the tombstone. */
  roomClosed: 4410,
  /** The snapshot does not advance, does not match the chain, or its parts do not follow each other. */
  badSnapshot: 4412,
  tooLarge: 4413,
  /** The page that opened the socket is not from here. The connection ends. */
  wrongOrigin: 4422,
  /** Another protocol version. The connection ends. */
  upgradeNeeded: 4426,
  /** Too many messages, rooms or connections; try again later. */
  tooMany: 4429,
  /** The relay failed to store; nothing was acknowledged. */
  storageFailed: 4500,
  /** The message number is set aside, this relay does not serve it. */
  notSupported: 4501,
  /** The relay is stopping; come back. */
  goingAway: 4503,
  /** The room's or the disk's quota is used up. */
  storageFull: 4507,
} as const;

export type ErrorName = keyof typeof ERROR_CODES;
export type ErrorCode = (typeof ERROR_CODES)[ErrorName];
