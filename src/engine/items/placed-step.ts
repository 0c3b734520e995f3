/**
 * A step as it stands in the plan of one run: of a per-item section once an item, under its place's id
 * (`placeId`). Outside of such sections it is the step of the definition itself.
 */
import type { EventId, ItemId, StepId } from '../../model/ids.ts';
import type { JoinRule, StepDefinition, Dependency } from '../../model/workflow.ts';

export interface PlacedDependency extends Dependency {
  /** Which of the step's `gathers` it belongs to; absent: it counts by itself. */
  readonly gather?: number;
  /** Leads past the section, not out of it: see `Gather`. */
  readonly gate?: boolean;
  /** Of which item it is, as a number, where that item's step and what stands in for it count as one edge. */
  readonly pair?: number;
}

/** The edges from one step of a section, and from what stands in for it, of all its items: one edge [J6]. */
export interface Gather {
  readonly section: string;
  /** How those of the items come together. */
  readonly rule: Extract<JoinRule, { readonly kind: 'all' | 'count' }>;
  /** Once the rule is met, what is open of the section and leads only here is let go [J6]. */
  readonly cancelRest?: boolean;
  /** How many items; of none the edge passes through, and is what the gates are. */
  readonly size: number;
  /** The list may still grow: the edge is not known before it is closed, unless the section's own path is dead. */
  readonly isOpen: boolean;
  readonly closedBy: EventId | null;
  /** What the section itself waits for, where no edge of `after` already says so. */
  readonly gates: readonly Dependency[];
}

/** Where a place of a per-item section belongs. */
export interface PlaceInItem {
  readonly section: string;
  readonly item: ItemId;
  readonly name: string;
  /** As the plan was written. */
  readonly step: StepId;
  /** Without the item's name. */
  readonly title: string;
}

export interface PlacedStep extends StepDefinition {
  readonly after: readonly PlacedDependency[];
  readonly inItem?: PlaceInItem;
  readonly gathers?: readonly Gather[];
  /** The choices that it is an option of: of each the first step begun is wanted [T3]. */
  readonly choices?: readonly string[];
}
