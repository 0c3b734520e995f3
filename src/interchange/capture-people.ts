/**
 * Who is meant by `@name`: somebody known by the whole name or by a first name that only one has,
 * somebody new, or whoever starts the flow. Everybody becomes a part, so that what was typed can be
 * used again with others.
 */
import type { PersonId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import type { Assignee, PartDefinition } from '../model/workflow.ts';
import type { CaptureWords } from './capture-words.ts';

export interface CaptureMention {
  /** Counts from 1. */
  readonly line: number;
  readonly part: string;
  /** The known person's own name, else as typed. */
  readonly name: string;
  /** Null when nobody of that name is known: to be made when the flow starts. */
  readonly person: PersonId | null;
}

export interface PartsReader {
  readonly parts: readonly PartDefinition[];
  readonly mentions: readonly CaptureMention[];
  read(typed: string, line: number): Assignee;
}

/** A part's id is its name, so that it stays the same while lines are typed around it. */
export function nameToPartId(name: string): string {
  return `@${name.normalize('NFC').toLowerCase()}`;
}

export function makePartsReader(people: readonly Person[], words: CaptureWords): PartsReader {
  const parts: PartDefinition[] = [];
  const mentions: CaptureMention[] = [];
  return {
    parts,
    mentions,
    read(typed, line) {
      if (words.me.includes(typed.toLowerCase())) return { kind: 'conductor' };
      const person = findPerson(typed, people);
      const name = person?.name ?? typed;
      const part = nameToPartId(name);
      if (!parts.some(({ id }) => id === part)) parts.push({ id: part, name });
      mentions.push({ line, part, name, person: person?.id ?? null });
      return { kind: 'part', part };
    },
  };
}

function findPerson(typed: string, people: readonly Person[]): Person | null {
  const wanted = nameToPartId(typed);
  const whole = people.find(({ name }) => nameToPartId(name) === wanted);
  if (whole !== undefined) return whole;
  const byFirstName = people.filter(({ name }) => nameToPartId(name.split(/\s+/u)[0] ?? '') === wanted);
  return byFirstName.length === 1 ? (byFirstName[0] ?? null) : null;
}
