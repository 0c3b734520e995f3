/**
 * A room that its owner closed, as devices keep it: enough to close it again at a relay that forgot, without
 * the owner. Nothing in it is secret to who was in the room.
 */
import { err, ok, type Result } from '../model/result.ts';
import type { RoomKeys as PublicRoomKeys } from '../wire/room-id.ts';
import { closeStatement } from '../wire/statements.ts';
import { type Bytes, copyBytes } from './bytes.ts';
import type { SyncEnvironment } from './environment.ts';
import type { ChannelMessage, RelaySocket } from './relay-socket.ts';
import type { RoomKeys, SigningKey } from './room-keys.ts';
import { makeSignatureChecker, sign } from './signatures.ts';
import type { Tombstone } from './tombstone.ts';
import { type VisitFailure, withPatience } from './visit-room.ts';

export interface ClosedRoom extends Tombstone {
  readonly roomId: Bytes;
  readonly publicKeys: PublicRoomKeys;
}

export function makeClosedRoom(keys: RoomKeys & { readonly ownerKey: SigningKey }, bytes: Bytes): ClosedRoom {
  const signature = sign(keys.ownerKey, closeStatement(keys.roomId, bytes));
  return { roomId: keys.roomId, publicKeys: keys.publicKeys, signature, bytes };
}

/** Posts it. Gives the tombstone that stands: this one, or the one that came before it. */
export function postClosed(
  visit: {
    readonly relay: RelaySocket;
    readonly environment: SyncEnvironment;
    /** Patience, ms. */
    readonly timeoutMs: number;
  },
  closed: ClosedRoom,
): Promise<Result<Tombstone, VisitFailure>> {
  const { relay, environment } = visit;
  const checker = makeSignatureChecker(closed.publicKeys.owner, environment.subtle);
  return withPatience(visit, (finish) => {
    async function answer(message: ChannelMessage): Promise<void> {
      if (message.kind === 'error') finish(err({ type: 'refused', code: message.code }));
      if (message.kind !== 'closed') return;
      const standing = { bytes: copyBytes(message.tombstone), signature: copyBytes(message.signature) };
      const statement = closeStatement(closed.roomId, standing.bytes);
      if (await checker.check(standing.signature, statement)) finish(ok(standing));
    }
    return {
      opened() {
        const channel = relay.openChannel((message) => void answer(message));
        const { publicKeys: keys, signature, bytes: tombstone } = closed;
        channel.send({ kind: 'close', keys, signature, tombstone });
      },
      lost: () => undefined,
      stop: () => undefined,
    };
  });
}

/** Posts it without waiting for anybody: messages of one socket are handled in order, so a later JOIN finds it. */
export function repeatClosed(relay: RelaySocket, closed: ClosedRoom): void {
  const channel = relay.openChannel(() => channel.release());
  const { publicKeys: keys, signature, bytes: tombstone } = closed;
  channel.send({ kind: 'close', keys, signature, tombstone });
}
