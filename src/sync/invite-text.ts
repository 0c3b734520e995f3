/**
 * An invite as people pass it on: `invite=` and checked text after the `#` of a link, so that it never
 * reaches a server. What is pasted may be the whole link, the fragment, or the bare text, wrapped by a
 * messenger into several lines.
 */
import type { Bytes } from './bytes.ts';
import { decodeCheckedText, encodeCheckedText } from './checked-text.ts';
import { secretLength } from './room-keys.ts';

const marker = 'invite=';
const inviteKind = 16;
/** White space, and what messengers add to break or hide long words. */
const ignored = /[\s\u200b-\u200d\u2060\ufeff\u00ad]/gu;

/** Starts with `#`. */
export function encodeInvite(secret: Bytes): string {
  return `#${marker}${encodeCheckedText(inviteKind, secret)}`;
}

/** `null` when cut or mistyped. */
export function decodeInvite(text: string): Bytes | null {
  const compact = text.replace(ignored, '');
  const at = compact.lastIndexOf(marker);
  const decoded = decodeCheckedText(at < 0 ? compact.replace(/^#/u, '') : compact.slice(at + marker.length));
  return decoded?.kind === inviteKind && decoded.payload.length === secretLength ? decoded.payload : null;
}
