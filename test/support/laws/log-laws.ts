/** Laws about the log as a set: arrival, repeats, holes, rivals of one id, clocks. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { createCausality } from '../../../src/engine/causality.ts';
import { createRunFold, foldRun } from '../../../src/engine/fold-run.ts';
import { decodeLogEntry, encodeLogEntry, isDamaged } from '../../../src/model/decode-event.ts';
import type { LogEvent } from '../../../src/model/event.ts';
import type { OccurrenceKey } from '../../../src/model/occurrence.ts';
import { makeSaw } from '../past.ts';
import { type Random, shuffle } from '../random.ts';
import { run } from '../run-bench.ts';
import { expectSamePlain, stateToPlain } from '../state-to-plain.ts';
import { folded, foldedPlain } from './folded.ts';
import type { Law } from './law.ts';
import { stateToVerdicts } from './state-to-verdicts.ts';

const yearInMs = 31_536_000_000;

const converges: Law = {
  name: '[E1] [M2] converges under every order, duplication and partition',
  hold: ({ events }, random) => {
    const expected = foldedPlain(events);
    for (const arrivals of [events.toReversed(), shuffle(random, withRepeats(random, events))]) {
      const fold = createRunFold(run);
      for (const batch of batches(random, arrivals)) {
        fold.add(batch);
        // Reading between batches must not change what comes out in the end.
        if (random() < 0.3) void fold.state.status;
      }
      expectSamePlain(stateToPlain(fold.state), expected);
    }
  },
};

const incremental: Law = {
  name: '[M2] folding bit by bit equals folding at once after every single event, with holes in the log',
  every: 10,
  hold: ({ events }, random) => {
    const arrivals = random() < 0.5 ? events : shuffle(random, events);
    const fold = createRunFold(run);
    arrivals.forEach((event, index) => {
      fold.add([event]);
      const arrived = arrivals.slice(0, index + 1);
      expectSamePlain(stateToPlain(fold.state), stateToPlain(foldRun(run, arrived.toReversed())));
    });
  },
};

const tellsChanges: Law = {
  name: '[M2] adding names every occurrence that looks different afterwards',
  every: 2,
  hold: ({ events }, random) => {
    const fold = createRunFold(run);
    let before = new Map<OccurrenceKey, unknown>();
    for (const batch of batches(random, random() < 0.7 ? events : shuffle(random, events))) {
      const told = new Set(fold.add(batch));
      const after = new Map(stateToPlain(fold.state).occurrences);
      for (const key of new Set([...before.keys(), ...after.keys()]))
        if (!told.has(key)) expectSamePlain(after.get(key), before.get(key), `${key} changed, untold`);
      before = after;
    }
  },
};

const steadyClock: Law = {
  name: '[E5] [M2] verdicts stay the same when every clock is off by up to a year',
  hold: ({ events }, random) => {
    const skewed = events.map((event) => ({
      ...event,
      at: Math.round(event.at + (random() - 0.5) * 2 * yearInMs),
    }));
    expectSamePlain(stateToVerdicts(foldRun(run, skewed)), stateToVerdicts(folded(events)));
  },
};

const nothingInvisible: Law = {
  name: '[E7] [M2] no event is invisible, also with holes, rivals of one id and foreign runs',
  hold: ({ events }, random) => {
    const kept = events.filter(() => random() < 0.8);
    const rivals = kept.filter(() => random() < 0.1).map((event) => rewrite(event, { at: event.at + 1 }));
    const foreign = kept.filter(() => random() < 0.1).map((event) => rewrite(event, { run: 'other' }));
    const given = shuffle(random, [...kept, ...rivals, ...foreign]);
    const { history, aside } = foldRun(run, given);
    const shown = new Set([...history, ...aside]);
    deepStrictEqual(
      given.filter((event) => !shown.has(event)),
      [],
    );
    ok(shown.size === given.length, 'and none is made up');
  },
};

/** The entry as another device would have written it. */
function rewrite(event: LogEvent, change: Partial<Record<keyof LogEvent, unknown>>): LogEvent {
  const entry = decodeLogEntry({ ...(encodeLogEntry(event) as object), ...change });
  if (isDamaged(entry)) throw new Error('only the payload of an event may be unreadable');
  return entry;
}

const pure: Law = {
  name: '[M2] the fold is pure: deeply frozen events fold, and to the same state again',
  hold: ({ events }) => {
    deepFreeze(events);
    expectSamePlain(stateToPlain(foldRun(run, events)), foldedPlain(events));
  },
};

const lanes: Law = {
  name: '[E8] what lanes and vectors say of who saw whom is what the parents say',
  every: 10,
  hold: ({ events }, random) => {
    const saw = makeSaw(events);
    const causality = createCausality();
    causality.add(shuffle(random, events));
    for (const later of events)
      for (const earlier of events) {
        const past = saw(later.id, earlier.id);
        ok(causality.saw(later.id, earlier.id) === past, `${later.id} saw ${earlier.id}: ${past}`);
        if (past) ok(causality.compare(earlier, later) < 0, `${earlier.id} stands before ${later.id}`);
      }
  },
};

export const logLaws: readonly Law[] = [
  converges,
  incremental,
  tellsChanges,
  steadyClock,
  nothingInvisible,
  pure,
  lanes,
];

function withRepeats(random: Random, events: readonly LogEvent[]): readonly LogEvent[] {
  return [...events, ...events.filter(() => random() < 0.3)];
}

function batches(random: Random, events: readonly LogEvent[]): readonly (readonly LogEvent[])[] {
  const made: (readonly LogEvent[])[] = [];
  for (let from = 0; from < events.length; ) {
    const size = 1 + Math.floor(random() * 6);
    made.push(events.slice(from, from + size));
    from += size;
  }
  return made;
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const member of Object.values(value)) deepFreeze(member);
}
