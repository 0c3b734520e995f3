/**
 * Facts: typed, named values of a run, which steps read and write. A derived fact is another fact
 * moved by an offset; its value is never stored.
 */
import type { FactId, PersonId } from './ids.ts';

/** `YYYY-MM-DD`. */
export type LocalDate = string;
/** `HH:MM`, 24 hours. */
export type LocalTime = string;

export type FactValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** `amount` in the currency's main unit (1234.5 euro), `currency` an ISO 4217 code. */
  | { readonly kind: 'money'; readonly amount: number; readonly currency: string }
  | { readonly kind: 'date'; readonly date: LocalDate }
  /** `at` in milliseconds since 1970; `zone` the IANA zone in which it is told. */
  | { readonly kind: 'instant'; readonly at: number; readonly zone: string }
  | { readonly kind: 'duration'; readonly minutes: number }
  /** An address or a name that a map finds. */
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'person'; readonly person: PersonId }
  /** The id of one of the definition's options. */
  | { readonly kind: 'choice'; readonly choice: string }
  /** Only `http:` and `https:` addresses are ever opened. */
  | { readonly kind: 'link'; readonly url: string }
  /** The name under which people find a file elsewhere. */
  | { readonly kind: 'file'; readonly name: string };

export type FactKind = FactValue['kind'];

export interface FactOption {
  readonly id: string;
  readonly name: string;
}

/** A fact that follows another: a date moves by days, an instant by days and minutes, a number not at all. */
export interface FactDerivation {
  readonly from: FactId;
  /** Whole days, negative for before. */
  readonly days?: number;
  /** For instants and durations; negative for before. */
  readonly minutes?: number;
}

export interface FactDefinition {
  readonly id: FactId;
  readonly name: string;
  readonly kind: FactKind;
  /** The one date a template is planned back from. */
  readonly anchor?: boolean;
  /** Asked for when a run starts. The anchor always is. */
  readonly atStart?: boolean;
  /** What a `choice` may be. */
  readonly options?: readonly FactOption[];
  readonly derived?: FactDerivation;
  /** Rival values make its readers wait until somebody picks one [F6], also when it feeds no condition. */
  readonly critical?: boolean;
  /** The per-item section of whose items each has a value of its own. */
  readonly perItem?: string;
}

/** The part of an instant that a step looks at. */
export type Projection = 'date' | 'time';

/** What a step needs to know. */
export interface FactRead {
  readonly fact: FactId;
  readonly projection?: Projection;
  /**
   * How far the value may move before the step asks to be checked again: minutes for instants, times and
   * durations, days for dates, the number itself for numbers and money. 0 when absent.
   */
  readonly tolerance?: number;
  /** Without it the step may begin all the same; a required fact that is missing holds it up [F5]. */
  readonly optional?: boolean;
}

/** `arrival` or `arrival.date`: how a completion names what it read. */
export type FactReadKey = string;

export function factReadKey(read: Pick<FactRead, 'fact' | 'projection'>): FactReadKey {
  return read.projection === undefined ? read.fact : `${read.fact}.${read.projection}`;
}

/** A step is only wanted if this holds. `set`: any value will do; the others compare with `value`. */
export type FactCondition =
  | { readonly fact: FactId; readonly is: 'set' | 'notSet' }
  | {
      readonly fact: FactId;
      readonly is: 'equal' | 'notEqual' | 'above' | 'atLeast' | 'below' | 'atMost';
      readonly value: FactValue;
    };
