/**
 * People of a space, and the part of a space that a run carries with it (ENGINE [E6]).
 */
import type { LocalDate, LocalTime } from './fact.ts';
import type { PersonId, RoleId } from './ids.ts';

/** One of the quiet grounds a person is shown on; never a state colour. */
export const personColours = ['sand', 'sage', 'mist', 'rose', 'plum', 'moss', 'sky', 'clay'] as const;
export type PersonColour = (typeof personColours)[number];

/** A stretch of every day in wall time; with `to` before `from` it goes over midnight, with both the same it is empty. */
export interface DailyHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/** Days on which somebody cannot do what is theirs, the first and the last among them. */
export interface AwayPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Who stands in meanwhile. */
  readonly coveredBy?: PersonId;
}

/** How somebody is reached, as it was typed. */
export interface Channels {
  readonly phone?: string;
  /** Where texts go; the phone when absent. */
  readonly text?: string;
  readonly mail?: string;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly colour: PersonColour;
  /** IANA zone; the space's zone when absent. */
  readonly zone?: string;
  /** True for somebody outside of the space (a hotel, a supplier): holds steps, has no device. */
  readonly outside?: boolean;
  readonly channels?: Channels;
  /** No alert reaches them then, in their zone. */
  readonly quiet?: DailyHours;
  /** Seven entries, Monday first; `null`: no working day. Absent: around the clock. */
  readonly workingHours?: readonly (DailyHours | null)[];
  readonly away?: readonly AwayPeriod[];
}

/** What may be said of somebody besides who they are. */
export type PersonDetails = Pick<Person, 'zone' | 'channels' | 'quiet' | 'workingHours' | 'away'>;

/** What is to be different about somebody; what is left out stays, `null` takes away what was said. */
export type PersonChange = { readonly name?: string } & {
  readonly [Field in keyof PersonDetails]?: Exclude<Person[Field], undefined> | null;
};

/** A named set of people, any of whom may have a step. */
export interface Role {
  readonly id: RoleId;
  readonly name: string;
  readonly people: readonly PersonId[];
}

/** What a run folds from besides its own events: copied into the run's log whenever it changes. */
export interface RunContext {
  readonly people: readonly Person[];
  /** IANA zone in which dates without a zone are read. */
  readonly zone: string;
  readonly roles?: readonly Role[];
  /** Days on which nobody works. */
  readonly holidays?: readonly LocalDate[];
}
