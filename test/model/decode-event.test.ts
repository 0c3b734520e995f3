import { describe, expect, it } from 'vitest';
import {
  createLogEntryDecoder,
  decodeLogEntry,
  encodeLogEntry,
  isDamaged,
  isReadableEvent,
} from '../../src/model/decode-event.ts';
import type { LogEvent, RunEvent } from '../../src/model/event.ts';
import { isOpaque } from '../../src/model/event.ts';
import { businessTrip } from '../../src/templates/business-trip.ts';
import { event, occurrence } from '../support/run-bench.ts';
import { sampleLog } from '../support/sample-log.ts';

const good = event('e', 'step.completed/2', { note: 'done' }, ['p'], { occurrence: occurrence('dates') });

function decoded(entry: unknown): LogEvent {
  const made = decodeLogEntry(entry);
  if (isDamaged(made)) throw new Error(made.reason);
  return made;
}

describe('decodeLogEntry', () => {
  it('reads back what was written, through JSON', () => {
    for (const one of sampleLog(businessTrip)) expect(decoded(JSON.parse(JSON.stringify(one)))).toEqual(one);
  });

  it.each<[string, object, string]>([
    ['a newer version', { type: 'step.completed/3' }, 'newerVersion'],
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

  it('reads a plan that is merely wrong, so that a log which holds it still folds', () => {
    const start = JSON.parse(JSON.stringify(sampleLog(businessTrip)[0])) as {
      data: { workflow: { definition: { steps: { reads: unknown[] }[] } } };
    };
    start.data.workflow.definition.steps[0]?.reads.push({ fact: 'gone' });
    expect(isOpaque(decoded(start))).toBe(false);
  });

  it('reads events of schema 1 as the second version of them, and gives them back as they lay', () => {
    const old = { ...good, type: 'step.completed/1', data: { note: 'done' } };
    const made = decoded(old);
    expect(made).toMatchObject({ type: 'step.completed/2', data: { note: 'done' } });
    expect(encodeLogEntry(made)).toEqual(old);
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
    const start = JSON.parse(JSON.stringify(sampleLog(businessTrip)[0])) as {
      data: { workflow: { definition: { steps: { after: unknown[] }[] } } };
    };
    start.data.workflow.definition.steps[0]?.after.push({ from: 'pack' });
    expect(decoded(start)).toMatchObject({ opaque: 'damagedPayload' });
  });
});

describe('isReadableEvent', () => {
  const simple = [undefined, null, '', 'x', 'a/b', 0, -1, Number.NaN, 1e300, [], [''], ['p', 7], {}];
  const wrongs: readonly unknown[] = [
    ...simple,
    ...[0, 1, 1.5, 1e9].map((iteration) => ({ step: 'a', items: [], iteration })),
    ...['a.b', ''].map((item) => ({ step: 'a', items: [item], iteration: 1 })),
    { step: 'a/b', items: [], iteration: 1 },
    Object.create({ step: 'a', items: [], iteration: 1 }),
    Object.create({ note: 7 }),
    { note: 7 },
    { note: 'x', outcome: '' },
    { reads: { 'a.b': null } },
    { reads: { 'a.b': 7 } },
  ];
  const fields = 'id run actor onBehalfOf device at parents occurrence data'.split(' ');

  it('[W9] says of an event what reading it from the log comes to, whatever is in which field', () => {
    let [readable, unreadable] = [0, 0];
    for (const one of [...sampleLog(businessTrip), good]) {
      for (const field of fields) {
        for (const wrong of wrongs) {
          const changed = { ...one, [field]: wrong } as RunEvent;
          const made = decodeLogEntry(changed);
          const isRead = !isDamaged(made) && !isOpaque(made);
          expect([field, wrong, isReadableEvent(changed)]).toEqual([field, wrong, isRead]);
          if (isRead) readable += 1;
          else unreadable += 1;
        }
      }
    }
    expect(Math.min(readable, unreadable)).toBeGreaterThan(100);
  });
});
