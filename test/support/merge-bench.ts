/**
 * Two devices that part, act, and meet again: one row of the merge table, tried both ways round. Each
 * row runs with the sides on either device, written in either order, and with ids that sort either way;
 * every time it has to look the same on both devices and to a reader who gets the log backwards.
 */
import { computeNotices } from '../../src/engine/notices.ts';
import { foldRun } from '../../src/engine/fold-run.ts';
import type { Notice } from '../../src/engine/notice.ts';
import type { OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import type { RunEvent } from '../../src/model/event.ts';
import type { PersonId } from '../../src/model/ids.ts';
import { occurrenceKey } from '../../src/model/occurrence.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { ana, type Device, makeDevice, occurrence, run, sam, startPlan, stepId } from './run-bench.ts';
import { expectSamePlain, stateToPlain } from './state-to-plain.ts';

export interface Side {
  readonly person: PersonId;
  readonly device: Device;
  /** What it wrote apart from the other, in order. */
  readonly wrote: readonly RunEvent[];
  /** Its last word came first in total order. */
  readonly isFirst: boolean;
}

export interface Merged {
  readonly a: Side;
  readonly b: Side;
  readonly state: RunState;
  /** The present pass of a step, or the one asked for. */
  readonly of: (step: string, iteration?: number) => OccurrenceState;
  /** What the person of a side is told. */
  readonly told: (side: Side) => readonly Notice[];
  /** Somebody who has seen everything does something; answers the state after it. */
  readonly afterwards: (act: (device: Device) => unknown) => RunState;
}

export interface MergeRow {
  /** What A and what B did, unseen by each other, and what comes of it. */
  readonly cell: string;
  readonly plan: WorkflowDefinition;
  /** What both know before they part. */
  readonly before?: (device: Device) => unknown;
  readonly a: (device: Device) => unknown;
  readonly b: (device: Device) => unknown;
  readonly expect: (merged: Merged) => void;
}

interface Way {
  readonly swapped: boolean;
  readonly bWritesFirst: boolean;
  readonly bSortsFirst: boolean;
}

const bools = [false, true];
const ways: readonly Way[] = bools.flatMap((swapped) =>
  bools.flatMap((bWritesFirst) => bools.map((bSortsFirst) => ({ swapped, bWritesFirst, bSortsFirst }))),
);

/** Runs the row in every way; throws with the way in which it failed. */
export function tryRow(row: MergeRow): void {
  for (const way of ways) {
    try {
      row.expect(merge(row, way));
    } catch (error) {
      const told = Object.entries(way).flatMap(([name, is]) => (is ? [name] : []));
      throw new Error(`${row.cell} [${told.join()}]: ${error instanceof Error ? error.message : ''}`, {
        cause: error,
      });
    }
  }
}

function merge(row: MergeRow, { swapped, bWritesFirst, bSortsFirst }: Way): Merged {
  let clock = Date.UTC(2026, 2, 2, 9);
  const now = (): number => (clock += 60_000);
  const [aPerson, bPerson] = swapped ? [sam, ana] : [ana, sam];
  const [aName, bName] = bSortsFirst ? ['y-phone', 'x-phone'] : ['x-phone', 'y-phone'];
  const [a, b] = [makeDevice(aPerson, aName, now), makeDevice(bPerson, bName, now)];
  a.do(startPlan(row.plan), { commandId: 'start' });
  row.before?.(a);
  b.receive(a);
  const known = a.log().length;
  const acts = [() => row.a(a), () => row.b(b)];
  for (const act of bWritesFirst ? acts.toReversed() : acts) act();
  const [aWrote, bWrote] = [a.log().slice(known) as RunEvent[], b.log().slice(known) as RunEvent[]];
  meet(a, b);
  const state = foldRun(run, a.log());
  const place = (events: readonly RunEvent[]): number =>
    state.history.findIndex(({ id }) => id === events.at(-1)?.id);
  const aFirst = place(aWrote) < place(bWrote);
  return {
    a: { person: aPerson, device: a, wrote: aWrote, isFirst: aFirst },
    b: { person: bPerson, device: b, wrote: bWrote, isFirst: !aFirst },
    state,
    of: (step, iteration) => passOf(state, step, iteration),
    told: ({ person }) => computeNotices(state, person),
    afterwards: (act) => {
      act(a);
      meet(a, b);
      return foldRun(run, a.log());
    },
  };
}

/** Both get what the other wrote, and both, as well as a reader of the log backwards, see one thing. */
function meet(a: Device, b: Device): void {
  const fromA = [...a.log()];
  a.receive(b);
  b.write(fromA);
  const expected = stateToPlain(foldRun(run, a.log()));
  expectSamePlain(stateToPlain(a.state()), expected);
  expectSamePlain(stateToPlain(b.state()), expected);
  expectSamePlain(stateToPlain(foldRun(run, a.log().toReversed())), expected);
}

export function passOf(state: RunState, step: string, iteration?: number): OccurrenceState {
  const pass =
    iteration === undefined
      ? state.current.get(stepId(step))
      : state.occurrences.get(occurrenceKey(occurrence(step, iteration)));
  if (pass === undefined) throw new Error(`${step} has no pass ${iteration ?? ''}`);
  return pass;
}
