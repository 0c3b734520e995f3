import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { computeMapPlan, type MapShape } from '../../src/views/map-shape.ts';
import { mapNodeHeight } from '../../src/views/map-view.ts';
import { makeMapDesk } from '../../src/worker/map-desk.ts';
import { placeMap } from '../../src/worker/place-map.ts';
import { startCamps } from '../support/camps.ts';
import { step, stepId } from '../support/run-bench.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const holds = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

function boxesOf(shape: MapShape): ReadonlyMap<string, Box> {
  const placement = placeMap(shape);
  return new Map(
    shape.nodes.map(({ step: id, width }) => [
      id as string,
      { ...placement.nodes.get(id)!, width, height: mapNodeHeight },
    ]),
  );
}

/** What a step comes after: some of those before it. */
const plans = fc
  .array(fc.array(fc.nat(40), { maxLength: 3 }), { minLength: 1, maxLength: 14 })
  .map((sources) =>
    computeMapPlan({
      steps: sources.map((from, index) =>
        step(`s${index}`, index === 0 ? [] : [...new Set(from.map((at) => `s${at % index}`))]),
      ),
      sections: [{ id: 'part', name: 'Part', steps: [1, 2, 3].map((at) => stepId(`s${at}`)) }],
      items: [],
    }),
  );

describe('where the steps of a map stand', () => {
  it('no two over each other, each below all that it starts after, and all within the map', () => {
    fc.assert(
      fc.property(plans, ({ shape }) => {
        const boxes = boxesOf(shape);
        const { width, height, edges } = placeMap(shape);
        const all = [...boxes.values()];
        all.forEach((box, index) => {
          expect(all.slice(index + 1).some((other) => meets(box, other))).toBe(false);
          expect(holds({ x: 0, y: 0, width, height }, box)).toBe(true);
        });
        for (const { key, from, to } of shape.edges) {
          const [source, target] = [boxes.get(from)!, boxes.get(to)!];
          expect(target.y).toBeGreaterThan(source.y + source.height);
          const points = edges.get(key)!;
          expect(points[0]?.y).toBe(source.y + source.height);
          expect(points.at(-1)?.y).toBe(target.y);
          const ys = points.map(({ y }) => y);
          expect(ys).toEqual(ys.toSorted((a, b) => a - b));
        }
      }),
      { seed: 24, numRuns: 15 },
    );
  });

  it('in frames that hold their steps and no others', () => {
    const { state } = startCamps();
    const { steps, items, workflow } = state();
    const { shape, frames } = computeMapPlan({
      steps,
      sections: workflow?.definition.sections ?? [],
      items,
    });
    const boxes = boxesOf(shape);
    const placement = placeMap(shape);
    expect(frames).toHaveLength(5);
    for (const frame of frames) {
      const around = placement.boxes.get(frame.key)!;
      for (const [id, box] of boxes) {
        const isIn = [...frame.steps].some((own) => own === id);
        expect(isIn ? holds(around, box) : !meets(around, box), `${id} in ${frame.key}`).toBe(true);
      }
    }
  });

  it('nowhere when there are none', () => {
    expect(placeMap({ nodes: [], edges: [], boxes: [] })).toMatchObject({ width: 0, height: 0 });
  });
});

describe('the desk that keeps them', () => {
  const shape = computeMapPlan({
    steps: [step('a'), step('b', ['a'])],
    sections: [],
    items: [],
  }).shape;

  it('loads the drawing with the first map, and works a shape out once', async () => {
    const place = vi.fn(placeMap);
    const load = vi.fn(async () => place);
    const ready = Promise.withResolvers<void>();
    const desk = makeMapDesk({ load, onReady: ready.resolve });
    expect(load).not.toHaveBeenCalled();
    expect([desk.placementOf(shape), desk.placementOf(shape)]).toEqual([null, null]);
    await ready.promise;
    expect(desk.placementOf(structuredClone(shape))).toBe(desk.placementOf(shape));
    expect([load.mock.calls.length, place.mock.calls.length]).toEqual([1, 1]);
  });

  it('tries again when the drawing could not be loaded', async () => {
    const load = vi.fn(async () => placeMap).mockRejectedValueOnce(new Error('offline'));
    const ready = Promise.withResolvers<void>();
    const desk = makeMapDesk({ load, onReady: ready.resolve });
    expect(desk.placementOf(shape)).toBeNull();
    await vi.waitFor(() => {
      expect(desk.placementOf(shape)).not.toBeNull();
    });
    await ready.promise;
    expect(load).toHaveBeenCalledTimes(2);
  });
});
