/**
 * Steps beside a calendar. Places in time are days since the first day shown, with the part of the day that the wall
 * clock of the run's zone has passed: 1.5 is noon of the second day, also where a day has 23 hours.
 * Nothing is foretold: a step without a date in the plan has none here.
 */
import type { LocalDate } from '../model/fact.ts';
import type { RunId, StepId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { FlowView } from './flow-view.ts';

export interface DaysRow {
  readonly key: OccurrenceKey;
  readonly step: StepId;
  /** Since when somebody could do it, and when it was over. */
  readonly begun: number | null;
  readonly closed: number | null;
  /** Not before, as the plan has it; null once it may begin. */
  readonly start: number | null;
  readonly due: number | null;
  /** `due` is a time of that day, not the end of it. */
  readonly dueHasTime: boolean;
  /** Days on which whoever has it is away, while it is open: the first, and how many. */
  readonly away: readonly DaySpan[];
  /** What else is on when it is due or may begin, as calendars opened here have it; only of one's own steps. */
  readonly clashes: readonly DayClash[];
}

/** An event of a calendar; `to` is its end. */
export interface DayClash {
  /** As the calendar has it; may be empty. */
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

export interface DaySpan {
  readonly from: number;
  readonly days: number;
}

/** Days in a row; folded ones have nothing in them and are drawn as one narrow stretch. */
export interface DayStretch extends DaySpan {
  readonly folded: boolean;
}

/** A day on which nobody in particular works. */
export interface DayOff {
  readonly day: number;
  /** Of a holiday that has one. */
  readonly name: string | null;
  readonly holiday: boolean;
}

export interface DaysView {
  readonly kind: 'days';
  readonly run: RunId;
  readonly availability: FlowView['availability'];
  /** IANA zone in which the days are. */
  readonly zone: string;
  readonly first: LocalDate;
  readonly now: number;
  /** All days shown, without gaps, first first. */
  readonly stretches: readonly DayStretch[];
  readonly offs: readonly DayOff[];
  /** In the order of the rail. */
  readonly rows: readonly DaysRow[];
}
