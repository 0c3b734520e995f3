/**
 * The version of everything in `wire`. Raise it with every change of a message, a signed statement or a
 * number; `test/wire/protocol-version.test.ts` keeps a golden encoding of each message a version and fails
 * when one changes without the version.
 */
export const PROTOCOL_VERSION = 1;

/** Where the relay's socket lives on the app's own origin. */
export const RELAY_PATH = '/relay';
