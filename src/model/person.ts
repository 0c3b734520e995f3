/**
 * People of a space, and the part of a space that a run carries with it (ENGINE [E6]).
 */
import type { PersonId } from './ids.ts';

/** One of the quiet grounds a person is shown on; never a state colour. */
export const personColours = ['sand', 'sage', 'mist', 'rose', 'plum', 'moss', 'sky', 'clay'] as const;
export type PersonColour = (typeof personColours)[number];

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly colour: PersonColour;
  /** IANA zone; the space's zone when absent. */
  readonly zone?: string;
  /** True for somebody outside of the space (a hotel, a supplier): holds steps, has no device. */
  readonly outside?: boolean;
}

/** What a run folds from besides its own events: copied into the run's log whenever it changes. */
export interface RunContext {
  readonly people: readonly Person[];
  /** IANA zone in which dates without a zone are read. */
  readonly zone: string;
}
