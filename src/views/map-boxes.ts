/**
 * The frames of a map: parts that are other workflows, lists and their items, and sections of a plan.
 *
 * Invariants: of two frames one holds all of the other or they share no step, so they nest like a tree; a frame stands
 * after those around it. A section that would cut through another frame, or hold less than two steps, is not framed.
 */
import type { ItemList } from '../engine/items/item-list.ts';
import type { PlacedStep } from '../engine/items/placed-step.ts';
import type { StepId } from '../model/ids.ts';
import { stepOfPlace } from '../model/place.ts';
import type { SectionDefinition, TogetherRule } from '../model/workflow.ts';
import type { MapBoxKind } from './map-view.ts';

export interface MapFrame {
  readonly key: string;
  readonly kind: MapBoxKind;
  readonly name: string;
  readonly rule: TogetherRule['kind'] | null;
  readonly steps: ReadonlySet<StepId>;
  /** The next one around it. */
  readonly parent: string | null;
}

type Candidate = Omit<MapFrame, 'parent'>;

export function computeMapFrames(
  steps: readonly PlacedStep[],
  sections: readonly SectionDefinition[],
  lists: readonly ItemList[],
): readonly MapFrame[] {
  const candidates = sections.flatMap((section) => framesOf(section, steps, lists));
  const frames: MapFrame[] = [];
  for (const candidate of candidates.sort((a, b) => b.steps.size - a.steps.size)) {
    if (isNeedless(candidate, steps.length)) continue;
    const around = frames.filter((frame) => isWithin(candidate.steps, frame.steps));
    const parent = around.at(-1);
    const cuts = frames.some((frame) => !around.includes(frame) && meets(candidate.steps, frame.steps));
    const doubles = candidate.kind === 'section' && parent?.steps.size === candidate.steps.size;
    if (!cuts && !doubles) frames.push({ ...candidate, parent: parent?.key ?? null });
  }
  return frames;
}

/** A list or a part of one step is still one. */
function isNeedless({ kind, steps }: Candidate, all: number): boolean {
  return steps.size === 0 || (kind === 'section' && (steps.size < 2 || steps.size === all));
}

function framesOf(
  section: SectionDefinition,
  steps: readonly PlacedStep[],
  lists: readonly ItemList[],
): Candidate[] {
  const { id, name, workflow, perItem, together } = section;
  const own = new Set(section.steps);
  const members = steps.filter((step) => own.has(stepOfPlace(step.id)));
  const rule = together?.kind ?? null;
  const frame = (key: string, kind: MapBoxKind, called: string, of: readonly PlacedStep[]): Candidate => ({
    key,
    kind,
    name: called,
    rule: kind === 'item' ? null : rule,
    steps: new Set(of.map((step) => step.id)),
  });
  if (perItem !== undefined) {
    const items = lists.find((list) => list.section === id)?.items ?? [];
    return [
      frame(id, 'list', name, members),
      ...items.map((item) =>
        frame(
          `${id}/${item.id}`,
          'item',
          item.name,
          members.filter(({ inItem }) => inItem?.item === item.id),
        ),
      ),
    ];
  }
  const kind = workflow === undefined ? 'section' : 'part';
  // What lies in a list is there once an item.
  const items = new Set(members.map(({ inItem }) => inItem?.item ?? null));
  return [...items].map((item) =>
    frame(
      item === null ? id : `${id}/${item}`,
      kind,
      name,
      members.filter(({ inItem }) => (inItem?.item ?? null) === item),
    ),
  );
}

function isWithin(inner: ReadonlySet<StepId>, outer: ReadonlySet<StepId>): boolean {
  return [...inner].every((step) => outer.has(step));
}

function meets(one: ReadonlySet<StepId>, other: ReadonlySet<StepId>): boolean {
  return [...one].some((step) => other.has(step));
}
