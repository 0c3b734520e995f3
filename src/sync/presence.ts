/**
 * Who is looking at a room. The provider repeats everybody's state, so only its own client's goes out; it is
 * sealed and signed as frames are, never stored, and asked for again by whoever comes late.
 */
import { type Awareness, removeAwarenessStates } from 'y-protocols/awareness';
import { MAX_EPHEMERAL_BYTES } from '../wire/sizes.ts';
import type { Bytes } from './bytes.ts';
import { type FrameContent, singleContent } from './frame-content.ts';
import { decodeAwarenessUpdate, encodeAwarenessMessage, encodeAwarenessUpdate } from './provider-messages.ts';

const maxPresenceLength = MAX_EPHEMERAL_BYTES - 4096;
/** Characters of JSON. States are compared member by member, and a deep one would take the stack with it. */
const maxStateLength = 2048;
/** A connection speaks for one client, and for another one when a document was opened again. */
const maxClientsPerConnection = 8;

export interface Presence {
  /** An awareness update from the provider. */
  fromProvider(update: Uint8Array): void;
  fromPeer(connId: number, content: FrameContent): void;
  peerLeft(connId: number): void;
  /** We just became live: say who we are and ask who is there. */
  announce(): void;
}

export function makePresence(options: {
  readonly awareness: Awareness;
  readonly send: (content: FrameContent) => void;
  readonly deliver: (message: Bytes) => void;
}): Presence {
  const { awareness } = options;
  const clientsByConn = new Map<number, Set<number>>();
  let own: Bytes | null = null;

  function sendOwn(): void {
    if (own !== null) options.send(singleContent('presence', own));
  }

  /** Whoever let go of us in between listens only to a later state than the one they had: the provider sends it on. */
  function renew(): void {
    const state = awareness.getLocalState();
    if (state !== null) awareness.setLocalState(state);
  }

  return {
    fromProvider(update) {
      const entries =
        decodeAwarenessUpdate(update)?.filter(({ client }) => client === awareness.clientID) ?? [];
      if (entries.length === 0) return;
      const encoded = encodeAwarenessUpdate(entries);
      if (encoded.length > maxPresenceLength) return;
      own = encoded;
      sendOwn();
    },
    fromPeer(connId, content) {
      if (content.kind === 'presenceQuery') {
        renew();
        return;
      }
      if (content.kind !== 'presence') return;
      const clients = clientsByConn.get(connId) ?? new Set();
      // Nobody but this device speaks for its own client.
      const entries = decodeAwarenessUpdate(content.body)?.filter(({ client, state }) => {
        if (client === awareness.clientID || state.length > maxStateLength) return false;
        if (!clients.has(client) && clients.size >= maxClientsPerConnection) return false;
        clients.add(client);
        return true;
      });
      if (entries === undefined || entries.length === 0) return;
      clientsByConn.set(connId, clients);
      options.deliver(encodeAwarenessMessage(encodeAwarenessUpdate(entries)));
    },
    peerLeft(connId) {
      const clients = clientsByConn.get(connId);
      clientsByConn.delete(connId);
      if (clients !== undefined) removeAwarenessStates(awareness, [...clients], 'peer left');
    },
    announce() {
      clientsByConn.clear();
      renew();
      options.send(singleContent('presenceQuery', new Uint8Array(0)));
    },
  };
}
