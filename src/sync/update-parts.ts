/**
 * Taking a Yjs update (V1) apart and putting it together with other deletions, or with none. Nothing is
 * applied: an update that cannot be read is `null`, whatever was wrong with it.
 */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Bytes } from './bytes.ts';
import { addRange, type RangeSet } from './range-set.ts';

export type Struct = Y.Item | Y.GC | Y.Skip;

export interface UpdateParts {
  readonly structs: readonly Struct[];
  /** A `Skip` stands for a gap, and counts as nothing. */
  readonly structRanges: RangeSet;
  readonly deletionRanges: RangeSet;
}

export function decodeUpdateParts(update: Uint8Array): UpdateParts | null {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    const structRanges: RangeSet = new Map();
    const deletionRanges: RangeSet = new Map();
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue;
      addRange(structRanges, struct.id.client, struct.id.clock, struct.id.clock + struct.length);
    }
    for (const [client, items] of ds.clients) {
      for (const item of items) addRange(deletionRanges, client, item.clock, item.clock + item.len);
    }
    return { structs, structRanges, deletionRanges };
  } catch {
    return null;
  }
}

/** The same structs with these deletions. Source of the layout: Yjs `writeClientsStructs`, `writeDeleteSet`. */
export function encodeUpdateParts(structs: readonly Struct[], deletions: RangeSet): Bytes {
  const encoder = new Y.UpdateEncoderV1();
  const runs: Struct[][] = [];
  for (const struct of structs) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.id.client === struct.id.client) run.push(struct);
    else runs.push([struct]);
  }
  encoding.writeVarUint(encoder.restEncoder, runs.length);
  for (const run of runs) {
    const first = run[0] as Struct;
    encoding.writeVarUint(encoder.restEncoder, run.length);
    encoder.writeClient(first.id.client);
    encoding.writeVarUint(encoder.restEncoder, first.id.clock);
    for (const struct of run) struct.write(encoder, 0);
  }
  encoding.writeVarUint(encoder.restEncoder, deletions.size);
  for (const [client, ranges] of [...deletions].sort(([left], [right]) => right - left)) {
    encoding.writeVarUint(encoder.restEncoder, client);
    encoding.writeVarUint(encoder.restEncoder, ranges.length);
    for (const [from, to] of ranges) {
      encoding.writeVarUint(encoder.restEncoder, from);
      encoding.writeVarUint(encoder.restEncoder, to - from);
    }
  }
  return new Uint8Array(encoder.toUint8Array());
}

/**
 * Without its deletions, and with a gap for whatever is there in name only because it was deleted: what a run
 * document takes from a snapshot. `null` when unreadable.
 */
export function stripDeletedContent(update: Uint8Array): Bytes | null {
  const parts = decodeUpdateParts(update);
  if (parts === null) return null;
  const structs = parts.structs.map((struct) => {
    const isKept = struct instanceof Y.Item && !(struct.content instanceof Y.ContentDeleted);
    return isKept ? struct : new Y.Skip(struct.id, struct.length);
  });
  return encodeUpdateParts(structs, new Map());
}

/** Without its deletions; `null` when unreadable. Run documents only grow. */
export function stripDeletions(update: Uint8Array): Bytes | null {
  const parts = decodeUpdateParts(update);
  return parts === null ? null : encodeUpdateParts(parts.structs, new Map());
}
