import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import {
  createLogEntryDecoder,
  decodeLogEntry,
  encodeLogEntry,
  isDamaged,
} from '../../src/model/decode-event.ts';
import type { LogEvent } from '../../src/model/event.ts';
import { isOpaque } from '../../src/model/event.ts';
import { foldRun } from '../../src/engine/fold-run.ts';
import { event, occurrence, run, startTwo } from '../support/run-bench.ts';
import { makeHistory } from '../support/random-history.ts';
import { makeRandom, pick, type Random } from '../support/random.ts';

const good = event('e', 'step.completed/2', { note: 'done' }, ['p'], { occurrence: occurrence('dates') });

function decoded(entry: unknown): LogEvent {
  const made = decodeLogEntry(entry);
  if (isDamaged(made)) throw new Error(made.reason);
  return made;
}

describe('decodeLogEntry', () => {
  it('reads back what was written, through JSON', () => {
    const { a } = startTwo();
    for (const one of a.log()) expect(decoded(JSON.parse(JSON.stringify(one)))).toEqual(one);
  });

  it.each<[string, object, string]>([
    ['a newer version', { type: 'step.completed/2' }, 'newerVersion'],
    ['an unknown type', { type: 'step.teleported/1' }, 'unknownType'],
    ['a type without a version', { type: 'step.completed' }, 'unknownType'],
    ['a type out of the prototype', { type: 'constructor' }, 'unknownType'],
    ['a payload of the wrong shape', { data: { note: 7 } }, 'damagedPayload'],
    ['no payload', { data: undefined }, 'damagedPayload'],
    ['no occurrence', { occurrence: undefined }, 'damagedPayload'],
    [
      'an occurrence that poses as another',
      { occurrence: { step: 'a/b', items: [], iteration: 1 } },
      'damagedPayload',
    ],
    ['an iteration that is none', { occurrence: { step: 'a', items: [], iteration: 0 } }, 'damagedPayload'],
    ['a spokesman who is none', { onBehalfOf: 7 }, 'damagedPayload'],
  ])('keeps %s whole, as an event', (_name, change, why) => {
    const entry = { ...good, ...change };
    const made = decoded(entry);
    expect(isOpaque(made) && made.opaque).toBe(why);
    expect([made.id, made.parents, encodeLogEntry(made)]).toEqual(['e', ['p'], entry]);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a text', 'step'],
    ['no id', { ...good, id: '' }],
    ['a time that is none', { ...good, at: Number.NaN }],
    ['a time beyond all dates', { ...good, at: 1e300 }],
    ['parents that are none', { ...good, parents: [7] }],
    ['an envelope only in the prototype', Object.create(good)],
  ])('calls %s damaged', (_name, entry) => {
    expect(isDamaged(decodeLogEntry(entry))).toBe(true);
  });

  it('loses no field that it does not know, in the envelope, the occurrence or the payload', () => {
    for (const entry of [
      { ...good, hint: 1 },
      { ...good, opaque: 'not really' },
      { ...good, occurrence: { ...occurrence('dates'), lane: 2 } },
      { ...good, data: { note: 'x', more: [1] } },
    ]) {
      const made = decoded(JSON.parse(JSON.stringify(entry)));
      expect([isOpaque(made), encodeLogEntry(made)]).toEqual([false, JSON.parse(JSON.stringify(entry))]);
    }
  });

  it('upcasts through a chain of versions and still gives the entry back as it lay', () => {
    const decode = createLogEntryDecoder({
      'step.done/0': { to: 'step.done/1', upcast: (data) => ({ said: (data as { s: string }).s }) },
      'step.done/1': {
        to: 'step.completed/2',
        upcast: (data) => ({ note: (data as { said: string }).said }),
      },
      'loop/1': { to: 'loop/1', upcast: (data) => data },
    });
    const old = { ...good, type: 'step.done/0', data: { s: 'long ago' } };
    const made = decode(old);
    expect(made).toMatchObject({ type: 'step.completed/2', data: { note: 'long ago' } });
    expect(encodeLogEntry(made as LogEvent)).toEqual(old);
    expect(decode({ ...good, type: 'loop/1' })).toMatchObject({ opaque: 'unknownType' });
  });

  it('refuses a start whose plan has a cycle, and keeps it', () => {
    const { a } = startTwo();
    const start = JSON.parse(JSON.stringify(a.log()[0])) as {
      data: { workflow: { definition: { steps: { after: unknown[] }[] } } };
    };
    start.data.workflow.definition.steps[0]?.after.push({ from: 'pack' });
    expect(decoded(start)).toMatchObject({ opaque: 'damagedPayload' });
  });

  it('decodes or keeps aside 5,000 mutated events, and their log folds, without an exception', () => {
    const random = makeRandom(77);
    const counts = { event: 0, opaque: 0, damaged: 0 };
    for (let round = 0; round < 100; round++) {
      const log = makeHistory(round).events;
      const survivors: LogEvent[] = [];
      for (let index = 0; index < 50; index++) {
        const entry = mutate(random, JSON.parse(JSON.stringify(pick(random, log))));
        const made = decodeLogEntry(entry);
        if (isDamaged(made)) counts.damaged++;
        else {
          counts[isOpaque(made) ? 'opaque' : 'event']++;
          expect(canonicalJson(encodeLogEntry(made))).toBe(canonicalJson(entry));
          survivors.push(made);
        }
      }
      const state = foldRun(run, [...log, ...survivors]);
      const shown = new Set(
        [...state.history, ...state.aside].map((one) => canonicalJson(encodeLogEntry(one))),
      );
      for (const one of survivors) expect(shown.has(canonicalJson(encodeLogEntry(one)))).toBe(true);
    }
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(300);
  });
});

const oddities: readonly unknown[] = [
  null,
  '',
  0,
  -1,
  1.5,
  1e308,
  Number.NaN,
  true,
  [],
  {},
  'x'.repeat(100_000),
  '\u0000',
  '\ud800',
  '__proto__',
  'a/b',
  [null],
  { kind: 'date' },
  JSON.parse('{"__proto__": {"id": 1}}'),
  'step.completed/99',
  'run.started/2',
  999_999_999,
];

/** Clones what it puts in: a shared object put into itself would be a cycle, which no JSON is.
 * Changes one to three things anywhere in the entry: a value, a key's absence, a new key. */
function mutate(random: Random, entry: unknown): unknown {
  let root = entry;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    let target: unknown = root;
    for (let depth = 0; depth < 6; depth++) {
      if (typeof target !== 'object' || target === null) break;
      const keys = Object.keys(target);
      const key = random() < 0.1 || keys.length === 0 ? 'added' : pick(random, keys);
      const child = (target as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null && random() < 0.7) target = child;
      else {
        if (random() < 0.2) Reflect.deleteProperty(target, key);
        else (target as Record<string, unknown>)[key] = structuredClone(pick(random, oddities));
        break;
      }
    }
    if (random() < 0.01) root = structuredClone(pick(random, oddities));
  }
  return root;
}
