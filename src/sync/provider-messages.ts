/**
 * The language of the y-websocket provider (y-protocols 1.0: sync and awareness), as far as the virtual
 * socket speaks it.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Bytes } from './bytes.ts';

const messageSync = 0;
const messageAwareness = 1;
const syncStep1 = 0;
const syncStep2 = 1;

export type ProviderMessage =
  | { readonly kind: 'syncStep1' }
  /** The answer to our question: what the document has and the log has not, and all its deletions. */
  | { readonly kind: 'syncStep2'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  /** Live edits (read from the document itself) and everything we do not speak. */
  | { readonly kind: 'other' };

export function decodeProviderMessage(bytes: Uint8Array): ProviderMessage {
  const decoder = decoding.createDecoder(bytes);
  const type = decoding.readVarUint(decoder);
  if (type === messageAwareness) {
    return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) };
  }
  if (type !== messageSync) return { kind: 'other' };
  const step = decoding.readVarUint(decoder);
  if (step === syncStep1) return { kind: 'syncStep1' };
  if (step === syncStep2) return { kind: 'syncStep2', update: decoding.readVarUint8Array(decoder) };
  return { kind: 'other' };
}

/** Asks the provider for everything beyond this state vector. */
export function encodeAsk(stateVector: Uint8Array): Bytes {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, messageSync);
    encoding.writeVarUint(encoder, syncStep1);
    encoding.writeVarUint8Array(encoder, stateVector);
  });
}

/** Tells the provider that it has everything: an empty update as the answer to its question. */
export function encodeSynced(): Bytes {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, messageSync);
    encoding.writeVarUint(encoder, syncStep2);
    encoding.writeVarUint8Array(encoder, Uint8Array.of(0, 0));
  });
}

export function encodeAwarenessMessage(update: Uint8Array): Bytes {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, messageAwareness);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** Changes nothing and feeds the provider's watchdog. */
export function encodeKeepAlive(): Bytes {
  return encodeAwarenessMessage(Uint8Array.of(0));
}

export interface AwarenessEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON; `null` as text means that the client is gone. */
  readonly state: string;
}

/** `null` when malformed. */
export function decodeAwarenessUpdate(update: Uint8Array): readonly AwarenessEntry[] | null {
  try {
    const decoder = decoding.createDecoder(update);
    const count = decoding.readVarUint(decoder);
    const entries: AwarenessEntry[] = [];
    for (let index = 0; index < count; index += 1) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state = decoding.readVarString(decoder);
      JSON.parse(state);
      entries.push({ client, clock, state });
    }
    return entries;
  } catch {
    return null;
  }
}

export function encodeAwarenessUpdate(entries: readonly AwarenessEntry[]): Bytes {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, state } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, state);
    }
  });
}

function encode(write: (encoder: encoding.Encoder) => void): Bytes {
  const encoder = encoding.createEncoder();
  write(encoder);
  return new Uint8Array(encoding.toUint8Array(encoder));
}
