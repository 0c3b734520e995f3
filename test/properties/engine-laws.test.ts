import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRunFold, foldRun } from '../../src/engine/fold-run.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import { statusToEdge } from '../../src/engine/readiness.ts';
import type { LogEvent, RunEvent } from '../../src/model/event.ts';
import type { EventId } from '../../src/model/ids.ts';
import { makeHistory, makeRandom, shuffle } from '../support/random-history.ts';
import { run } from '../support/run-bench.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const parameters = { seed: 20260302, numRuns: 300 };

/** Whether `later` has `earlier` in its past, the slow and plain way. */
function makeSaw(events: readonly LogEvent[]): (later: EventId, earlier: EventId) => boolean {
  const pasts = new Map<EventId, Set<EventId>>();
  for (const event of events) {
    const past = new Set<EventId>();
    for (const parent of event.parents) {
      past.add(parent);
      for (const older of pasts.get(parent) ?? []) past.add(older);
    }
    pasts.set(event.id, past);
  }
  return (later, earlier) => pasts.get(later)?.has(earlier) ?? false;
}

/** What must not depend on any clock. */
function verdictsOf(state: RunState): unknown {
  const occurrences = [...state.occurrences.values()].map((o) => ({
    ...{ key: o.key, status: o.status, holder: o.holder, taken: o.taken, freedBy: o.freedBy },
    ...{ closedBy: o.closedBy, attempts: o.attempts, ticked: [...o.ticked].sort() },
    conflict: o.conflict.map(({ event }) => event),
    overruled: o.overruled.map(({ event }) => event),
    waits: [o.waitingFor, o.blockedBy],
  }));
  const { status, conductor, heads, steps, history } = state;
  return { status, conductor, heads, steps, occurrences, history: history.map(({ id }) => id) };
}

describe('laws of the fold', () => {
  it('[E1] [M2] converges under every order, duplication and partition; bit by bit equals at once', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, order) => {
        const { events } = makeHistory(seed);
        const random = makeRandom(order);
        const expected = foldRun(run, events);
        const repeated = shuffle(random, [...events, ...events.filter(() => random() < 0.3)]);
        const fold = createRunFold(run);
        for (let from = 0; from < repeated.length; ) {
          const size = 1 + Math.floor(random() * 6);
          fold.add(repeated.slice(from, from + size));
          // Reading between batches must not change what comes out in the end.
          if (random() < 0.3) void fold.state.status;
          from += size;
        }
        expect(fold.state).toEqual(expected);
      }),
      parameters,
    );
  });

  it('[M2] equals the full fold after every single event, with holes in the log', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = makeRandom(seed);
        const arrived: LogEvent[] = [];
        const fold = createRunFold(run);
        for (const event of shuffle(random, makeHistory(seed, 25).events)) {
          arrived.push(event);
          fold.add([event]);
          expect(fold.state).toEqual(foldRun(run, [...arrived].reverse()));
        }
      }),
      { ...parameters, numRuns: 60 },
    );
  });

  it('[M2] every device that meets every other shows the same state', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { devices, events } = makeHistory(seed);
        for (const device of devices) device.receive(...devices);
        for (const device of devices) device.receive(...devices);
        for (const device of devices) expect(device.state()).toEqual(foldRun(run, events));
      }),
      { ...parameters, numRuns: 100 },
    );
  });

  it('[E5] [M2] verdicts stay the same when every clock is off by up to a year', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events } = makeHistory(seed);
        const random = makeRandom(seed + 1);
        const skewed = events.map((event) => ({
          ...event,
          at: event.at + (random() - 0.5) * 63_072_000_000,
        }));
        expect(verdictsOf(foldRun(run, skewed))).toEqual(verdictsOf(foldRun(run, events)));
      }),
      parameters,
    );
  });

  it('[M2] no event is invisible, also with holes, rivals of one id and foreign runs', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = makeRandom(seed);
        const kept = makeHistory(seed).events.filter(() => random() < 0.8);
        const rivals = kept.filter(() => random() < 0.1).map((event) => ({ ...event, at: event.at + 1 }));
        const foreign = kept
          .filter(() => random() < 0.1)
          .map((event) => ({ ...event, run: 'other' as typeof run }));
        const given = shuffle(random, [...kept, ...rivals, ...foreign]);
        const { history, aside } = foldRun(run, given);
        const shown = new Set([...history, ...aside]);
        expect(given.filter((event) => !shown.has(event))).toEqual([]);
      }),
      parameters,
    );
  });

  it('[M2] an uncovered completion is always effective, and an occurrence has at most one outcome', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events } = makeHistory(seed);
        const saw = makeSaw(events);
        const state = foldRun(run, events);
        const known = events as readonly RunEvent[];
        for (const occurrence of state.occurrences.values()) {
          const mine = known.filter(
            (event) =>
              event.occurrence?.step === occurrence.occurrence.step &&
              event.occurrence.iteration === occurrence.occurrence.iteration,
          );
          const covering = mine.filter(({ type }) => /completed|failed|skipped|reopened|resolved/.test(type));
          const uncovered = mine.filter(
            ({ id, type }) => type === 'step.completed/1' && !covering.some((later) => saw(later.id, id)),
          );
          if (uncovered.length > 0) expect(occurrence.status).toBe('completed');
          if (occurrence.status === 'held') expect(occurrence.conflict.length).toBeGreaterThan(1);
          else expect(occurrence.conflict).toEqual([]);
          if (occurrence.status === 'completed') expect(occurrence.closedBy.length).toBeGreaterThan(0);
        }
      }),
      parameters,
    );
  });

  it('[J1] no step is ready with an unknown edge, and none waits when all its edges are live', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = foldRun(run, makeHistory(seed).events);
        for (const { id, after } of state.steps) {
          const edges = after.map(({ from }) => statusToEdge(state.current.get(from)?.status ?? 'created'));
          const status = state.current.get(id)?.status;
          if (status === 'ready') expect(edges.every((edge) => edge === 'live')).toBe(true);
          if (status === 'created') expect(edges.some((edge) => edge !== 'live')).toBe(true);
        }
      }),
      parameters,
    );
  });

  it('[E8] what lanes and vectors say of who saw whom is what the parents say', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events } = makeHistory(seed);
        const saw = makeSaw(events);
        const position = new Map(foldRun(run, events).history.map(({ id }, index) => [id, index]));
        for (const later of events)
          for (const earlier of events)
            if (saw(later.id, earlier.id))
              expect(position.get(later.id)).toBeGreaterThan(position.get(earlier.id) ?? Infinity);
      }),
      { ...parameters, numRuns: 50 },
    );
  });
});
