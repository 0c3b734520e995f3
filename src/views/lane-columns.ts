/**
 * In which column each step of the lanes stands: behind all that it waits for and behind what its lane has before it,
 * by dates first and then as the plan has it. An approval may stand in several lanes, in one column.
 */
import type { StepId } from '../model/ids.ts';
import type { StepReading } from './run-reading.ts';

export interface LaneColumns {
  readonly columnOf: ReadonlyMap<StepId, number>;
  readonly columns: number;
}

/** `readings` in the order of the plan, each with the lanes that it stands in. */
export function assignColumns(
  readings: readonly StepReading[],
  lanesOf: (reading: StepReading) => readonly string[],
): LaneColumns {
  const byId = new Map(readings.map((reading) => [reading.step.id, reading]));
  const sources = new Map(
    readings.map(({ step }) => [
      step.id,
      new Set(step.after.map(({ from }) => from).filter((from) => byId.has(from))),
    ]),
  );
  const columnOf = new Map<StepId, number>();
  const lastOfLane = new Map<string, number>();
  const left = [...readings];
  let columns = 0;
  while (left.length > 0) {
    const reading = left.splice(findNext(left, sources, columnOf), 1)[0];
    if (reading === undefined) break;
    const lanes = lanesOf(reading);
    const behind = [
      ...[...(sources.get(reading.step.id) ?? [])].map((from) => columnOf.get(from) ?? -1),
      ...lanes.map((lane) => lastOfLane.get(lane) ?? -1),
    ];
    const column = Math.max(-1, ...behind) + 1;
    columnOf.set(reading.step.id, column);
    for (const lane of lanes) lastOfLane.set(lane, column);
    columns = Math.max(columns, column + 1);
  }
  return { columnOf, columns };
}

/** The earliest of those that may come; the first of the plan where no date says, or where they go in a circle. */
function findNext(
  left: readonly StepReading[],
  sources: ReadonlyMap<StepId, ReadonlySet<StepId>>,
  placed: ReadonlyMap<StepId, number>,
): number {
  let best = -1;
  let bestAt = Infinity;
  left.forEach((reading, index) => {
    for (const from of sources.get(reading.step.id) ?? []) if (!placed.has(from)) return;
    const at = dateOf(reading);
    if (best >= 0 && at >= bestAt) return;
    best = index;
    bestAt = at;
  });
  return Math.max(0, best);
}

function dateOf({ occurrence, due, startsAt }: StepReading): number {
  return occurrence.closedAt ?? startsAt ?? due?.at ?? Infinity;
}
