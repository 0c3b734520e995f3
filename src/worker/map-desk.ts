/**
 * Finds where the steps of maps stand. The drawing library is loaded with the first map; until then, and while nothing
 * can be loaded, nothing is known. What was worked out is kept by the shape of the plan, which a run hardly changes.
 */
import type { MapShape, PlaceMap } from '../views/map-shape.ts';
import type { MapPlacement } from '../views/map-view.ts';

export interface MapDesk {
  placementOf(shape: MapShape): MapPlacement | null;
}

export interface MapDeskInput {
  readonly load: () => Promise<PlaceMap>;
  /** Placements are known from now on. */
  readonly onReady: () => void;
}

/** As many maps as somebody goes back and forth between. */
const mostKept = 8;

export function makeMapDesk({ load, onReady }: MapDeskInput): MapDesk {
  let place: PlaceMap | null = null;
  let loading = false;
  const kept = new Map<string, MapPlacement>();

  async function fetchPlace(): Promise<void> {
    try {
      place = await load();
    } catch {
      // Out of reach: the next look tries again.
      return;
    } finally {
      loading = false;
    }
    onReady();
  }

  return {
    placementOf: (shape) => {
      if (place === null) {
        if (!loading) void fetchPlace();
        loading = true;
        return null;
      }
      const key = JSON.stringify(shape);
      const known = kept.get(key) ?? place(shape);
      // The one that was looked at last is the last to go.
      kept.delete(key);
      kept.set(key, known);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return known;
    },
  };
}
