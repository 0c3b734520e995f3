/** What the People screen shows: who holds how much, and the open invites. */
import type { PersonView, Tone } from './shared.ts';

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
}

export interface InviteLine {
  readonly id: string;
  readonly person: PersonView | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly state: 'open' | 'used' | 'expired' | 'takenBack';
}

export interface PeopleView {
  readonly kind: 'people';
  readonly spaceName: string;
  readonly me: PersonView | null;
  readonly people: readonly PersonLine[];
  readonly invites: readonly InviteLine[];
}
