/** Getting in touch with somebody about a step: whom, how, and in which words. */
import type { ContactWay } from '../model/contact-way.ts';
import type { Channels } from '../model/person.ts';
import type { FactView } from './fact-view.ts';
import type { PersonView } from './shared.ts';

/** Somebody to get in touch with. */
export interface ReachView {
  /** Null: nobody of this name is known here yet. */
  readonly person: PersonView | null;
  readonly name: string;
  readonly channels: Channels;
}

/** A piece of a text that facts are filled into. */
export type ContactPiece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'fact'; readonly fact: FactView };

/** What the plan says about whom to ask, and what. */
export interface ContactView {
  readonly how: ContactWay;
  /** Null: whoever is chosen in the app that sends it. */
  readonly to: ReachView | null;
  readonly subject: readonly ContactPiece[];
  readonly text: readonly ContactPiece[];
}

/** Who could be asked how far it is: whoever is waited for, else whoever has the step. */
export interface NudgeView {
  readonly to: ReachView;
  /** They are waited for, and do not hold the step. */
  readonly waitedFor: boolean;
}

export interface SentNudgeView {
  readonly by: PersonView | null;
  readonly to: PersonView | null;
  readonly how: ContactWay;
  readonly at: number;
}
