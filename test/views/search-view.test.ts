import { describe, expect, it } from 'vitest';
import { computeSearchView } from '../../src/views/compute-search-view.ts';
import { ana, run } from '../support/run-bench.ts';
import { dayMs, entryOf, spaceOf, start, startTrip } from '../support/trip-space.ts';

describe('computeSearchView', () => {
  it('names every step of a flow with its state and its holder, and everybody', () => {
    const trip = startTrip();
    for (const id of ['confirm', 'flights', 'budget']) trip.complete(id);
    const view = computeSearchView(spaceOf(trip, ana), start + dayMs);
    expect(view.flows).toEqual([{ run, title: expect.any(String), over: false }]);
    expect(view.steps).toHaveLength(10);
    const [first, ...others] = view.steps;
    expect(first).toMatchObject({ run, tone: 'done', holder: { name: 'Ana', isMe: true } });
    expect(first?.key).toBe('confirm//1');
    expect(others.some(({ tone }) => tone === 'turn')).toBe(true);
    expect(view.people.map(({ name }) => name)).toContain('Sam');
  });

  it('finds a flow that has ended, or is still on its way, by its title alone', () => {
    const trip = startTrip();
    const { summary: _, ...entry } = entryOf(trip);
    const over = {
      ...entry,
      state: null,
      summary: {
        title: 'Oslo',
        status: 'finished' as const,
        endedAt: start,
        done: 1,
        total: 1,
        people: [],
        segments: [],
      },
    };
    const arriving = { ...entry, title: 'Camps', state: null, summary: null };
    const view = computeSearchView({ ...spaceOf(trip, ana), runs: [over, arriving] }, start);
    expect(view.flows.map(({ title, over: isOver }) => [title, isOver])).toEqual([
      ['Camps', false],
      ['Oslo', true],
    ]);
    expect(view.steps).toEqual([]);
  });
});
