/**
 * Collects the parts of one snapshot a connection at a time [M9]. Parts follow each other from 0 under one cid,
 * each signed by the room's write key; what all connections hold together is bounded.
 */
import type { PushSnapshotMessage } from '../src/wire/client-message.ts';
import { ERROR_CODES } from '../src/wire/error-codes.ts';
import type { ErrorCode } from '../src/wire/error-codes.ts';
import { snapshotStatement } from '../src/wire/statements.ts';
import type { Snapshot, SnapshotPart } from './frame-log.ts';
import { isSameBytes, isSignedBy } from './proofs.ts';
import type { Member } from './member.ts';
import type { Relay } from './relay.ts';

/** Bytes that all connections are assembling. */
export interface AssemblyBudget {
  left: number;
}

interface Assembly {
  readonly member: Member;
  readonly cid: number;
  readonly coversSeq: number;
  readonly chain: Uint8Array;
  readonly count: number;
  readonly parts: SnapshotPart[];
  bytes: number;
}

export interface SnapshotIntake {
  /** Null: taken in, or kept and answered. */
  take(member: Member, message: PushSnapshotMessage): ErrorCode | null;
  /** Gives up what is being assembled, for one member or, without one, at all. */
  drop(member?: Member): void;
}

export function makeSnapshotIntake(relay: Relay, budget: AssemblyBudget): SnapshotIntake {
  let assembly: Assembly | null = null;

  function drop(member?: Member): void {
    if (!assembly || (member && assembly.member !== member)) return;
    budget.left += assembly.bytes;
    assembly = null;
  }

  function begin(member: Member, message: PushSnapshotMessage): Assembly {
    drop();
    const { cid, coversSeq, parts: count } = message;
    return { member, cid, coversSeq, chain: message.chain.slice(), count, parts: [], bytes: 0 };
  }

  function takePart(member: Member, message: PushSnapshotMessage): ErrorCode | null {
    const { cid, coversSeq, chain, part, parts, signature, sealed } = message;
    const current = part === 0 ? begin(member, message) : assembly;
    const follows =
      current !== null &&
      current.member === member &&
      current.cid === cid &&
      current.coversSeq === coversSeq &&
      current.count === parts &&
      current.parts.length === part &&
      isSameBytes(current.chain, chain);
    if (!follows) return ERROR_CODES.badSnapshot;
    assembly = current;
    const judged = relay.judgeSnapshot(member, coversSeq, chain, current.bytes + sealed.length);
    if (judged !== null) return judged;
    if (sealed.length > budget.left) return ERROR_CODES.tooMany;
    const { roomId, writeKey } = member.room;
    const statement = snapshotStatement({ roomId, coversSeq, chain, part, parts }, sealed);
    if (!isSignedBy(writeKey, statement, signature)) return ERROR_CODES.notAllowed;
    budget.left -= sealed.length;
    current.bytes += sealed.length;
    current.parts.push({ signature: signature.slice(), sealed: sealed.slice() });
    if (current.parts.length < current.count) return null;
    const snapshot: Snapshot = { coversSeq, chain: current.chain, parts: current.parts };
    drop();
    return relay.keepSnapshot(member, cid, snapshot);
  }

  return {
    take(member, message) {
      const code = takePart(member, message);
      if (code !== null) drop(member);
      return code;
    },
    drop,
  };
}
