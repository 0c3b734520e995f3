import { createEffect, createRoot, createSignal } from 'solid-js';
import { describe, expect, it } from 'vitest';
import type { DaysRow } from '../../src/views/days-view.ts';
import { computeBars } from '../../src/ui/screens/days/day-bars.ts';
import { makeTimeAxis } from '../../src/ui/screens/days/time-axis.ts';
import { edgePath } from '../../src/ui/screens/map/edge-path.ts';
import { createDrawn, nextDrawn } from '../../src/ui/screens/map/create-drawn.ts';
import { createMapViewport, overlaps, visibleArea } from '../../src/ui/screens/map/map-viewport.ts';

const stage = { width: 400, height: 600 };
const viewportOf = (map: { readonly width: number; readonly height: number }) =>
  createRoot(() =>
    createMapViewport(
      () => map,
      () => stage,
    ),
  );

describe('what is seen of a map', () => {
  it('stays under the finger while it is zoomed', () => {
    const viewport = viewportOf({ width: 2000, height: 2000 });
    viewport.panBy(-500, -300);
    const at = { x: 120, y: 80 };
    const under = () => ({
      x: (at.x - viewport.view().x) / viewport.view().scale,
      y: (at.y - viewport.view().y) / viewport.view().scale,
    });
    const before = under();
    viewport.zoomBy(1.5, at);
    expect(viewport.view().scale).toBe(1.5);
    expect(under().x).toBeCloseTo(before.x, 5);
    expect(under().y).toBeCloseTo(before.y, 5);
  });

  it('never leaves the stage, and never grows or shrinks without end', () => {
    const viewport = viewportOf({ width: 1000, height: 1000 });
    viewport.panBy(1e6, -1e6);
    expect(viewport.view().x).toBeLessThan(stage.width);
    expect(viewport.view().y + 1000).toBeGreaterThan(0);
    viewport.zoomBy(1e6);
    expect(viewport.view().scale).toBe(2);
    viewport.zoomBy(1e-6);
    expect(viewport.view().scale).toBeGreaterThan(0.2);
  });

  it('is all of it when asked for, however large', () => {
    const viewport = viewportOf({ width: 4000, height: 9000 });
    viewport.fit();
    const { x, y, scale } = viewport.view();
    // But for what the drawing leaves empty at its edges.
    expect((4000 - 20) * scale + x).toBeLessThanOrEqual(stage.width);
    expect((9000 - 20) * scale + y).toBeLessThanOrEqual(stage.height + 1e-6);
  });

  it('moves no more than it takes to show a step', () => {
    const viewport = viewportOf({ width: 2000, height: 2000 });
    viewport.reveal({ x: 100, y: 100, width: 200, height: 52 });
    expect(viewport.view()).toEqual({ x: 0, y: 0, scale: 1 });
    viewport.reveal({ x: 100, y: 1000, width: 200, height: 52 });
    expect(viewport.view()).toMatchObject({ x: 0, y: -(1052 - 576) });
  });

  it('is as large as it is drawn where it fits, in the middle, and shrinks only by what is missing', () => {
    const small = viewportOf({ width: 300, height: 200 });
    small.begin([{ x: 32, y: 32, width: 200, height: 52 }]);
    expect(small.view()).toEqual({ x: 50, y: 200, scale: 1 });
    // What the drawing leaves empty at its edges need not be seen.
    const exact = viewportOf({ width: 440, height: 640 });
    exact.fit();
    expect(exact.view()).toEqual({ x: -20, y: -20, scale: 1 });
    const higher = viewportOf({ width: 440, height: 740 });
    higher.begin([{ x: 32, y: 32, width: 200, height: 52 }]);
    expect(higher.view().scale).toBeCloseTo(600 / 700, 5);
    expect(higher.view().x).toBeCloseTo((400 - 440 * (600 / 700)) / 2, 5);
  });

  it('begins, where it does not fit, readably at what goes on, without empty room beside it', () => {
    const wide = viewportOf({ width: 2000, height: 3000 });
    wide.begin([{ x: 900, y: 0, width: 200, height: 52 }]);
    expect(wide.view().scale).toBe(0.9);
    expect(wide.view().y).toBe(0);
    expect(wide.view().x + 1000 * 0.9).toBeCloseTo(stage.width / 2, 5);
    // High and narrow: a page of it, at its own size.
    const high = viewportOf({ width: 400, height: 30_000 });
    high.begin([{ x: 100, y: 15_000, width: 200, height: 52 }]);
    expect(high.view()).toEqual({ x: 0, y: 300 - 15_026, scale: 1 });
    const both = viewportOf({ width: 400, height: 30_000 });
    both.begin([
      { x: 100, y: 15_000, width: 200, height: 52 },
      { x: 100, y: 15_200, width: 200, height: 52 },
    ]);
    expect(both.view().y).toBe(300 - 15_126);
    const apart = viewportOf({ width: 400, height: 30_000 });
    apart.begin([
      { x: 100, y: 15_000, width: 200, height: 52 },
      { x: 100, y: 25_000, width: 200, height: 52 },
    ]);
    expect(apart.view().y).toBe(300 - 15_026);
  });

  it('stays whole when the stage changes, until somebody moves it', () => {
    let room = { width: 400, height: 600 };
    const viewport = createRoot(() =>
      createMapViewport(
        () => ({ width: 440, height: 300 }),
        () => room,
      ),
    );
    viewport.fit();
    room = { width: 300, height: 600 };
    viewport.widenBy(-100);
    expect(viewport.view().scale).toBe(0.75);
    viewport.panBy(10, 0);
    const { x } = viewport.view();
    room = { width: 400, height: 600 };
    viewport.widenBy(100);
    expect(viewport.view()).toMatchObject({ x: x + 50, scale: 0.75 });
  });

  it('covers the stage and something around it, and everything while there is no stage', () => {
    const area = visibleArea({ x: -500, y: 0, scale: 1 }, stage);
    expect(overlaps(area, { x: 880, y: 590, width: 10, height: 10 })).toBe(true);
    expect(overlaps(area, { x: 3000, y: 0, width: 10, height: 10 })).toBe(false);
    expect(
      overlaps(visibleArea({ x: 0, y: 0, scale: 1 }, { width: 0, height: 0 }), {
        x: 9e9,
        y: 0,
        width: 1,
        height: 1,
      }),
    ).toBe(true);
  });
});

describe('the line of an edge', () => {
  it('leaves and arrives downwards, and is straight where it can be', () => {
    expect(
      edgePath([
        { x: 10, y: 0 },
        { x: 10, y: 60 },
      ]),
    ).toBe('M10 0V60');
    expect(
      edgePath([
        { x: 0, y: 0 },
        { x: 40, y: 60 },
      ]),
    ).toBe('M0 0C0 30 40 30 40 60');
    expect(edgePath([])).toBe('');
  });
});

describe('the axis of days', () => {
  it('fills the room with few days, none of them too wide, in whole pixels', () => {
    const tenDays = [{ from: 0, days: 10, folded: false }];
    expect(makeTimeAxis(tenDays, 845)).toMatchObject({ dayWidth: 84, width: 840 });
    expect(makeTimeAxis(tenDays, 300).dayWidth).toBe(44);
    expect(makeTimeAxis(tenDays, 9000).dayWidth).toBe(176);
    const folded = makeTimeAxis([...tenDays, { from: 10, days: 90, folded: true }], 845);
    expect(folded).toMatchObject({ dayWidth: 78, width: 780 + 64 });
    expect(makeTimeAxis([{ from: 0, days: 140, folded: false }], 4200).dayWidth).toBe(30);
    expect(makeTimeAxis([], 845).width).toBe(0);
  });

  it('gives a day 44 pixels at least, folds what is empty, and compresses a year that is full', () => {
    const axis = makeTimeAxis([
      { from: 0, days: 10, folded: false },
      { from: 10, days: 300, folded: true },
      { from: 310, days: 5, folded: false },
    ]);
    expect(axis).toMatchObject({ dayWidth: 44, width: 15 * 44 + 64 });
    expect([axis.toX(1.5), axis.toX(10), axis.toX(160), axis.toX(310)]).toEqual([66, 440, 472, 504]);
    expect([axis.toX(-3), axis.toX(999)]).toEqual([0, axis.width]);
    expect(makeTimeAxis([{ from: 0, days: 365, folded: false }]).dayWidth).toBeLessThan(44);
  });
});

describe('the bars of a step', () => {
  const row = (more: Partial<DaysRow>): DaysRow =>
    ({ begun: null, closed: null, start: null, due: null, dueHasTime: false, away: [], ...more }) as DaysRow;

  it('run between moments that are known, and nowhere else', () => {
    expect(computeBars(row({}), 5)).toEqual([]);
    expect(computeBars(row({ due: 8 }), 5)).toEqual([]);
    expect(computeBars(row({ start: 6 }), 5)).toEqual([{ kind: 'opens', from: 6, to: 6 }]);
    expect(computeBars(row({ start: 6, due: 8 }), 5)).toEqual([{ kind: 'planned', from: 6, to: 8 }]);
    expect(computeBars(row({ begun: 2, closed: 4, due: 3 }), 5)).toEqual([{ kind: 'done', from: 2, to: 4 }]);
  });

  it('tell the time that is left from the time that is over', () => {
    expect(computeBars(row({ begun: 2, due: 8 }), 5).map(({ kind, to }) => [kind, to])).toEqual([
      ['begun', 5],
      ['left', 8],
    ]);
    expect(computeBars(row({ begun: 2, due: 3 }), 5).map(({ kind, to }) => [kind, to])).toEqual([
      ['begun', 3],
      ['over', 5],
    ]);
    expect(computeBars(row({ begun: 4, due: 3 }), 5)).toEqual([{ kind: 'over', from: 4, to: 5 }]);
    expect(computeBars(row({ due: 3 }), 5)).toEqual([{ kind: 'over', from: 3, to: 5 }]);
  });
});

describe('what of a map is drawn', () => {
  const numbers = (from: number, to: number): Set<number> =>
    new Set(Array.from({ length: to - from }, (_, index) => from + index));

  it('is all that is in sight where nothing stood before, or all of it is gone', () => {
    const wanted = numbers(0, 40);
    expect(nextDrawn(new Set(), wanted)).toBe(wanted);
    expect(nextDrawn(numbers(100, 140), wanted)).toBe(wanted);
  });

  it('comes and goes two at a time while the map is dragged', () => {
    const next = nextDrawn(numbers(0, 20), numbers(6, 26));
    expect([...next]).toEqual([...numbers(2, 22)]);
  });

  it('comes sooner where much is missing, and comes to an end', () => {
    let drawn: ReadonlySet<number> = numbers(0, 10);
    const wanted = numbers(0, 300);
    let frames = 0;
    while (nextDrawn(drawn, wanted) !== drawn) {
      drawn = nextDrawn(drawn, wanted);
      frames += 1;
    }
    expect(drawn).toEqual(wanted);
    expect(frames).toBeLessThan(30);
  });

  it('stays when the map is made anew, and what is wanted is there at once', () => {
    const stepsOf = (...names: string[]) =>
      names.map((step, index) => ({ item: { step }, x: 0, y: index * 100, width: 50, height: 50 }));
    const lengths: number[] = [];
    const [all, setAll] = createSignal(stepsOf('a', 'b', 'far'));
    const [wanted, setWanted] = createSignal<string>();
    const area = { x: 0, y: 0, width: 200, height: 190 };
    const [drawn, dispose] = createRoot((end) => {
      const items = createDrawn(
        all,
        () => area,
        ({ step }) => step,
        wanted,
      );
      createEffect(() => void lengths.push(items().length));
      return [items, end] as const;
    });
    lengths.splice(0);
    setAll(stepsOf('a', 'b', 'far', 'farther'));
    expect(lengths).toEqual([2]);
    setWanted('far');
    expect(drawn().map(({ step }) => step)).toEqual(['a', 'b', 'far']);
    dispose();
  });
});
