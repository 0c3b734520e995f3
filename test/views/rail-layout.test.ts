import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type StepId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { computeRailLayout, railRowToSlice, type RailLayout } from '../../src/views/rail-layout.ts';

const seed = 20261122;

function step(id: string, ...after: string[]): StepDefinition {
  return {
    id: asId<StepId>(id),
    kind: 'task',
    title: id,
    after: after.map((from) => ({ from: asId<StepId>(from) })),
  };
}

const trip = [
  step('confirm'),
  step('flights', 'confirm'),
  step('budget', 'confirm'),
  step('hotel', 'budget'),
  step('checkIn', 'hotel'),
  step('transfer', 'flights'),
  step('dinner', 'flights'),
  step('invites', 'checkIn', 'transfer', 'dinner'),
  step('pack', 'invites'),
];

/** Acyclic graphs of up to 14 steps in a shuffled definition order. */
const graphs = fc
  .integer({ min: 1, max: 14 })
  .chain((size) =>
    fc.record({
      edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: size * 2 }),
      order: fc.shuffledSubarray(
        Array.from({ length: size }, (_, index) => index),
        { minLength: size, maxLength: size },
      ),
    }),
  )
  .map(({ edges, order }) =>
    order.map((index) =>
      step(
        `s${index}`,
        ...new Set(
          edges.flatMap(([a, b]) => (Math.max(a, b) === index && a !== b ? [`s${Math.min(a, b)}`] : [])),
        ),
      ),
    ),
  );

/** Edges that no longer path tells, found the slow and obvious way. */
function reducedEdges(steps: readonly StepDefinition[]): Set<string> {
  const before = new Map(steps.map((each) => [each.id, each.after.map((edge) => edge.from)]));
  const reaches = (from: StepId, to: StepId): boolean =>
    (before.get(to) ?? []).some((source) => source === from || reaches(from, source));
  return new Set(
    steps.flatMap((each) =>
      each.after
        .filter(({ from }) => !each.after.some((other) => other.from !== from && reaches(from, other.from)))
        .map(({ from }) => `${from}>${each.id}`),
    ),
  );
}

/** Follows every track from row to row and returns the edges that arrive. */
function followTracks(layout: RailLayout): Set<string> {
  const arrived = new Set<string>();
  let open = new Map<number, Set<string>>();
  for (const row of layout.rows) {
    const seen = new Set<number>();
    for (const track of [...row.in, ...row.through]) {
      expect(seen.has(track.lane), 'one track a lane').toBe(false);
      seen.add(track.lane);
      const edges = new Set(track.edges.map((edge) => `${edge.from}>${edge.to}`));
      expect(edges, 'a track goes on as it was').toEqual(open.get(track.lane));
      expect(new Set(track.edges.map((edge) => edge.to)).size, 'one target a lane').toBe(1);
    }
    expect(seen.size, 'no track ends in nothing').toBe(open.size);
    expect(
      row.through.every((track) => track.lane !== row.lane),
      'no track runs under a node',
    ).toBe(true);
    for (const track of row.in) {
      for (const edge of track.edges) {
        expect(edge.to).toBe(row.step);
        arrived.add(`${edge.from}>${edge.to}`);
      }
    }
    const next = new Map(
      row.through.map((track) => [track.lane, new Set(track.edges.map((edge) => `${edge.from}>${edge.to}`))]),
    );
    for (const track of row.out) {
      const [edge, ...others] = track.edges;
      expect(others).toEqual([]);
      if (edge === undefined) throw new Error('a track without an edge');
      expect(edge.from).toBe(row.step);
      const lane = next.get(track.lane) ?? new Set<string>();
      for (const other of lane)
        expect(other.endsWith(`>${edge.to}`), 'lanes are shared to one target').toBe(true);
      next.set(track.lane, lane.add(`${edge.from}>${edge.to}`));
    }
    open = next;
  }
  expect(open.size, 'every track has ended').toBe(0);
  return arrived;
}

describe('computeRailLayout', () => {
  it('draws the trip as written: the long way straight, branches early, merges late', () => {
    const layout = computeRailLayout(trip);
    expect(layout.lanes).toBe(3);
    expect(layout.rows.map((row) => [row.step, row.lane])).toEqual([
      ['confirm', 0],
      ['flights', 1],
      ['budget', 0],
      ['hotel', 0],
      ['checkIn', 0],
      ['transfer', 1],
      ['dinner', 2],
      ['invites', 0],
      ['pack', 0],
    ]);
    const lanes = (step: string) => {
      const row = layout.rows.find((each) => each.step === step);
      return [row?.in, row?.through, row?.out].map((tracks) => tracks?.map((track) => track.lane));
    };
    expect(lanes('flights')).toEqual([[1], [0], [1, 2]]);
    expect(lanes('invites')).toEqual([[0, 1, 2], [], [0]]);
  });

  it('connects every edge of the reduced graph by one unbroken track', () => {
    fc.assert(
      fc.property(graphs, (steps) => {
        expect(followTracks(computeRailLayout(steps))).toEqual(reducedEdges(steps));
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('shows every step once, after all that it starts after', () => {
    fc.assert(
      fc.property(graphs, (steps) => {
        const order = computeRailLayout(steps).rows.map((row) => row.step);
        expect([...order].sort()).toEqual(steps.map((each) => each.id).sort());
        for (const each of steps)
          for (const { from } of each.after) expect(order.indexOf(from)).toBeLessThan(order.indexOf(each.id));
      }),
      { seed, numRuns: 500 },
    );
  });

  it('opens no lane that stays empty, and none while another is free', () => {
    fc.assert(
      fc.property(graphs, (steps) => {
        const layout = computeRailLayout(steps);
        const most = Math.max(
          ...layout.rows.map((row) =>
            Math.max(
              new Set([...row.in, ...row.through].map((track) => track.lane).concat(row.lane)).size,
              new Set([...row.out, ...row.through].map((track) => track.lane)).size,
            ),
          ),
        );
        expect(layout.lanes).toBe(most);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('keeps the written order unless another order needs fewer lanes', () => {
    const zigzag = [step('a'), step('b'), step('c'), step('a2', 'a'), step('b2', 'b'), step('c2', 'c')];
    const layout = computeRailLayout(zigzag);
    expect(layout.lanes).toBe(1);
    expect(layout.rows.map((row) => row.step)).toEqual(['a', 'a2', 'b', 'b2', 'c', 'c2']);
  });

  it('lets many starts share a lane to one join instead of widening the rail', () => {
    const starts = Array.from({ length: 30 }, (_, index) => step(`s${index}`));
    const layout = computeRailLayout([...starts, step('join', ...starts.map((each) => each.id))]);
    expect(layout.lanes).toBe(2);
    followTracks(layout);
  });

  it('survives a circle and an edge from nowhere', () => {
    const layout = computeRailLayout([step('a', 'b'), step('b', 'a'), step('c', 'gone', 'c')]);
    expect(layout.rows.map((row) => row.step)).toEqual(['c', 'a', 'b']);
    expect(computeRailLayout([])).toEqual({ rows: [], lanes: 0 });
  });
});

describe('railRowToSlice', () => {
  it('marks what happened, what comes and the leg to me', () => {
    const layout = computeRailLayout(trip);
    const hotel = layout.rows.find((row) => row.step === 'hotel');
    if (hotel === undefined) throw new Error('no hotel');
    const slice = railRowToSlice(hotel, ({ from, to }) =>
      from === 'budget' && to === 'hotel' ? 'leg' : from === 'flights' ? 'run' : 'next',
    );
    expect(slice).toEqual({
      lane: 0,
      in: [{ lane: 0, kind: 'leg' }],
      out: [{ lane: 0, kind: 'next' }],
      through: [
        { lane: 1, kind: 'run' },
        { lane: 2, kind: 'run' },
      ],
    });
  });
});
