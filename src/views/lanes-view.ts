/** Who has what in a flow: a lane a person, their steps in the order in which they come. */
import type { LocalDate } from '../model/fact.ts';
import type { RunId, StepId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { FlowView } from './flow-view.ts';
import type { PersonView } from './shared.ts';

/** `now`: to be done, watched or settled. `next`: what it waits for is under way. */
export type LanePart = 'now' | 'next' | 'later' | 'done';

/** `many`: on a day on which too much is due of them. `away`: on a day on which they are away. */
export type LaneLoad = 'fine' | 'many' | 'away';

export interface LaneStep {
  readonly key: OccurrenceKey;
  readonly step: StepId;
  readonly part: LanePart;
  readonly load: LaneLoad;
  /** From 0: further than everything that it waits for, and than what comes before it in its lane. */
  readonly column: number;
}

export interface LaneView {
  readonly key: string;
  /** `role`: anybody of it may take them. `nobody`: no one has them yet. */
  readonly kind: 'person' | 'role' | 'nobody';
  readonly person: PersonView | null;
  /** Of a role. */
  readonly name: string;
  /** In the order of their columns. */
  readonly steps: readonly LaneStep[];
  /** How many there are of each part. */
  readonly counts: Readonly<Record<LanePart, number>>;
  /** The fullest day of the next week, over all flows. */
  readonly fullDay: { readonly date: LocalDate; readonly steps: number } | null;
}

export interface LanesView {
  readonly kind: 'lanes';
  readonly run: RunId;
  readonly availability: FlowView['availability'];
  /** Me first, then as their first step comes; roles and nobody after the people. */
  readonly lanes: readonly LaneView[];
  readonly columns: number;
  /** From whom to whom the baton goes: steps in different lanes. */
  readonly handOffs: readonly { readonly from: StepId; readonly to: StepId }[];
}
