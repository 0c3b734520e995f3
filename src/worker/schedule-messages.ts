/** The part of the language between page and worker that is about what starts by itself. */
import type { LocalDate, LocalTime } from '../model/fact.ts';
import type { FactId, PersonId, ScheduleId, WorkflowId } from '../model/ids.ts';
import type { ItemDefinition } from '../model/per-item.ts';
import type { RepeatPattern } from '../model/repeat-pattern.ts';
import type { CatchUp, Overlap } from '../model/schedule.ts';

/** What starts by itself, as a form has it. */
export interface ScheduleDraft {
  readonly workflow: WorkflowId;
  readonly title: string;
  readonly pattern: RepeatPattern;
  readonly from: LocalDate;
  readonly time: LocalTime;
  /** IANA zone. */
  readonly zone: string;
  readonly catchUp: CatchUp;
  readonly overlap: Overlap;
  readonly conductor: PersonId;
  readonly parts: Readonly<Record<string, PersonId>>;
  /** Days after each start's own. */
  readonly facts: Readonly<Record<FactId, number>>;
  /** By per-item section, where each start names its items. */
  readonly items?: Readonly<Record<string, readonly ItemDefinition[]>>;
}

/** When a draft would start. */
export interface SchedulePreview {
  /** Milliseconds since 1970, up to three. */
  readonly upcoming: readonly number[];
  /** Starts at once for these: they lie in the past and would be made up for. */
  readonly atOnce: readonly number[];
}

export type ScheduleIntent =
  /** Makes what starts by itself, or with `id` changes it. */
  | { readonly kind: 'saveSchedule'; readonly id?: ScheduleId; readonly draft: ScheduleDraft }
  /** What is missed while it is paused is left out. */
  | { readonly kind: 'pauseSchedule'; readonly id: ScheduleId; readonly paused: boolean }
  | { readonly kind: 'removeSchedule'; readonly id: ScheduleId; readonly removed: boolean }
  /** The run of the next slot, before its time. */
  | { readonly kind: 'startNext'; readonly id: ScheduleId };
