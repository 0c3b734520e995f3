/** Somebody who has a room's keys and no manners: joins properly and pushes whatever bytes it is given. */
import type { RelaySocket } from '../../src/sync/relay-socket.ts';
import type { RoomKeys, SigningKey } from '../../src/sync/room-keys.ts';
import { sign } from '../../src/sync/signatures.ts';
import { emptyChain } from '../../src/wire/room-id.ts';
import { joinChallenge } from '../../src/wire/statements.ts';

/** Resolves when the relay acknowledged every one of the frames. */
export function pushRaw(
  relay: RelaySocket,
  keys: RoomKeys & { readonly writeKey: SigningKey },
  frames: readonly Uint8Array[],
): Promise<void> {
  return new Promise((resolve) => {
    let left = frames.length;
    const getOff = relay.ride({
      opened() {
        const channel = relay.openChannel((message) => {
          if (message.kind !== 'frames') return;
          left -= message.entries.filter(({ kind }) => kind === 'ack').length;
          if (left === 0) {
            resolve();
            queueMicrotask(getOff);
          }
        });
        const nonce = relay.challenge() as Uint8Array;
        const claim = {
          mode: 'write',
          origin: relay.origin,
          nonce,
          roomId: keys.roomId,
          since: 0,
          chain: emptyChain(),
        } as const;
        channel.send({
          kind: 'join',
          mode: 'write',
          keys: keys.publicKeys,
          since: 0,
          chain: claim.chain,
          signature: sign(keys.writeKey, joinChallenge(claim)),
        });
        for (const [index, frame] of frames.entries()) channel.send({ kind: 'push', cid: index + 1, frame });
      },
      lost: () => undefined,
    });
  });
}
