/**
 * What it depends on where the steps of a map stand: how wide they are, how they hang together, and in which frames.
 * Nothing of what happens in a run is part of it, so that the map stays as it is while the run goes on.
 */
import type { ItemList } from '../engine/items/item-list.ts';
import type { PlacedStep } from '../engine/items/placed-step.ts';
import type { StepId } from '../model/ids.ts';
import type { SectionDefinition } from '../model/workflow.ts';
import { computeMapFrames, type MapFrame } from './map-boxes.ts';
import { computeMapLinks, type MapLink } from './map-links.ts';
import type { MapPlacement } from './map-view.ts';

export interface MapShape {
  readonly nodes: readonly MapShapeNode[];
  readonly edges: readonly MapShapeEdge[];
  /** Outer ones first. */
  readonly boxes: readonly { readonly key: string; readonly parent: string | null }[];
}

export interface MapShapeEdge {
  readonly key: string;
  readonly from: StepId;
  readonly to: StepId;
  /** How wide the words on it are, pixels; 0 where there are none. */
  readonly label: number;
}

export interface MapShapeNode {
  readonly step: StepId;
  /** Pixels. */
  readonly width: number;
  /** The inmost frame around it. */
  readonly box: string | null;
}

/** Works out where everything stands. */
export type PlaceMap = (shape: MapShape) => MapPlacement;

export interface MapPlan {
  readonly shape: MapShape;
  readonly links: readonly MapLink[];
  readonly frames: readonly MapFrame[];
}

/** Of a run's plan, or of a workflow without any lists of items. */
export interface MapSource {
  readonly steps: readonly PlacedStep[];
  readonly sections: readonly SectionDefinition[];
  readonly items: readonly ItemList[];
}

export function computeMapPlan({ steps, sections, items }: MapSource): MapPlan {
  const links = computeMapLinks(steps);
  const frames = computeMapFrames(steps, sections, items);
  return {
    links,
    frames,
    shape: {
      nodes: steps.map((step) => ({
        step: step.id,
        width: computeNodeWidth(step.inItem?.title ?? step.title),
        box: frames.findLast((frame) => frame.steps.has(step.id))?.key ?? null,
      })),
      edges: links.map((link) => ({
        key: link.key,
        from: link.from,
        to: link.to,
        label: computeLabelWidth(link),
      })),
      boxes: frames.map(({ key, parent }) => ({ key, parent })),
    },
  };
}

/** Of a few words before the names, and the space around them. */
const aroundOutcomes = 72;
const standInLabel = 64;
const widestLabel = 240;

function computeLabelWidth({ kind, outcomes }: MapLink): number {
  if (kind === 'standIn') return standInLabel;
  if (outcomes.length === 0) return 0;
  return Math.min(widestLabel, aroundOutcomes + Math.round(outcomes.join(', ').length * letterWidth));
}

/** Glyph, face and the spaces between. */
const aroundTitle = 92;
const letterWidth = 7.4;
const narrowest = 196;
const widest = 264;

/** What the title needs, as far as it can be told without drawing it; letters of eastern Asia are twice as wide. */
export function computeNodeWidth(title: string): number {
  let letters = 0;
  for (const letter of title) letters += (letter.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
  return Math.round(Math.min(widest, Math.max(narrowest, aroundTitle + letters * letterWidth)));
}
