/**
 * The map of a flow, or of a workflow that is being written: boxes for steps, lines for what starts after what, frames around steps that belong together.
 * Lengths are pixels of an unscaled map; the origin is its top left corner.
 */
import type { RunId, StepId, WorkflowId } from '../model/ids.ts';
import type { TogetherRule } from '../model/workflow.ts';
import type { FlowView, RailTrack } from './flow-view.ts';
import type { MapLink } from './map-links.ts';

export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

/** Every node is as high as the next. */
export const mapNodeHeight = 52;

/** Where everything stands. Only what is drawn depends on it, so it is worked out once for a shape of a plan. */
export interface MapPlacement {
  readonly width: number;
  readonly height: number;
  /** By step: the top left corner. */
  readonly nodes: ReadonlyMap<StepId, MapPoint>;
  /** By the edge's key: from the source's lower edge to the target's upper one. */
  readonly edges: ReadonlyMap<string, readonly MapPoint[]>;
  /** By the edge's key: the middle of what is said on it, where something is. */
  readonly labels: ReadonlyMap<string, MapPoint>;
  /** By the box's key. */
  readonly boxes: ReadonlyMap<string, MapPoint & { readonly width: number; readonly height: number }>;
}

export interface MapNode extends MapPoint {
  /** Of a flow an `OccurrenceKey`: in another round the step is another node. */
  readonly key: string;
  readonly step: StepId;
  readonly width: number;
  readonly height: number;
  /** It is not needed unless a condition holds. */
  readonly onlyIf: boolean;
  /** What it did is to be undone. */
  readonly toUndo: boolean;
}

export interface MapEdge extends MapLink {
  readonly state: RailTrack['kind'];
  readonly points: readonly MapPoint[];
  /** The middle of what is said on it; null where nothing is. */
  readonly label: MapPoint | null;
}

/** `part`: another workflow. `list`: done once an item. `item`: one of them. */
export type MapBoxKind = 'section' | 'part' | 'list' | 'item';

export interface MapBox extends MapPoint {
  readonly key: string;
  readonly kind: MapBoxKind;
  readonly name: string;
  /** How its steps keep out of each other's way. */
  readonly rule: TogetherRule['kind'] | null;
  readonly width: number;
  readonly height: number;
}

/** What a map draws, of a run or of a workflow. */
export interface MapDrawing {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** Outer ones first. */
  readonly boxes: readonly MapBox[];
  readonly width: number;
  readonly height: number;
}

export interface MapView extends MapDrawing {
  readonly kind: 'map';
  readonly run: RunId;
  readonly availability: FlowView['availability'];
  /** False while it is not worked out yet where everything stands: nothing is drawn then. */
  readonly placed: boolean;
}

/** A workflow as it is being written: nothing of it has run. */
export interface DraftMapView extends MapDrawing {
  readonly kind: 'draftMap';
  readonly workflow: WorkflowId;
  /** False while it is not worked out yet where everything stands, and where there is no such workflow. */
  readonly placed: boolean;
}
