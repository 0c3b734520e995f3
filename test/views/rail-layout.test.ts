import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type StepId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { templates } from '../../src/templates/templates.ts';
import {
  computeRailLayout,
  computeWrittenRail,
  railRowToSlice,
  type RailLayout,
  type RailLayoutTrack,
} from '../../src/views/rail-layout.ts';
import { layOutTemplate } from '../support/begin-template.ts';

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

const edgeKeys = (tracks: readonly RailLayoutTrack[]): Set<string> =>
  new Set(tracks.flatMap(({ edges }) => edges.map(({ from, to }) => `${from}>${to}`)));

/** Follows every track from row to row and returns the edges that arrive. The fourth lane may hold a strand. */
function followTracks(layout: RailLayout): Set<string> {
  const arrived = new Set<string>();
  let open = new Map<number, Set<string>>();
  for (const row of layout.rows) {
    for (const tracks of [row.in, row.out, row.through]) {
      expect(new Set(tracks.map(({ lane }) => lane)).size, 'one track a lane').toBe(tracks.length);
      for (const { lane, edges, many } of tracks) {
        expect(lane).toBeLessThan(layout.lanes);
        const targets = new Set(edges.map(({ to }) => to)).size;
        expect(many === true, 'a strand is told from a single way').toBe(targets > 1);
        if (lane < 3) expect(targets, 'one target a lane').toBe(1);
      }
    }
    const above = new Map<number, Set<string>>();
    for (const track of [...row.in, ...row.through]) {
      expect(above.has(track.lane) && track.lane < 3, 'what ends and what passes are apart').toBe(false);
      above.set(track.lane, new Set([...(above.get(track.lane) ?? []), ...edgeKeys([track])]));
    }
    expect(above, 'every track goes on as it was').toEqual(open);
    expect(
      row.through.every(({ lane }) => lane !== row.lane || lane === 3),
      'no track runs under a node',
    ).toBe(true);
    for (const { edges } of row.in) {
      for (const { from, to } of edges) {
        expect(to).toBe(row.step);
        arrived.add(`${from}>${to}`);
      }
    }
    expect(row.out.every(({ edges }) => edges.every(({ from }) => from === row.step))).toBe(true);
    open = new Map(row.through.map((track) => [track.lane, edgeKeys([track])]));
    for (const track of row.out) {
      const passing = open.get(track.lane);
      const targets = new Set([...edgeKeys([track]), ...(passing ?? [])].map((edge) => edge.split('>')[1]));
      if (passing !== undefined && track.lane < 3)
        expect(targets.size, 'lanes are shared to one target').toBe(1);
      open.set(track.lane, new Set([...(passing ?? []), ...edgeKeys([track])]));
    }
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

  it.each(templates.map((template) => [template.title, template] as const))(
    'draws %s with its parts on no more lanes than a phone shows, and every edge of it',
    (_, template) => {
      const { steps } = layOutTemplate(template);
      for (const layout of [computeRailLayout(steps), computeWrittenRail(steps)]) {
        expect(layout.lanes).toBeLessThanOrEqual(4);
        expect(followTracks(layout)).toEqual(reducedEdges(steps));
      }
    },
  );

  it('folds what runs beside each other beyond the fourth lane onto one, around the nodes that stand on it', () => {
    const starts = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => step(id));
    // Crossed over, so that no order gets by with fewer lanes.
    const ends = starts.map(({ id }, index) =>
      step(`${id}-end`, id, ...starts.filter((__, other) => other !== index).map((other) => other.id)),
    );
    const layout = computeRailLayout([...starts, ...ends]);
    expect(layout.lanes).toBe(4);
    expect(followTracks(layout)).toEqual(reducedEdges([...starts, ...ends]));
    const onLast = layout.rows.filter((row) => row.lane === 3);
    expect(onLast.some((row) => row.through.some(({ lane }) => lane === 3))).toBe(true);
    expect(layout.rows.some((row) => row.through.some(({ many }) => many === true))).toBe(true);
  });

  it('is one row for one step, and four lanes for 300 however they hang together', () => {
    const one = computeRailLayout([step('only')]);
    expect(one).toEqual({
      rows: [{ step: 'only', lane: 0, in: [], out: [], through: [] }],
      lanes: 1,
    });
    const chain = Array.from({ length: 300 }, (_, index) =>
      step(`s${index}`, ...(index === 0 ? [] : [`s${index - 1}`])),
    );
    expect(computeRailLayout(chain).lanes).toBe(1);
    // Each waits for those 7 and 31 before it: many ways side by side all along.
    const woven = Array.from({ length: 300 }, (_, index) =>
      step(`s${index}`, ...[index - 7, index - 31].filter((from) => from >= 0).map((from) => `s${from}`)),
    );
    const layout = computeRailLayout(woven);
    expect([layout.rows.length, layout.lanes]).toEqual([300, 4]);
    expect(followTracks(layout)).toEqual(
      new Set(woven.flatMap(({ id, after }) => after.map(({ from }) => `${from}>${id}`))),
    );
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
