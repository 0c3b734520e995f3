/**
 * Shapes that several screens share. Views hold data, never sentences: the words live in i18n.
 */
import type { LocalDate } from '../model/fact.ts';
import type { PersonId, RunId, StepId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { PersonColour } from '../model/person.ts';

export interface PersonView {
  readonly id: PersonId;
  readonly name: string;
  /** One or two letters. */
  readonly initials: string;
  readonly colour: PersonColour;
  readonly isMe: boolean;
  readonly outside: boolean;
  /** The last day away; absent while they are here, and where it is not asked. */
  readonly awayUntil?: LocalDate;
}

/** Whoever has a step is away. */
export interface AwayView {
  /** The last day. */
  readonly until: LocalDate;
  /** Who can do it for them; `null`: nobody was named. */
  readonly standIn: PersonView | null;
}

/**
 * The state a step is shown in: shape, word and colour go together (PRODUCT, design language).
 * `turn` is copper and only ever mine.
 */
export type Tone =
  | 'turn'
  | 'theirs'
  | 'waiting'
  | 'stuck'
  | 'risk'
  | 'late'
  | 'done'
  | 'skipped'
  | 'next'
  | 'conflict'
  /** Done, and a fact it rested on is another: to be checked again. */
  | 'recheck'
  /** Done, and something before it is not settled any more. */
  | 'provisional'
  /** Not needed: a branch that was not taken, a rest that was cancelled. */
  | 'withdrawn'
  | 'paused';

export interface DueView {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly hasTime: boolean;
  /** Past due at the view's `now`. */
  readonly late: boolean;
}

/** A step, as every list shows it. */
export interface StepLine {
  readonly run: RunId;
  readonly runTitle: string;
  readonly step: StepId;
  readonly key: OccurrenceKey;
  readonly title: string;
  readonly tone: Tone;
  readonly holder: PersonView | null;
  readonly due: DueView | null;
  /** Minutes. */
  readonly estimate: number | null;
  readonly iteration: number;
  /** Done alone does not say enough: it ends in one of several ways, by votes, or another step needs a fact from it. */
  readonly asks: 'outcome' | 'facts' | 'vote' | null;
  /** The role of which anybody may take it; absent when somebody has it, or it is nobody's. */
  readonly anyoneOf?: string;
  /** Of an open approval. */
  readonly votes?: { readonly approvals: number; readonly needed: number };
  /** Not before this instant (a start date, a lag); null when it may begin or has begun. */
  readonly startsAt: number | null;
  /** Absent while the holder is here, and once it is over. */
  readonly away?: AwayView;
  /** The step that goes on beside it although the plan keeps them apart [T4]. */
  readonly meanwhile?: string;
  /** The step that it stands in for, while nobody has called upon it. */
  readonly inCaseOf?: string;
}

export interface StepRef {
  readonly step: StepId;
  readonly key: OccurrenceKey;
  readonly title: string;
  readonly tone: Tone;
}
