/** What has become of the way from one step to another. */
import type { StepId } from '../model/ids.ts';
import { findFreeingStep } from './compute-now-view.ts';
import type { RailTrack } from './flow-view.ts';
import type { RailEdge } from './rail-layout.ts';
import type { RunReading } from './run-reading.ts';

/** A track has run once its source is over; the one that brought me the baton is the leg. */
export function makeTrackKind(run: RunReading): (edge: RailEdge) => RailTrack['kind'] {
  const legSource = new Map<StepId, StepId>();
  for (const reading of run.steps) {
    if (reading.tone !== 'turn') continue;
    const freeing = findFreeingStep(run, reading.occurrence.freedBy);
    if (freeing !== null) legSource.set(reading.step.id, freeing.reading.step.id);
  }
  return ({ from, to }) => {
    if (legSource.get(to) === from) return 'leg';
    const source = run.stepById.get(from)?.occurrence.status;
    return source === 'completed' || source === 'skipped' ? 'run' : 'next';
  };
}
