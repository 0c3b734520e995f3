/** What one flow shows: its header and the Steps rail. */
import type { RunId } from '../model/ids.ts';
import type { PersonView, StepLine, Tone } from './shared.ts';

/** Where a row's lanes run: indices of lanes, 0 nearest the edge. One SVG slice is drawn a row. */
export interface RailSlice {
  readonly lane: number;
  /** Lanes that come down from above and end in this row's node. */
  readonly in: readonly RailTrack[];
  /** Lanes that leave this row's node downwards. */
  readonly out: readonly RailTrack[];
  /** Lanes that pass by. */
  readonly through: readonly RailTrack[];
}

export interface RailTrack {
  readonly lane: number;
  /** `run` = already happened, `next` = to come, `leg` = the segment that brought the baton to me. */
  readonly kind: 'run' | 'next' | 'leg';
}

export interface RailRow extends StepLine {
  readonly rail: RailSlice;
  readonly closedAt: number | null;
  readonly closedBy: readonly PersonView[];
  /** Titles of direct predecessors still to happen. */
  readonly waitingFor: readonly string[];
  readonly hasConflict: boolean;
  readonly stuckReason: string | null;
}

export interface FlowView {
  readonly kind: 'flow';
  readonly run: RunId;
  /** `loading`: known, not on this device yet. `missing`: no such run in this space. */
  readonly availability: 'here' | 'loading' | 'missing';
  readonly title: string;
  readonly status: 'notStarted' | 'running' | 'finished' | 'cancelled';
  readonly conductor: PersonView | null;
  readonly rows: readonly RailRow[];
  /** Lanes used at most. */
  readonly lanes: number;
  readonly segments: readonly Tone[];
  readonly done: number;
  readonly total: number;
  readonly people: readonly PersonView[];
  readonly lastDueAt: number | null;
  readonly lateCount: number;
  /** Events kept but not understood: made by a newer version of the app. */
  readonly newerEvents: number;
  /** Entries that could not be read at all; kept in place. */
  readonly damagedEntries: number;
}
