import { describe, expect, it } from 'vitest';
import { evaluateCondition } from '../../../src/engine/facts/evaluate-condition.ts';
import { isWithinTolerance, projectFact } from '../../../src/engine/facts/project-fact.ts';
import type { FactCondition, FactKind, FactValue, Projection } from '../../../src/model/fact.ts';
import { asId, type PersonId } from '../../../src/model/ids.ts';
import { date, duration, fact, factId, instant, money, number, text } from '../../support/fact-values.ts';
import { factMap, known, set } from './fact-bench.ts';

const person = (id: string): FactValue => ({ kind: 'person', person: asId<PersonId>(id) });

describe('projections', () => {
  it.each<[string, FactValue | null, Projection | undefined, FactValue | null]>([
    ['an instant as it is', instant('2026-07-01T22:30:00Z'), undefined, instant('2026-07-01T22:30:00Z')],
    ['its date where it is told', instant('2026-07-01T22:30:00Z'), 'date', date('2026-07-02')],
    ['its date elsewhere', instant('2026-07-01T22:30:00Z', 'America/Lima'), 'date', date('2026-07-01')],
    ['its time in summer', instant('2026-07-01T22:30:45Z'), 'time', duration(30)],
    ['its time in winter', instant('2026-01-01T22:30:00Z'), 'time', duration(23 * 60 + 30)],
    ['its time after a spring change', instant('2026-03-29T01:00:00Z'), 'time', duration(180)],
    ['its time in the second of a repeated hour', instant('2026-10-25T01:30:00Z'), 'time', duration(150)],
    ['nothing in a zone that is none', instant('2026-10-25T01:30:00Z', 'Mars/Base'), 'date', null],
    ['a missing fact', null, 'time', null],
    ['a date', date('2026-07-01'), 'time', date('2026-07-01')],
    ['a text', text('Ritz'), 'date', text('Ritz')],
  ])('%s', (_name, value, projection, expected) => {
    expect(projectFact(value, projection)).toEqual(expected);
  });
});

describe('[F1] tolerances', () => {
  it.each<[string, FactValue | null, FactValue | null, number | undefined, boolean, Projection?]>([
    ['an equal value', text('Ritz'), { text: 'Ritz', kind: 'text' }, undefined, true],
    ['missing as before', null, null, undefined, true],
    ['missing now', text('Ritz'), null, 9, false],
    ['missing before', null, number(1), 9, false],
    ['another kind', number(5), duration(5), 9, false],
    ['a text near by', text('Ritz'), text('Riz'), 9, false],
    ['a person', person('a'), person('b'), 9, false],
    ['a number without tolerance', number(5), number(5.1), undefined, false],
    ['a number within', number(5), number(3), 2, true],
    ['a number beyond', number(5), number(2.9), 2, false],
    ['money within, for all its fractions', money(10.1), money(10.3), 0.2, true],
    ['money beyond by a cent', money(10.1), money(10.31), 0.2, false],
    ['other money', money(10), money(10, 'USD'), 100, false],
    ['a date within', date('2026-03-28'), date('2026-03-30'), 2, true],
    ['a date beyond', date('2026-03-28'), date('2026-03-31'), 2, false],
    ['an instant within', instant('2026-03-29T00:55:00Z'), instant('2026-03-29T01:10:00Z'), 15, true],
    ['an instant beyond', instant('2026-03-29T00:55:00Z'), instant('2026-03-29T01:10:01Z'), 15, false],
    [
      'the moment told elsewhere',
      instant('2026-03-29T00:55:00Z'),
      instant('2026-03-29T00:55:00Z', 'UTC'),
      undefined,
      false,
    ],
    [
      'the moment told elsewhere, borne',
      instant('2026-03-29T00:55:00Z'),
      instant('2026-03-29T00:55:00Z', 'UTC'),
      1,
      true,
    ],
    ['a duration within', duration(60), duration(75), 15, true],
    ['a duration is no time of day', duration(1435), duration(5), 15, false],
    ['a time round midnight', duration(1435), duration(5), 10, true, 'time'],
    ['a time back round midnight', duration(5), duration(1435), 10, true, 'time'],
    ['a time beyond, round midnight', duration(1435), duration(6), 10, false, 'time'],
    ['a negative tolerance is none', number(5), number(5.1), -1, false],
  ])('%s', (_name, was, now, tolerance, expected, projection?) => {
    expect(isWithinTolerance(was, now, tolerance, projection)).toBe(expected);
  });
});

describe('conditions', () => {
  const id = factId('f');
  const answer = (kind: FactKind, value: FactValue | null, condition: object) =>
    evaluateCondition({ fact: id, ...condition } as FactCondition, factMap(known(fact('f', kind), value)));

  it.each<[FactValue, Exclude<FactCondition['is'], 'set' | 'notSet'>, FactValue, 'holds' | 'fails']>([
    [number(5), 'equal', number(5), 'holds'],
    [number(5), 'notEqual', number(5), 'fails'],
    [number(5), 'above', number(5), 'fails'],
    [number(5), 'atLeast', number(5), 'holds'],
    [number(5), 'below', number(5), 'fails'],
    [number(5), 'atMost', number(5), 'holds'],
    [number(6), 'above', number(5), 'holds'],
    [number(4), 'below', number(5), 'holds'],
    [number(6), 'atMost', number(5), 'fails'],
    [number(4), 'atLeast', number(5), 'fails'],
    [money(600), 'above', money(500), 'holds'],
    [money(500, 'USD'), 'equal', money(500), 'fails'],
    [money(500, 'USD'), 'notEqual', money(500), 'holds'],
    [money(900, 'USD'), 'above', money(500), 'fails'],
    [money(100, 'USD'), 'below', money(500), 'fails'],
    [money(500, 'USD'), 'atLeast', money(500), 'fails'],
    [date('2026-03-02'), 'above', date('2026-03-01'), 'holds'],
    [date('2026-03-02'), 'atMost', date('2026-03-01'), 'fails'],
    [instant('2026-03-29T01:00:00Z'), 'above', instant('2026-03-29T00:59:00Z', 'UTC'), 'holds'],
    [instant('2026-03-29T01:00:00Z'), 'equal', instant('2026-03-29T01:00:00Z', 'UTC'), 'holds'],
    [duration(60), 'atLeast', duration(45), 'holds'],
    [text('Ritz'), 'equal', text('Ritz'), 'holds'],
    [text('Savoy'), 'above', text('Ritz'), 'fails'],
    [person('ana'), 'notEqual', person('sam'), 'holds'],
    [{ kind: 'choice', choice: 'train' }, 'equal', { kind: 'choice', choice: 'train' }, 'holds'],
    [number(5), 'equal', duration(5), 'fails'],
    [number(5), 'notEqual', duration(5), 'holds'],
    [number(6), 'above', duration(5), 'fails'],
  ])('%o %s %o: %s', (value, is, than, expected) => {
    expect(answer(value.kind, value, { is, value: than })).toBe(expected);
  });

  it('[F5] are missing with their fact, except whether there is one', () => {
    expect(answer('number', null, { is: 'notEqual', value: number(1) })).toBe('missing');
    expect(answer('number', null, { is: 'set' })).toBe('fails');
    expect(answer('number', null, { is: 'notSet' })).toBe('holds');
    expect(answer('number', number(0), { is: 'set' })).toBe('holds');
    expect(answer('number', number(0), { is: 'notSet' })).toBe('fails');
    expect(evaluateCondition({ fact: id, is: 'set' }, factMap())).toBe('fails');
    expect(evaluateCondition({ fact: id, is: 'below', value: number(1) }, factMap())).toBe('missing');
  });

  it('[F6] are disputed while their fact is, whatever they ask', () => {
    const rivals = [set('a', 'f', number(1)), set('b', 'f', number(2))].map(
      ({ id: event, actor, at, data }) => ({
        event,
        actor,
        at,
        value: data.value,
        occurrence: null,
      }),
    );
    const facts = factMap(known(fact('f', 'number'), number(2), { rivals }));
    expect(evaluateCondition({ fact: id, is: 'above', value: number(0) }, facts)).toBe('disputed');
    expect(evaluateCondition({ fact: id, is: 'set' }, facts)).toBe('disputed');
  });
});
