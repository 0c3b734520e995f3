/**
 * What of a map is drawn: what is in sight and a little around it. While the map is dragged about, what comes and goes
 * does so a few at a time, so that no frame has a whole column of steps to make.
 */
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js';
import { type Area, overlaps } from './map-viewport.ts';

/** An item of the map and where it is, as plain numbers: they are looked through whenever another part comes into sight. */
export interface Placed<Item> extends Area {
  readonly item: Item;
}

/** In one frame; more where much is missing, as after zooming out. */
const few = 2;
const share = 1 / 4;

/** By name, which outlasts a change of the map; what is named by `always` is drawn wherever it is, and at once. */
export function createDrawn<Item>(
  all: Accessor<readonly Placed<Item>[]>,
  area: Accessor<Area | null>,
  nameOf: (item: Item) => string,
  always: Accessor<string | undefined>,
): Accessor<readonly Item[]> {
  const inSight = createMemo(
    () => new Set(all().flatMap((each) => (overlaps(area(), each) ? [nameOf(each.item)] : []))),
  );
  const [drawn, setDrawn] = createSignal<ReadonlySet<string>>(new Set());
  createEffect(() => {
    const [wanted, before] = [inSight(), drawn()];
    const next = nextDrawn(before, wanted);
    if (next === before) return;
    // The first picture is whole, as is that of another map.
    if (next === wanted) {
      setDrawn(next);
      return;
    }
    const frame = requestAnimationFrame(() => setDrawn(next));
    onCleanup(() => cancelAnimationFrame(frame));
  });
  return createMemo(() => {
    const [shown, wanted] = [drawn(), always()];
    return all().flatMap(({ item }) => {
      const name = nameOf(item);
      return shown.has(name) || name === wanted ? [item] : [];
    });
  });
}

/** `before` when nothing is to change, `wanted` when nothing of what was drawn can stay. */
export function nextDrawn<Item>(before: ReadonlySet<Item>, wanted: ReadonlySet<Item>): ReadonlySet<Item> {
  const missing = [...wanted].filter((item) => !before.has(item));
  const spare = [...before].filter((item) => !wanted.has(item));
  if (spare.length === before.size && missing.length > 0) return wanted;
  if (missing.length + spare.length === 0) return before;
  const going = new Set(spare.slice(0, atOnce(spare.length)));
  return new Set(
    [...before].filter((item) => !going.has(item)).concat(missing.slice(0, atOnce(missing.length))),
  );
}

function atOnce(count: number): number {
  return Math.max(few, Math.ceil(count * share));
}
