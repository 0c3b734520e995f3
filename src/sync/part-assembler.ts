/**
 * Puts updates back together that were cut into parts. What is void is decided by the log alone, so that the
 * author and all readers agree: a part more than `maxSpan` frames after its group's first one, or one
 * that does not fit the group, ends the group; its author sees that too and sends it again.
 */
import { concatBytes } from '../wire/bytes.ts';
import { encodeBase64url } from './base64url.ts';
import type { FrameContent } from './frame-content.ts';

const maxSpan = 1000;

export interface AssembledUpdate {
  readonly update: Uint8Array;
  /** Where its first part lies: who starts reading later does not get it. */
  readonly firstSeq: number;
}

export interface PartAssembler {
  /** The whole update when this part was its last one; `null` before, or when the part is void. */
  add(seq: number, content: FrameContent): AssembledUpdate | null;
  /** Some group is not complete: a reader that starts here would miss its first parts. */
  hasOpenGroups(seq: number): boolean;
}

interface OpenGroup {
  readonly firstSeq: number;
  readonly parts: number;
  readonly bodies: Uint8Array[];
}

export function makePartAssembler(): PartAssembler {
  const groupByName = new Map<string, OpenGroup>();

  function dropStale(seq: number): void {
    for (const [name, group] of groupByName) {
      if (seq - group.firstSeq > maxSpan) groupByName.delete(name);
      // Insertion order is log order: the rest is younger.
      else break;
    }
  }

  return {
    add(seq, content) {
      dropStale(seq);
      if (content.parts === 1) return { update: content.body, firstSeq: seq };
      const name = encodeBase64url(content.group);
      if (content.part === 0) {
        groupByName.delete(name);
        groupByName.set(name, { firstSeq: seq, parts: content.parts, bodies: [content.body] });
        return null;
      }
      const group = groupByName.get(name);
      if (group === undefined) return null;
      if (group.bodies.length !== content.part || group.parts !== content.parts) {
        groupByName.delete(name);
        return null;
      }
      group.bodies.push(content.body);
      if (group.bodies.length < group.parts) return null;
      groupByName.delete(name);
      return { update: concatBytes(group.bodies), firstSeq: group.firstSeq };
    },
    hasOpenGroups(seq) {
      dropStale(seq);
      return groupByName.size > 0;
    },
  };
}
