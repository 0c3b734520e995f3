/**
 * Each frame says where its author stood in the log. If that is not the log we read, the relay shows two
 * devices two logs. Only the recent past is remembered.
 */
import { isSameBytes } from './bytes.ts';
import { type Seen, seenChainLength } from './frame-content.ts';
import type { LogPosition } from './room-channel.ts';

const remembered = 1024;

export interface ForkWatch {
  record(position: LogPosition): void;
  contradicts(seen: Seen): boolean;
}

export function makeForkWatch(): ForkWatch {
  const prefixBySeq = new Map<number, Uint8Array>();
  return {
    record({ seq, chain }) {
      prefixBySeq.set(seq, chain.subarray(0, seenChainLength));
      if (prefixBySeq.size > remembered) prefixBySeq.delete(prefixBySeq.keys().next().value as number);
    },
    contradicts(seen) {
      const known = prefixBySeq.get(seen.seq);
      return known !== undefined && !isSameBytes(known, seen.chainPrefix);
    },
  };
}
