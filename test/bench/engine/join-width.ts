/**
 * A join of many edges: time to complete everything in front of it, one by one, against how many there are.
 * Beside it XState's parallel machine with as many regions. The exponent is the slope of log time over log
 * width: 1 is linear.
 */
import { asId, type StepId } from '../../../src/model/ids.ts';
import { loadXState } from './peers.ts';
import { makeFan, medianOf, startBenchRun, timeOf } from './plans.ts';

const widths = [100, 300, 1000, 3000, 10_000] as const;
/** XState's time grows faster than the square of the regions: 1000 of them would take most of a minute. */
const widestPeer = 300;

export interface WidthRow {
  readonly width: number;
  readonly ours: number;
  /** `null` where the peer was not run. */
  readonly theirs: number | null;
}

export async function measureJoins(): Promise<readonly WidthRow[]> {
  const rows: WidthRow[] = [];
  for (const width of widths) {
    const rounds = width > 1000 ? 3 : 9;
    const ours = Array.from({ length: rounds }, () => completeFan(width));
    const theirs = width > widestPeer ? null : await completeRegions(width);
    rows.push({ width, ours: medianOf(ours), theirs });
  }
  return rows;
}

/** Least squares over the logarithms. */
export function computeExponent(rows: readonly WidthRow[]): number {
  const points = rows.map(({ width, ours }) => [Math.log(width), Math.log(ours)] as const);
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return over / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

function completeFan(width: number): number {
  const run = startBenchRun(makeFan(width));
  const took = timeOf(() => {
    for (let index = 0; index < width; index++) run.complete(asId<StepId>(`s${index}`));
  });
  if (run.fold.state.current.get(asId<StepId>('join'))?.status !== 'ready')
    throw new Error('The join did not open.');
  return took;
}

async function completeRegions(width: number): Promise<number> {
  const { createActor, createMachine } = await loadXState();
  const regions = Object.fromEntries(
    Array.from({ length: width }, (_, index) => [
      `s${index}`,
      { initial: 'open', states: { open: { on: { [`done${index}`]: 'done' } }, done: { type: 'final' } } },
    ]),
  );
  const actor = createActor(createMachine({ type: 'parallel', states: regions })).start();
  const took = timeOf(() => {
    for (let index = 0; index < width; index++) actor.send({ type: `done${index}` });
  });
  if (actor.getSnapshot().status !== 'done') throw new Error('The parallel machine did not end.');
  return took;
}
