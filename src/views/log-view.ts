/** What the Log shows: what happened, newest first, as data that the words are made from. */
import type { FactOption, FactValue } from '../model/fact.ts';
import type { EventId, RunId, StepId } from '../model/ids.ts';
import type { PersonView, StepLine, Tone } from './shared.ts';

export interface HistoryLine {
  readonly event: EventId;
  readonly run: RunId;
  readonly runTitle: string;
  /**
   * The event's type without its version, `unknown` for one of a newer version; `step.amended` for a
   * `step.rechecked` that put something right.
   */
  readonly type: string;
  readonly by: PersonView | null;
  readonly onBehalfOf: PersonView | null;
  readonly at: number;
  readonly step: { readonly id: StepId; readonly key: string; readonly title: string } | null;
  /** The other person: of a hand-over, a new conductor, a wait, or whom a fact names. */
  readonly to: PersonView | null;
  /** Note, reason or checklist text. */
  readonly text: string | null;
  /** What an item was called before it got another name. */
  readonly was: string | null;
  readonly tone: Tone;
  /** The outcome's name, of a completion that has one. */
  readonly outcome: string | null;
  /** The step that was under way when this one was begun by somebody who had not heard of it [T4]. */
  readonly meanwhile?: string;
  /** The fact that was set, and to what. */
  readonly fact: {
    readonly name: string;
    readonly options: readonly FactOption[];
    readonly value: FactValue | null;
  } | null;
}

export interface LogView {
  readonly kind: 'log';
  readonly lines: readonly HistoryLine[];
  /** Older lines exist beyond the limit asked for. */
  readonly more: boolean;
  readonly conflicts: readonly StepLine[];
}
