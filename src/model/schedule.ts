/**
 * A workflow that starts by itself, again and again.
 *
 * A slot is one day on which it starts; the zone's own calendar names it, so that two devices anywhere
 * mean the same one. A schedule starts at most once a day.
 */
import type { LocalDate, LocalTime } from './fact.ts';
import type { ItemDefinition } from './per-item.ts';
import { asId, type FactId, type PersonId, type RunId, type ScheduleId, type WorkflowId } from './ids.ts';

export type ScheduleRule =
  | {
      readonly kind: 'rrule';
      /** The value of an RFC 5545 RRULE, without DTSTART; daily or rarer. */
      readonly rrule: string;
      /** Not before this day; repetitions are counted from it. */
      readonly from: LocalDate;
      readonly time: LocalTime;
    }
  | {
      readonly kind: 'workingDay';
      /** Of the month: 1 is its first working day, -1 its last. */
      readonly nth: number;
      readonly from: LocalDate;
      readonly time: LocalTime;
    };

/** What becomes of slots that nobody's device was there for. */
export const catchUps = ['skip', 'latest', 'all'] as const;
export type CatchUp = (typeof catchUps)[number];

/** What becomes of a slot while an earlier run of the schedule still goes on. */
export const overlaps = ['skip', 'queue', 'allow'] as const;
export type Overlap = (typeof overlaps)[number];

export interface Schedule {
  readonly id: ScheduleId;
  /** Shipped or saved. */
  readonly workflow: WorkflowId;
  /** What its runs are called, before the day. */
  readonly title: string;
  readonly rule: ScheduleRule;
  /** IANA zone whose wall time the rule means, summer and winter. */
  readonly zone: string;
  readonly catchUp: CatchUp;
  readonly overlap: Overlap;
  readonly parts: Readonly<Record<string, PersonId>>;
  /** Dates that a start gives, each so many days after the slot's own. */
  readonly facts?: Readonly<Record<FactId, number>>;
  /** By per-item section: whom or what each start is for, where a start says so. */
  readonly items?: Readonly<Record<string, readonly ItemDefinition[]>>;
  readonly conductor: PersonId;
  readonly paused?: boolean;
  /** Slots before this instant are over and done with; milliseconds since 1970. */
  readonly since?: number;
}

export interface Slot {
  /** The day in the schedule's zone. */
  readonly date: LocalDate;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The one run of a slot, on whatever device it is started [E7]. */
export function scheduledRunId(schedule: ScheduleId, date: LocalDate): RunId {
  return asId<RunId>(`${schedule}-${date.replaceAll('-', '')}`);
}
