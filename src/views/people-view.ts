/** What the People screen shows: who holds how much, and the open invites. */
import type { Access } from '../model/access.ts';
import type { LocalDate } from '../model/fact.ts';
import type { PersonId, RoleId } from '../model/ids.ts';
import type { PersonDetails } from '../model/person.ts';
import type { CalendarLine } from './space-snapshot.ts';
import type { PersonView, Tone } from './shared.ts';
import type { DeviceInfo, HolidayEntry } from './space-snapshot.ts';

export interface PersonLine extends PersonView {
  /** What is to be checked again is held, too. */
  readonly holding: number;
  readonly late: number;
  readonly stuck: number;
  readonly comingUp: number;
  /** Beads, one a step that asks for something, at most 12. */
  readonly beads: readonly Tone[];
  /** A device of this person has joined the space. */
  readonly joined: boolean;
  /** Somebody else, who has the household open now. */
  readonly here: boolean;
  readonly details: PersonDetails;
  /** Within the week, the day on which most of their steps are due, when that is more than they should need. */
  readonly fullDay: { readonly date: LocalDate; readonly steps: number } | null;
  /** Who stands in, while they are away. */
  readonly standIn: PersonView | null;
}

export interface InviteLine {
  readonly id: string;
  readonly kind: 'own' | 'edit' | 'view' | 'guest';
  /** Title of the one flow of a guest. */
  readonly flow: string | null;
  readonly person: PersonView | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly state: 'open' | 'used' | 'expired' | 'takenBack';
}

export interface DeviceLine extends Omit<DeviceInfo, 'person'> {
  /** Null when the household does not know whose it is. */
  readonly person: PersonView | null;
}

/** A named set of people, any of whom may have a step. */
export interface RoleLine {
  readonly id: RoleId;
  readonly name: string;
  readonly people: readonly PersonId[];
}

export interface PeopleView {
  readonly kind: 'people';
  readonly spaceName: string;
  readonly me: PersonView | null;
  readonly people: readonly PersonLine[];
  /** As they were made. */
  readonly roles: readonly RoleLine[];
  /** The household's zone. */
  readonly zone: string;
  /** Mine, on this device; absent: none. */
  readonly calendars?: readonly CalendarLine[];
  /** Days on which nobody works, by date. */
  readonly holidays: readonly HolidayEntry[];
  readonly invites: readonly InviteLine[];
  readonly access: Access;
  /** Every device that has access, this one first, then as they came. */
  readonly devices: readonly DeviceLine[];
}
