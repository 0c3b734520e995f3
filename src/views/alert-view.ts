/** What the holder of the device has to look at, and what each step does when it stalls. */
import type { AlertCause, WayOut } from '../engine/alerts/alert.ts';
import type { Command } from '../model/command.ts';
import type { RunId } from '../model/ids.ts';
import type { Rung, RungAction } from '../model/ladder.ts';
import type { DailyHours } from '../model/person.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { DueView, PersonView, Tone } from './shared.ts';

/** Where somebody says, asks or chooses something about a step. */
export interface AlertPage {
  readonly page: 'nudge' | 'contact' | 'handOver' | 'handUndo';
  readonly key: OccurrenceKey;
}

export interface AlertWayView {
  readonly kind: WayOut['kind'];
  /** Null where a person has to look, ask or choose first. */
  readonly command: Command | null;
  /** Where that is done; absent: in the step itself. */
  readonly opens?: AlertPage;
  /** Who is asked, or gets it. */
  readonly person: PersonView | null;
  /** The step that stands in for it, or who is asked where nobody is known by that name yet. */
  readonly title: string | null;
}

/** All that is told of one step, of its undo, or of a flow, by what was told last. */
export interface AlertLine {
  /** The same as long as it is about the same. */
  readonly key: string;
  readonly run: RunId;
  readonly runTitle: string;
  /** Null: of the flow as a whole. */
  readonly occurrence: OccurrenceKey | null;
  readonly title: string;
  readonly tone: Tone;
  readonly cause: AlertCause;
  readonly rung: RungAction;
  readonly since: number;
  /** When to say so aloud; the alert itself is there before. */
  readonly notifyAt: number;
  readonly about: PersonView | null;
  /** Of an undo: until when it is free, or possible. */
  readonly due: DueView | null;
  /** Of what is paused: since when. */
  readonly pausedAt: number | null;
  /** Why it failed, whom it waits on, which facts are missing: in people's own words. */
  readonly details: readonly string[];
  /** Late steps behind it. */
  readonly alsoLate: readonly string[];
  /** Every alert that is read with it. */
  readonly alerts: readonly string[];
  /** The suggested one first; empty where nothing may be changed. */
  readonly ways: readonly AlertWayView[];
}

export interface AlertsView {
  readonly kind: 'alerts';
  readonly me: PersonView | null;
  /** When not to disturb them; null: never said, so at night. */
  readonly quiet: DailyHours | null;
  /** What was told last first. */
  readonly lines: readonly AlertLine[];
}

export interface LadderRungView extends Rung {
  /** When it is reached; null while what it counts from has not happened. */
  readonly at: number | null;
  readonly reached: boolean;
  /** False where any time of that day will do. */
  readonly hasTime: boolean;
  /** Who hears of it, or has the step as well. */
  readonly person: PersonView | null;
  /** The steps that are offered instead. */
  readonly fallbacks: readonly string[];
}

export interface LadderView {
  /** Nobody has said anything else of this step. */
  readonly usual: boolean;
  /** As it is written, for whoever changes it. */
  readonly written: readonly Rung[];
  /** Those that can come to something, in time's order. */
  readonly rungs: readonly LadderRungView[];
  /** Whose turn it is as well by now. */
  readonly coHolder: PersonView | null;
  /** When a failed step is to be tried again; null where nothing says so. */
  readonly nextTryAt: number | null;
  /** It stands in for another step, and nobody has called upon it. */
  readonly standsInFor: string | null;
}
