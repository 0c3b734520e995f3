/**
 * One socket: decodes what comes, proves keys, knows its channels. It never throws to its caller, and whatever
 * it is sent, only this connection is affected. Rule ids are those of src/wire/SPEC.md.
 */
import { decodeClientMessage } from '../src/wire/client-message.ts';
import type { ClientMessage, CloseMessage, JoinMessage } from '../src/wire/client-message.ts';
import type { WireFault } from '../src/wire/bytes.ts';
import { ERROR_CODES } from '../src/wire/error-codes.ts';
import type { ErrorCode } from '../src/wire/error-codes.ts';
import { PROTOCOL_VERSION } from '../src/wire/protocol-version.ts';
import { encodeRelayMessage } from '../src/wire/relay-message.ts';
import type { RelayMessage } from '../src/wire/relay-message.ts';
import { closeStatement, joinChallenge } from '../src/wire/statements.ts';
import type { Tombstone } from './frame-log.ts';
import type { Limits } from './limits.ts';
import { computeRoomId, isSignedBy } from './proofs.ts';
import type { Member, Subscriber } from './member.ts';
import type { Relay } from './relay.ts';
import { makeSnapshotIntake } from './snapshot-intake.ts';
import type { AssemblyBudget } from './snapshot-intake.ts';

/** What a connection needs of its socket. */
export interface RelaySocket {
  send(bytes: Uint8Array): void;
  /** Bytes handed over and not yet sent. */
  bufferedBytes(): number;
  end(code: ErrorCode): void;
}

export interface ConnectionDependencies {
  readonly relay: Relay;
  readonly limits: Limits;
  readonly budget: AssemblyBudget;
  /** Bytes waiting in the buffers of all connections. */
  readonly backlog: { readonly bytes: number };
  readonly now: () => number;
  /** Fresh and unpredictable for this connection, 32 bytes. */
  readonly nonce: Uint8Array;
  /** The Origin header, already checked to be this host's. */
  readonly origin: string;
  readonly report: (event: string, error: unknown) => void;
}

export interface Connection {
  receive(bytes: Uint8Array): void;
  /** The socket has sent what was waiting. */
  drained(): void;
  /** The time to join is over. */
  joinTimePassed(): void;
  ended(): void;
}

/** Sends CHALLENGE at once [M1]. */
export function makeConnection(socket: RelaySocket, dependencies: ConnectionDependencies): Connection {
  const { relay, limits, budget, backlog, now, nonce, origin, report } = dependencies;
  const channels = new Map<number, Member | 'closed'>();
  const intake = makeSnapshotIntake(relay, budget);
  let isAdmitted = false;
  let isOver = false;
  /** Some member's page waits for the socket to drain. */
  let hasWaiting = false;

  const subscriber: Subscriber = {
    send(bytes) {
      if (isOver) return;
      socket.send(bytes);
      if (socket.bufferedBytes() > limits.bufferedBytesEnd) end(ERROR_CODES.tooMany);
    },
    isSlow() {
      const waiting = socket.bufferedBytes();
      return (
        waiting > limits.bufferedBytes ||
        (waiting > limits.pageBytes && backlog.bytes > limits.bufferedBytesAll)
      );
    },
    channelClosed: (ch) => channels.set(ch, 'closed'),
  };

  function send(message: RelayMessage): void {
    subscriber.send(encodeRelayMessage(message));
  }

  function refuse(ch: number, cid: number, code: ErrorCode): void {
    send({ kind: 'error', ch, cid, code });
  }

  function end(code: ErrorCode): void {
    if (isOver) return;
    isOver = true;
    socket.end(code);
    // Not now: the relay may be walking through the members of a room.
    queueMicrotask(leaveAll);
  }

  function leaveAll(): void {
    intake.drop();
    for (const member of channels.values()) if (member !== 'closed') relay.leave(member);
    channels.clear();
  }

  function sendClosed(ch: number, { signature, bytes }: Tombstone): void {
    send({ kind: 'closed', ch, signature, tombstone: bytes });
  }

  /** Closed channels are remembered only to answer what crossed their end. */
  function forgetClosed(): void {
    for (const [ch, member] of channels) if (member === 'closed') channels.delete(ch);
  }

  /** [M2] a proof that does not hold says 4403, and as the first message ends the socket. */
  function refuseProof(ch: number): void {
    refuse(ch, 0, ERROR_CODES.notAllowed);
    if (!isAdmitted) end(ERROR_CODES.notAllowed);
  }

  function join({ ch, mode, keys, since, chain, signature }: JoinMessage): void {
    const existing = channels.get(ch);
    if (existing && existing !== 'closed') return refuse(ch, 0, ERROR_CODES.badMessage);
    if (!existing && channels.size >= limits.roomsPerSocket) forgetClosed();
    if (!existing && channels.size >= limits.roomsPerSocket) return refuse(ch, 0, ERROR_CODES.tooMany);
    const roomId = computeRoomId(keys);
    const statement = joinChallenge({ mode, origin, nonce, roomId, since, chain });
    const key = mode === 'write' ? keys.write : keys.read;
    if (!isSignedBy(key, statement, signature)) return refuseProof(ch);
    isAdmitted = true;
    channels.delete(ch);
    const request = { ch, mode, roomId, writeKey: keys.write.slice(), since, chain };
    const outcome = relay.join(request, subscriber);
    switch (outcome.type) {
      case 'joined':
        channels.set(ch, outcome.member);
        hasWaiting ||= outcome.member.wantsPage;
        break;
      case 'diverged':
        refuse(ch, 0, ERROR_CODES.diverged);
        break;
      case 'closed':
        channels.set(ch, 'closed');
        sendClosed(ch, outcome.tombstone);
        break;
    }
  }

  function close({ ch, keys, signature, tombstone }: CloseMessage): void {
    const roomId = computeRoomId(keys);
    if (!isSignedBy(keys.owner, closeStatement(roomId, tombstone), signature)) return refuseProof(ch);
    isAdmitted = true;
    const accepted = relay.close(roomId, { signature: signature.slice(), bytes: tombstone.slice() });
    if (!accepted) return refuse(ch, 0, ERROR_CODES.storageFull);
    // A member on this very channel has just been told.
    if (channels.get(ch) !== 'closed') sendClosed(ch, accepted);
  }

  /** Messages on a channel that must be joined. */
  function handleOnChannel(message: Exclude<ClientMessage, JoinMessage | CloseMessage>): void {
    const cid = 'cid' in message ? message.cid : 0;
    const member = channels.get(message.ch);
    if (member === undefined) return refuse(message.ch, cid, ERROR_CODES.notJoined);
    if (member === 'closed') {
      if (message.kind === 'leave') channels.delete(message.ch);
      return cid === 0 ? undefined : refuse(message.ch, cid, ERROR_CODES.roomClosed);
    }
    switch (message.kind) {
      case 'push':
        return refuseIf(relay.push(member, cid, message.frame));
      case 'snapshot':
        return refuseIf(intake.take(member, message));
      case 'ephemeral':
        return relay.ephemeral(member, message.bytes);
      case 'more':
        relay.more(member);
        hasWaiting ||= member.wantsPage;
        return;
      case 'leave':
        channels.delete(message.ch);
        intake.drop(member);
        return relay.leave(member);
    }

    function refuseIf(code: ErrorCode | null): void {
      if (code !== null) refuse(message.ch, cid, code);
    }
  }

  function handleFault(fault: WireFault): void {
    switch (fault.type) {
      case 'otherVersion':
        refuse(fault.ch, 0, ERROR_CODES.upgradeNeeded);
        return end(ERROR_CODES.upgradeNeeded);
      case 'reservedKind':
        if (!isAdmitted) return end(ERROR_CODES.notJoined);
        return refuse(fault.ch, 0, ERROR_CODES.notSupported);
      case 'tooLarge':
        return end(ERROR_CODES.tooLarge);
      case 'truncated':
      case 'trailingBytes':
      case 'badNumber':
      case 'badValue':
      case 'unknownKind':
        return end(ERROR_CODES.badMessage);
    }
  }

  function handle(bytes: Uint8Array): void {
    const decoded = decodeClientMessage(bytes);
    if (!decoded.ok) return handleFault(decoded.error);
    const message = decoded.value;
    if (message.kind === 'join') return join(message);
    if (message.kind === 'close') return close(message);
    if (!isAdmitted) return end(ERROR_CODES.notJoined);
    handleOnChannel(message);
  }

  send({ kind: 'challenge', version: PROTOCOL_VERSION, nonce, relayTime: now() });

  return {
    receive(bytes) {
      if (isOver) return;
      try {
        handle(bytes);
      } catch (error) {
        report('a message could not be served', error);
        end(ERROR_CODES.storageFailed);
      }
    },
    drained() {
      if (!hasWaiting || isOver || subscriber.isSlow()) return;
      hasWaiting = false;
      for (const member of channels.values()) {
        if (isOver) return;
        if (member === 'closed' || !member.wantsPage) continue;
        try {
          relay.more(member);
          hasWaiting ||= member.wantsPage;
        } catch (error) {
          report('a page could not be served', error);
          end(ERROR_CODES.storageFailed);
        }
      }
    },
    joinTimePassed() {
      if (!isAdmitted) end(ERROR_CODES.tooSlowToJoin);
    },
    ended() {
      isOver = true;
      leaveAll();
    },
  };
}
