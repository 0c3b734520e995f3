/** What the Log shows: what happened, newest first, as data that the words are made from. */
import type { FactView } from './fact-view.ts';
import type { LogAbout } from './log-about.ts';
import type { FactOption, FactValue } from '../model/fact.ts';
import type { EventId, PersonId, RunId, StepId } from '../model/ids.ts';
import type { PersonView, StepLine, Tone } from './shared.ts';

export interface HistoryLine {
  readonly event: EventId;
  readonly run: RunId;
  readonly runTitle: string;
  /**
   * The event's type without its version, `unknown` for one of a newer version; `step.amended` for a
   * `step.rechecked` that put something right; `run.flowAdded` for a change that brings another flow into the plan.
   */
  readonly type: string;
  readonly by: PersonView | null;
  readonly onBehalfOf: PersonView | null;
  readonly at: number;
  readonly step: { readonly id: StepId; readonly key: string; readonly title: string } | null;
  /** The other person: of a hand-over, a new conductor, a wait, or whom a fact names. */
  readonly to: PersonView | null;
  /** Note, reason, checklist text, or the name of what was added. */
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
  /** It can be taken back, or what it took away can come back. Told by the Log alone. */
  readonly takeBack?: 'undo' | 'restore';
}

/** What of the log is wanted; what is absent narrows nothing. */
export interface LogQuery {
  readonly limit: number;
  /** All of its words stand in a line. */
  readonly search?: string;
  /** By whom, or for whom. */
  readonly person?: PersonId;
  readonly run?: RunId;
  readonly about?: LogAbout;
}

/** A fact that several people set without knowing of each other. */
export interface LogDispute {
  readonly run: RunId;
  readonly runTitle: string;
  readonly fact: FactView;
}

export interface LogView {
  readonly kind: 'log';
  readonly lines: readonly HistoryLine[];
  /** Older lines exist beyond the limit asked for. */
  readonly more: boolean;
  readonly conflicts: readonly StepLine[];
  readonly disputes: readonly LogDispute[];
  /** Who can be asked for: everybody, those outside too. */
  readonly people: readonly PersonView[];
  /** Flows that can be asked for, the newest first; also those that are not read yet. */
  readonly runs: readonly { readonly run: RunId; readonly title: string }[];
}
