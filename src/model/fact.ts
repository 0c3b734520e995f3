/**
 * Facts: typed, named values of a run. This cut knows those that a start form asks for.
 */
import type { FactId } from './ids.ts';

/** `YYYY-MM-DD`. */
export type LocalDate = string;
/** `HH:MM`, 24 hours. */
export type LocalTime = string;

export type FactValue =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'text'; readonly text: string };

export interface FactDefinition {
  readonly id: FactId;
  readonly name: string;
  readonly kind: FactValue['kind'];
  /** The one date a template is planned back from. */
  readonly anchor?: boolean;
}
