import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCausality } from '../../src/engine/causality.ts';
import { decide } from '../../src/engine/decide.ts';
import { createRunFold, foldRun } from '../../src/engine/fold-run.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import { statusToEdge } from '../../src/engine/readiness.ts';
import type { LogEvent, RunEvent } from '../../src/model/event.ts';
import { asId, type DeviceId, type EventId } from '../../src/model/ids.ts';
import { makeHistory, makeRandom, shuffle } from '../support/random-history.ts';
import { ana, run } from '../support/run-bench.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const author = { actor: ana, device: asId<DeviceId>('judge'), now: Date.UTC(2026, 3, 1) };
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
    key: o.key,
    status: o.status,
    holder: o.holder,
    taken: o.taken,
    freedBy: o.freedBy,
    closedBy: o.closedBy,
    attempts: o.attempts,
    ticked: [...o.ticked].sort(),
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
            ({ id, type }) => type === 'step.completed/2' && !covering.some((later) => saw(later.id, id)),
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

  it('[M1] what decides nothing clears no conflict, whoever says it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events } = makeHistory(seed);
        const state = foldRun(run, events);
        const fold = createRunFold(run);
        fold.add(events);
        const held = [...state.current.values()].filter(({ conflict }) => conflict.length > 0);
        for (const { occurrence, key } of held) {
          const talk = { kind: 'addNote', occurrence, text: 'I saw both' } as const;
          const made = decide(talk, fold.state, { ...author, commandId: `note-${key}` });
          if (made.ok) fold.add(made.value);
          expect(fold.state.occurrences.get(key)?.conflict).toEqual(state.occurrences.get(key)?.conflict);
        }
      }),
      parameters,
    );
  });

  it('decides only what folds to what was asked', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const fold = createRunFold(run);
        fold.add(makeHistory(seed).events);
        for (const { occurrence, status } of fold.state.current.values()) {
          const command = {
            kind: 'completeStep',
            occurrence,
            including: fold.state.steps.map(({ id }) => id),
          } as const;
          const made = decide(command, fold.state, { ...author, commandId: `c-${seed}-${occurrence.step}` });
          if (!made.ok) expect(['alreadyClosed', 'runEnded']).toContain(made.error.type);
          else {
            expect(status).not.toBe('completed');
            fold.add(made.value);
            const after = fold.state.current.get(occurrence.step);
            expect([after?.status, after?.occurrence, after?.conflict]).toEqual([
              'completed',
              occurrence,
              [],
            ]);
            const { after: before } = fold.state.steps.find(({ id }) => id === occurrence.step) ?? {
              after: [],
            };
            if (status === 'created')
              for (const { from } of before)
                expect(statusToEdge(fold.state.current.get(from)?.status ?? 'created')).toBe('live');
          }
        }
      }),
      parameters,
    );
  });

  it('is tried on histories in which everything happens', () => {
    const seen = { held: 0, overruled: 0, redone: 0, blocked: 0, cancelled: 0, finished: 0, lanes: 0 };
    for (let seed = 0; seed < 300; seed++) {
      const state = foldRun(run, makeHistory(seed).events);
      const all = [...state.occurrences.values()];
      seen.held += all.filter(({ status }) => status === 'held').length;
      seen.overruled += all.filter(({ overruled }) => overruled.length > 0).length;
      seen.redone += all.filter(({ occurrence }) => occurrence.iteration > 1).length;
      seen.blocked += all.filter(({ blockedBy }) => blockedBy.length > 0).length;
      seen.cancelled += state.status === 'cancelled' ? 1 : 0;
      seen.finished += state.status === 'finished' ? 1 : 0;
      seen.lanes += state.heads.length > 1 ? 1 : 0;
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
  });

  it('[E8] what lanes and vectors say of who saw whom is what the parents say', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events } = makeHistory(seed);
        const saw = makeSaw(events);
        const causality = createCausality();
        causality.add(shuffle(makeRandom(seed), events));
        const pairs = events.flatMap((later) => events.map((earlier) => [later, earlier] as const));
        const wrong = pairs.filter(([later, earlier]) => {
          const past = saw(later.id, earlier.id);
          return (
            causality.saw(later.id, earlier.id) !== past || (past && causality.compare(earlier, later) >= 0)
          );
        });
        expect(wrong).toEqual([]);
      }),
      { ...parameters, numRuns: 30 },
    );
  });
});
