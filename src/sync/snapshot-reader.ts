/**
 * The parts of a snapshot as they come over a channel, up to its content. Whatever is wrong with them, the
 * position that they stand for is passed: the content is then `null`, and counts as nothing.
 */
import type { SnapshotMessage } from '../wire/relay-message.ts';
import { type Bytes, copyBytes, isSameBytes } from './bytes.ts';
import type { Coverage } from './coverage.ts';
import type { LogPosition } from './room-channel.ts';
import type { RoomKeys } from './room-keys.ts';
import type { SignatureChecker } from './signatures.ts';
import {
  computeSnapshotDigest,
  joinSnapshotBody,
  openedHeader,
  openSnapshotPart,
  type SnapshotHeader,
} from './snapshot-content.ts';

export type ChannelSnapshot = Omit<SnapshotMessage, 'kind' | 'ch'>;

/** A header: what somebody claims that newcomers get. */
export interface SnapshotNews {
  readonly position: LogPosition;
  readonly digest: Bytes;
  /** `null`: a writer made it, and it cannot be read. */
  readonly claimed: Coverage | null;
}

/** A whole snapshot. */
export interface ReadSnapshot extends SnapshotNews {
  /** `null`: there is nothing in it that can be read. */
  readonly update: Uint8Array | null;
}

export interface SnapshotReader {
  /** A header that came alone; `null` when no writer signed it. */
  readNews(message: ChannelSnapshot): Promise<SnapshotNews | null>;
  /** `more`: parts are missing yet. `gap`: this one does not follow. */
  add(message: ChannelSnapshot): Promise<ReadSnapshot | 'more' | 'gap'>;
}

interface Assembly {
  readonly position: LogPosition;
  readonly parts: number;
  readonly digest: Bytes;
  readonly header: SnapshotHeader | null;
  /** `null` once a part could not be opened. */
  chunks: Uint8Array[] | null;
  nextPart: number;
}

export function makeSnapshotReader(keys: RoomKeys, checker: SignatureChecker): SnapshotReader {
  let assembly: Assembly | null = null;

  function positionOf({ coversSeq, chain }: ChannelSnapshot): LogPosition {
    return { seq: coversSeq, chain: copyBytes(chain) };
  }

  function isNext(current: Assembly, message: ChannelSnapshot): boolean {
    return (
      current.nextPart === message.part &&
      current.parts === message.parts &&
      current.position.seq === message.coversSeq &&
      isSameBytes(current.position.chain, message.chain)
    );
  }

  return {
    async readNews(message) {
      if (message.part !== 0) return null;
      const opened = await openSnapshotPart(keys, checker, message);
      if (opened.type === 'unsigned') return null;
      return {
        position: positionOf(message),
        digest: computeSnapshotDigest(message.sealed),
        claimed: openedHeader(opened)?.coverage ?? null,
      };
    },
    async add(message) {
      const opened = await openSnapshotPart(keys, checker, message);
      if (message.part === 0) {
        assembly = {
          position: positionOf(message),
          parts: message.parts,
          digest: computeSnapshotDigest(message.sealed),
          header: openedHeader(opened),
          chunks: [],
          nextPart: 0,
        };
      }
      const current = assembly;
      if (current === null || !isNext(current, message)) return 'gap';
      if (message.part > 0) {
        if (opened.type === 'open') current.chunks?.push(opened.plain);
        else current.chunks = null;
      }
      current.nextPart += 1;
      if (current.nextPart < current.parts) return 'more';
      assembly = null;
      const { position, digest, header, chunks } = current;
      const update = header === null || chunks === null ? null : joinSnapshotBody(header, chunks);
      return { position, digest, claimed: header?.coverage ?? null, update };
    },
  };
}
