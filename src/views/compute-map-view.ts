/** The map of one flow: where its steps stand, and what has become of the ways between them. */
import type { RunId } from '../model/ids.ts';
import { isUndoOpen } from '../engine/undo-state.ts';
import { drawMap, type FindPlacement, nothingDrawn } from './draw-map.ts';
import { computeMapPlan, type MapPlan } from './map-shape.ts';
import type { MapDrawing, MapPlacement, MapView } from './map-view.ts';
import { type RunReading, readRun } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { makeTrackKind } from './track-kind.ts';

export function computeMapView(
  space: SpaceSnapshot,
  run: RunId,
  now: number,
  findPlacement: FindPlacement,
): MapView {
  const entry = space.runs.find((each) => each.run === run);
  const empty = { kind: 'map', run, placed: false, ...nothingDrawn } as const;
  if (entry === undefined) return { ...empty, availability: 'missing' };
  if (entry.state === null || entry.state.status === 'notStarted')
    return { ...empty, availability: 'loading' };
  const reading = readRun(entry.state, space, now);
  const plan = planOf(reading);
  const placement = findPlacement(plan.shape);
  if (placement === null) return { ...empty, availability: 'here' };
  return { ...empty, availability: 'here', placed: true, ...draw(reading, plan, placement) };
}

const planByReading = new WeakMap<RunReading, MapPlan>();

function planOf(reading: RunReading): MapPlan {
  const known = planByReading.get(reading);
  if (known !== undefined) return known;
  const { state, steps } = reading;
  const made = computeMapPlan({
    steps: steps.map(({ step }) => step),
    sections: state.workflow?.definition.sections ?? [],
    items: state.items,
  });
  planByReading.set(reading, made);
  return made;
}

function draw(reading: RunReading, plan: MapPlan, placement: MapPlacement): MapDrawing {
  return drawMap(plan, placement, {
    nodeOf: (step) => {
      const own = reading.stepById.get(step);
      if (own === undefined) return null;
      const { undo, key } = own.occurrence;
      return { key, onlyIf: own.step.onlyIf !== undefined, toUndo: undo !== null && isUndoOpen(undo) };
    },
    stateOf: makeTrackKind(reading),
  });
}
