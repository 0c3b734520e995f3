/**
 * An update cut down to what a log holds: a document that has more can still say what the log has. Yjs joins
 * what one client wrote one after the other, so a struct may be held in part.
 */
import * as Y from 'yjs';
import type { Bytes } from './bytes.ts';
import { intersectRangeSet, type RangeSet } from './range-set.ts';
import { decodeUpdateParts, encodeUpdateParts, type Struct } from './update-parts.ts';

/** With a gap for each struct that is not in `held`, and without deletions of those. `null` when unreadable. */
export function limitUpdate(update: Uint8Array, held: RangeSet): Bytes | null {
  const parts = decodeUpdateParts(update);
  if (parts === null) return null;
  const deletions = intersectRangeSet(parts.deletionRanges, held);
  const structs = parts.structs.flatMap((struct) => limitStruct(struct, held));
  return encodeUpdateParts(withoutLastGaps(structs), deletions);
}

/** The struct in pieces, those that are not held as gaps. It is used up by that. */
function limitStruct(struct: Struct, held: RangeSet): readonly Struct[] {
  const { client, clock } = struct.id;
  const wanted: RangeSet = new Map([[client, [[clock, clock + struct.length]]]]);
  const pieces: Struct[] = [];
  let rest = struct;
  for (const [from, to] of intersectRangeSet(wanted, held).get(client) ?? []) {
    if (from > rest.id.clock) {
      const [gap, kept] = cut(rest, from - rest.id.clock);
      pieces.push(new Y.Skip(gap.id, gap.length));
      rest = kept;
    }
    if (to === rest.id.clock + rest.length) return [...pieces, rest];
    const [kept, after] = cut(rest, to - rest.id.clock);
    pieces.push(kept);
    rest = after;
  }
  return [...pieces, new Y.Skip(rest.id, rest.length)];
}

/** In two, `at` structs into it. Source of what the second one says of its place: Yjs `splitItem`. */
function cut(struct: Struct, at: number): readonly [Struct, Struct] {
  const { client, clock } = struct.id;
  const id = Y.createID(client, clock + at);
  const left = struct.length - at;
  if (struct instanceof Y.GC) return [new Y.GC(struct.id, at), new Y.GC(id, left)];
  if (struct instanceof Y.Skip) return [new Y.Skip(struct.id, at), new Y.Skip(id, left)];
  const { rightOrigin, parent, parentSub, content } = struct;
  const origin = Y.createID(client, clock + at - 1);
  const second = new Y.Item(id, null, origin, null, rightOrigin, parent, parentSub, content.splice(at));
  struct.length = at;
  return [struct, second];
}

/** A gap with nothing of its client behind it says nothing. */
function withoutLastGaps(structs: readonly Struct[]): readonly Struct[] {
  const last = new Map<number, number>();
  for (const [index, struct] of structs.entries()) {
    if (!(struct instanceof Y.Skip)) last.set(struct.id.client, index);
  }
  return structs.filter((struct, index) => index <= (last.get(struct.id.client) ?? -1));
}
