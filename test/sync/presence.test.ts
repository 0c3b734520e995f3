/** Presence between two awarenesses, without provider and relay: what is passed on, and for how long. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type FrameContent, singleContent } from '../../src/sync/frame-content.ts';
import { makePresence, type Presence } from '../../src/sync/presence.ts';
import {
  decodeProviderMessage,
  encodeAwarenessUpdate as encodeEntries,
} from '../../src/sync/provider-messages.ts';

// y-protocols takes hold of the clock when it is loaded.
vi.hoisted(() => vi.useFakeTimers());

interface Side {
  readonly awareness: Awareness;
  readonly presence: Presence;
  readonly delivered: Uint8Array[];
}

let sides: Side[];

/** `send` gets what goes to the other side. */
function makeSide(send: (content: FrameContent) => void = () => undefined): Side {
  const awareness = new Awareness(new Y.Doc());
  const delivered: Uint8Array[] = [];
  const presence = makePresence({
    awareness,
    send,
    deliver: (bytes) => {
      delivered.push(bytes);
      const message = decodeProviderMessage(bytes);
      if (message.kind === 'awareness') applyAwarenessUpdate(awareness, message.update, 'provider');
    },
  });
  // As the provider does: whatever changes goes out, also what came in.
  awareness.on('update', ({ added, updated, removed }: Record<string, readonly number[]>) => {
    const changed = [...(added ?? []), ...(updated ?? []), ...(removed ?? [])];
    presence.fromProvider(encodeAwarenessUpdate(awareness, changed));
  });
  const side = { awareness, presence, delivered };
  sides.push(side);
  return side;
}

beforeEach(() => {
  sides = [];
});
afterEach(() => {
  for (const { awareness } of sides) awareness.destroy();
});

describe('[R9] presence', () => {
  it('of a peer that lives stays for as long as it lives, and goes within 30 s when it falls silent', () => {
    let isAlive = true;
    const seer = makeSide();
    const peer = makeSide((content) => {
      if (isAlive) seer.presence.fromPeer(1, content);
    });
    const isSeen = (): boolean => seer.awareness.getStates().has(peer.awareness.clientID);
    peer.awareness.setLocalState({ name: 'peer' });
    for (let second = 0; second < 300; second += 1) {
      vi.advanceTimersByTime(1000);
      expect(isSeen()).toBe(true);
    }
    isAlive = false;
    vi.advanceTimersByTime(34_000);
    expect(isSeen()).toBe(false);
  });

  it('of others is never passed on in their name', () => {
    const sent: FrameContent[] = [];
    const relaying = makeSide((content) => sent.push(content));
    relaying.awareness.setLocalState(null);
    sent.length = 0;
    const peer = makeSide((content) => relaying.presence.fromPeer(1, content));
    peer.awareness.setLocalState({ name: 'peer' });
    expect(relaying.awareness.getStates().has(peer.awareness.clientID)).toBe(true);
    expect(sent).toEqual([]);
  });

  it('from one connection speaks for few clients, in short states, and never for this device', () => {
    const { presence, awareness, delivered } = makeSide();
    const say = (client: number, state: string): void =>
      presence.fromPeer(1, singleContent('presence', encodeEntries([{ client, clock: 1, state }])));
    say(1, '['.repeat(1500) + ']'.repeat(1500));
    say(awareness.clientID, '{}');
    expect(delivered).toEqual([]);
    for (let client = 1; client <= 100; client += 1) say(client, '{}');
    expect(delivered).toHaveLength(8);
  });
});
