import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findCitedEvent } from '../../src/engine/cited-events.ts';
import {
  checkpointSchema,
  checkpointToState,
  type RunCheckpoint,
  stateToCheckpoint,
} from '../../src/engine/checkpoint.ts';
import { decodeCheckpoint } from '../../src/engine/decode-checkpoint.ts';
import { foldRun } from '../../src/engine/fold-run.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import { decodeLogEntry, isDamaged } from '../../src/model/decode-event.ts';
import type { LogEvent } from '../../src/model/event.ts';
import { asId, type RunId } from '../../src/model/ids.ts';
import businessTrip from '../fixtures/logs/business-trip-1.json' with { type: 'json' };
import everything from '../fixtures/logs/everything-1.json' with { type: 'json' };
import undone from '../fixtures/logs/undo-1.json' with { type: 'json' };

/** What the checkpoints of the fixed logs were under each schema. A line never changes; a new schema adds one. */
const digestBySchema: Readonly<Record<number, string>> = {
  1: '01800f31cc1f503eb894d26b8eabeacebb3916e3a96c4ef600be8a6fcd9a3cef',
  2: '7121705c6256419a737ad482adc250d2424d2460085ba9c83a58560c42fd85d2',
  3: '192d8bc053e18ba5b5b75b81d7919b84acb13216674c03efa3a44a5a492c7760',
  // What was added is about names of items, of which the fixed logs have none.
  4: '192d8bc053e18ba5b5b75b81d7919b84acb13216674c03efa3a44a5a492c7760',
  // And what came then is about undos that are given on.
  5: '192d8bc053e18ba5b5b75b81d7919b84acb13216674c03efa3a44a5a492c7760',
  // The rules of runs that follow others.
  6: '35bd9bf3b43fb11efef30ae0784a9d13be1ba1ac539e4857fd05402680497d0b',
  // Steps that stand in one another's way have fields of their own.
  7: '8732b40a2b6d9aae54ead47d5662d375f443a5a42c2e44607d21fe2f24fe523e',
  // A plan says which facts and sections it has by now: other workflows bring theirs.
  8: '97c8376a4d3dfecaf585e07c1addbfaee9c6750c33a1bc11d24930f206627f2a',
  // Who paused what, and since when.
  9: '55abf5438dcab4d57dedf1ae20864e40d760a000752b55aca4cb1790d0b6794d',
  // What was added is about due dates that met, of which the fixed logs have none.
  10: '55abf5438dcab4d57dedf1ae20864e40d760a000752b55aca4cb1790d0b6794d',
};

const run = asId<RunId>('run-1');
const logs: readonly (readonly LogEvent[])[] = [businessTrip.log, ...everything.logs, ...undone.logs].map(
  (log) => log.map(decodeLogEntry).flatMap((entry) => (isDamaged(entry) ? [] : [entry])),
);
const states = logs.map((log) => foldRun(run, log));
const [trip] = states;
if (trip === undefined) throw new Error('there is no log');

const neverAsked = (): never => {
  throw new Error('the log was asked');
};

function restore(state: RunState, log: () => RunState = () => state): RunState {
  const checkpoint = decodeCheckpoint(structuredClone(stateToCheckpoint(state)), run);
  if (checkpoint === null) throw new Error('the checkpoint was not read');
  return checkpointToState(checkpoint, log);
}

/** Maps and sets as lists, so that the text says all of it. */
function toPlain(value: unknown): unknown {
  if (value instanceof Set) return [...value].map(toPlain);
  if (value instanceof Map) return [...value].map(([key, each]) => [key, toPlain(each)]);
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlain(each)]));
}

describe('the schema of checkpoints', () => {
  it('[P2] has to rise when a fixed log comes to another checkpoint', () => {
    const hash = createHash('sha256');
    for (const state of states) {
      const { schema: _, ...content } = stateToCheckpoint(state);
      hash.update(canonicalJson(toPlain(content)));
    }
    expect(hash.digest('hex')).toBe(digestBySchema[checkpointSchema]);
  });

  it('[P2] is pinned by logs that show every status and every special case', () => {
    const occurrences = states.flatMap((state) => [...state.occurrences.values()]);
    const statuses = new Set(occurrences.map(({ status }) => status));
    const wanted =
      'created,ready,inProgress,waiting,suspended,completed,failed,skipped,withdrawn,terminated,held';
    expect([...statuses].sort()).toEqual(wanted.split(',').sort());
    expect(new Set(occurrences.map(({ validity }) => validity)).size).toBe(3);
    expect(new Set(occurrences.map(({ withdrawnBecause }) => withdrawnBecause)).size).toBe(5);
    const undoStates = 'compensated,compensating,declined,failed,none,proposed'.split(',');
    expect([...new Set(occurrences.flatMap(({ undo }) => undo?.status ?? []))].sort()).toEqual(undoStates);
    const shown = (found: boolean): void => expect(found).toBe(true);
    shown(occurrences.some(({ overruled }) => overruled.length > 0));
    shown(occurrences.some(({ lostMoves }) => lostMoves.length > 0));
    shown(occurrences.some(({ offered }) => offered !== null));
    shown(occurrences.some(({ takenUnseen }) => takenUnseen !== null));
    shown(occurrences.some(({ surplus }) => surplus));
    shown(states.some(({ ending }) => ending !== null));
    shown(states.some(({ opaque }) => opaque.length > 0));
    shown(states.some(({ facts }) => [...facts.values()].some(({ rivals }) => rivals.length > 0)));
  });
});

describe('a checkpoint', () => {
  it('[P1] restores the state of a fixed log, log fields included', () => {
    for (const state of states) expect(toPlain(restore(state))).toEqual(toPlain(state));
  });

  it('[P1] restores the state of a log in which no run was started yet', () => {
    const state = foldRun(run, []);
    expect(toPlain(restore(state, neverAsked))).toEqual(toPlain(state));
  });

  it('[P1] asks the log for nothing but fields that have something of the log', () => {
    for (const state of states) {
      const restored = restore(state, neverAsked);
      for (const field of Object.keys(state) as (keyof RunState)[]) {
        const isOfTheLog = field === 'history' || field === 'opaque' || field === 'aside';
        if (isOfTheLog && state[field].length > 0) expect(() => restored[field]).toThrow('the log was asked');
        else expect(toPlain(restored[field])).toEqual(toPlain(state[field]));
      }
    }
  });

  it('[P1] knows without the log what freed each open step', () => {
    let found = 0;
    for (const state of states) {
      const restored = restore(state, neverAsked);
      for (const { status, freedBy } of state.current.values()) {
        if (status !== 'ready' || freedBy === null) continue;
        found += 1;
        expect(findCitedEvent(restored, freedBy)).toEqual(state.history.find(({ id }) => id === freedBy));
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  it('finds any other event in the log, and none that is not there', () => {
    const [first] = trip.history;
    if (first === undefined) throw new Error('the log is empty');
    expect(findCitedEvent(restore(trip), first.id)).toEqual(first);
    expect(findCitedEvent(trip, first.id)).toBe(first);
    expect(findCitedEvent(restore(trip), asId('nowhere'))).toBeNull();
  });
});

describe('what lies where a checkpoint should', () => {
  const good: RunCheckpoint = structuredClone(stateToCheckpoint(trip));

  it('is read when this version wrote it', () => {
    expect(decodeCheckpoint(good, run)).toBe(good);
  });

  it('[P2] is left alone when another schema wrote it', () => {
    for (const schema of [checkpointSchema + 1, checkpointSchema - 1, '1', undefined])
      expect(decodeCheckpoint({ ...good, schema }, run)).toBeNull();
  });

  it('is left alone when it is of another run', () => {
    expect(decodeCheckpoint(good, asId<RunId>('run-2'))).toBeNull();
  });

  it.each([[null], [undefined], [0], ['rubbish'], [[]], [{}], [new Map()]])(
    'is left alone when it is %o',
    (value) => {
      expect(decodeCheckpoint(value, run)).toBeNull();
    },
  );

  it.each(Object.keys(good))('is left alone when its %s is missing or of another kind', (field) => {
    const { [field as keyof RunCheckpoint]: _, ...rest } = good;
    expect(decodeCheckpoint(rest, run)).toBeNull();
    for (const wrong of [true, [null], { items: 1 }, new Set([1])])
      if (
        !((field === 'parts' || field === 'partRoles') && !Array.isArray(wrong) && typeof wrong === 'object')
      )
        expect(decodeCheckpoint({ ...good, [field]: wrong }, run)).toBeNull();
  });

  it('is left alone when its current steps are not among its occurrences', () => {
    expect(decodeCheckpoint({ ...good, occurrences: good.occurrences.slice(1) }, run)).toBeNull();
  });
});
