/** The map of a workflow as it is being written, of the same steps as its editor lists. */
import type { WorkflowId } from '../model/ids.ts';
import { findStep, stepIndexOf } from '../model/step-index.ts';
import { drawMap, type FindPlacement, nothingDrawn } from './draw-map.ts';
import { computeMapPlan } from './map-shape.ts';
import type { DraftMapView } from './map-view.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';

export function computeDraftMapView(
  space: SpaceSnapshot,
  workflow: WorkflowId,
  findPlacement: FindPlacement,
): DraftMapView {
  const empty = { kind: 'draftMap', workflow, placed: false, ...nothingDrawn } as const;
  const { editor } = space;
  if (editor === undefined || editor.workflow !== workflow) return empty;
  const { steps, sections = [] } = editor.reading.definition;
  const plan = computeMapPlan({ steps, sections, items: [] });
  const placement = findPlacement(plan.shape);
  if (placement === null) return empty;
  const index = stepIndexOf(steps);
  const drawing = drawMap(plan, placement, {
    nodeOf: (step) => ({ key: step, onlyIf: findStep(index, step)?.onlyIf !== undefined, toUndo: false }),
    stateOf: () => 'next',
  });
  return { ...empty, placed: true, ...drawing };
}
