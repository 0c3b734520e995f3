import { describe, expect, it } from 'vitest';
import { computeCriticalFacts } from '../../../src/engine/facts/critical-facts.ts';
import { deriveFact, foldFacts } from '../../../src/engine/facts/fold-fact.ts';
import { shiftFact } from '../../../src/engine/facts/shift-fact.ts';
import { withFactValue } from '../../../src/engine/facts/with-fact-value.ts';
import type { RunEventOf } from '../../../src/model/event.ts';
import type { FactDefinition, FactValue } from '../../../src/model/fact.ts';
import { date, derived, duration, fact, factId, instant, number, text } from '../../support/fact-values.ts';
import { factMap, known, sees, set, started, step } from './fact-bench.ts';

function fold(
  definitions: readonly FactDefinition[],
  initial: Readonly<Record<string, FactValue>>,
  sets: readonly RunEventOf<'fact.set/1'>[],
  past: Readonly<Record<string, string>> = {},
) {
  const setsByFact = new Map(definitions.map(({ id }) => [id, sets.filter(({ data }) => data.fact === id)]));
  return foldFacts(definitions, [], started(initial), setsByFact, sees(past));
}

const hotel = fact('hotel');
function foldHotel(
  initial: Readonly<Record<string, FactValue>>,
  sets: readonly RunEventOf<'fact.set/1'>[],
  past: Readonly<Record<string, string>> = {},
) {
  const state = fold([hotel], initial, sets, past).get(hotel.id);
  return {
    value: state?.value,
    rivals: state?.rivals.map(({ event }) => event),
    changes: state?.changes.map(({ event }) => event),
  };
}

describe('what a fact was given', () => {
  it.each([
    ['nothing: it is missing', {}, [], {}, { value: null, rivals: [], changes: [] }],
    [
      'at the start',
      { hotel: text('Ritz') },
      [],
      {},
      { value: text('Ritz'), rivals: [], changes: ['start'] },
    ],
    [
      'anew: everybody saw what it was at the start',
      { hotel: text('Ritz') },
      [set('a', 'hotel', text('Savoy'))],
      {},
      { value: text('Savoy'), rivals: [], changes: ['start', 'a'] },
    ],
    [
      'twice, one after the other',
      {},
      [set('a', 'hotel', text('Ritz')), set('b', 'hotel', text('Savoy'))],
      { b: 'a' },
      { value: text('Savoy'), rivals: [], changes: ['a', 'b'] },
    ],
    [
      'and taken away again',
      { hotel: text('Ritz') },
      [set('a', 'hotel', null)],
      {},
      { value: null, rivals: [], changes: ['start', 'a'] },
    ],
  ])('%s', (_name, initial, sets, past, expected) => {
    expect(foldHotel(initial, sets, past)).toEqual(expected);
  });

  it('of another kind, or of no fact of the plan, changes nothing', () => {
    const sets = [set('a', 'hotel', number(4)), set('b', 'nowhere', text('x'))];
    expect(foldHotel({ hotel: text('Ritz'), nowhere: text('y') }, sets)).toMatchObject({
      value: text('Ritz'),
      changes: ['start'],
    });
    expect(foldHotel({ hotel: number(3) }, [])).toMatchObject({ value: null, changes: [] });
  });

  it('is read as it is, also by the name of what every object has', () => {
    expect(fold([fact('toString')], {}, []).get(factId('toString'))?.value).toBeNull();
  });

  it('tells who, when, and at which step', () => {
    const occurrence = { step: step('book').id, items: [], iteration: 2 };
    const made = { ...set('a', 'hotel', text('Ritz')), at: 7, occurrence };
    expect(fold([hotel], {}, [made]).get(hotel.id)?.changes).toEqual([
      { event: 'a', value: text('Ritz'), actor: 'sam', at: 7, occurrence },
    ]);
  });
});

describe('[F6] rival values', () => {
  const [a, b] = [set('a', 'hotel', text('Ritz')), set('b', 'hotel', text('Savoy'))];

  it('are both kept, the later in total order is shown', () => {
    expect(foldHotel({}, [a, b])).toMatchObject({ value: text('Savoy'), rivals: ['a', 'b'] });
    expect(foldHotel({}, [b, a])).toMatchObject({ value: text('Ritz'), rivals: ['b', 'a'] });
  });

  it('that agree are no dispute, however their keys are written', () => {
    const again = set('b', 'hotel', { text: 'Ritz', kind: 'text' });
    expect(foldHotel({}, [a, again])).toMatchObject({ value: text('Ritz'), rivals: [] });
  });

  it('may be a value and none', () => {
    expect(foldHotel({}, [a, set('b', 'hotel', null)])).toMatchObject({ value: null, rivals: ['a', 'b'] });
  });

  it('end when somebody who saw both picks one, and not when somebody saw one of them', () => {
    const c = set('c', 'hotel', text('Ritz'));
    expect(foldHotel({}, [a, b, c], { c: 'ab' })).toMatchObject({ value: text('Ritz'), rivals: [] });
    expect(foldHotel({}, [a, b, c], { c: 'a' })).toMatchObject({ value: text('Ritz'), rivals: ['b', 'c'] });
  });

  it('do not come of the value at the start', () => {
    expect(foldHotel({ hotel: text('Adlon') }, [a])).toMatchObject({ rivals: [] });
  });
});

describe('derived facts', () => {
  it.each<[string, FactValue, { days?: number; minutes?: number }, FactValue | null]>([
    ['a date by days', date('2026-02-27'), { days: 2 }, date('2026-03-01')],
    ['a date not by minutes', date('2026-02-27'), { minutes: 5000 }, date('2026-02-27')],
    ['a date not out of the calendar', date('9999-12-31'), { days: 1 }, null],
    [
      'an instant by minutes',
      instant('2026-03-29T00:30:00Z'),
      { minutes: 60 },
      instant('2026-03-29T01:30:00Z'),
    ],
    [
      'an instant by days, at its wall time',
      instant('2026-03-28T12:00:00Z'),
      { days: 1 },
      instant('2026-03-29T11:00:00Z'),
    ],
    ['an instant not by days of no zone', instant('2026-03-28T12:00:00Z', 'Mars/Base'), { days: 1 }, null],
    ['a duration by minutes', duration(90), { minutes: -30 }, duration(60)],
    ['a number not at all', number(4), { days: 1, minutes: 1 }, number(4)],
    ['a text not at all', text('Ritz'), {}, text('Ritz')],
  ])('move %s', (_name, value, by, expected) => {
    expect(shiftFact(value, by)).toEqual(expected);
  });

  it('follow one another, whatever the order they are defined in, and stand in that order', () => {
    const definitions = [
      derived('home', 'meeting', 'date', { days: 1 }),
      derived('laundry', 'home', 'date', { days: 2 }),
      fact('meeting', 'date'),
    ];
    const facts = fold(definitions, { meeting: date('2026-05-04') }, []);
    expect([...facts].map(([id, { value }]) => [id, value])).toEqual([
      ['home', date('2026-05-05')],
      ['laundry', date('2026-05-07')],
      ['meeting', date('2026-05-04')],
    ]);
  });

  it('have the history and the rivals of what they follow', () => {
    const definitions = [fact('meeting', 'date'), derived('home', 'meeting', 'date', { days: 1 })];
    const sets = [set('a', 'meeting', date('2026-05-04')), set('b', 'meeting', date('2026-05-06'))];
    const facts = fold(definitions, {}, sets);
    const [meeting, home] = [...facts.values()];
    expect([home?.value, home?.changes, home?.rivals]).toEqual([
      date('2026-05-07'),
      meeting?.changes,
      meeting?.rivals,
    ]);
    expect(home?.rivals).toHaveLength(2);
  });

  it('are never given a value themselves', () => {
    const definitions = [fact('meeting', 'date'), derived('home', 'meeting', 'date')];
    const facts = fold(definitions, { home: date('2026-01-01') }, [set('a', 'home', date('2026-01-02'))]);
    expect(facts.get(factId('home'))).toMatchObject({ value: null, changes: [] });
  });

  it.each([
    ['themselves', [derived('a', 'a', 'date')]],
    ['one another', [derived('a', 'b', 'date'), derived('b', 'a', 'date'), derived('c', 'a', 'date')]],
    ['what is not there', [derived('a', 'gone', 'date')]],
    ['another kind', [fact('n', 'number'), derived('a', 'n', 'date')]],
  ])('that follow %s are missing', (_name, definitions) => {
    const facts = fold(definitions, { n: number(1) }, []);
    expect(facts.size).toBe(definitions.length);
    expect(facts.get(factId('a'))).toMatchObject({ value: null, rivals: [] });
    expect(facts.get(factId('c'))?.value ?? null).toBeNull();
  });

  it('take no value from an origin of another kind', () => {
    expect(deriveFact(derived('a', 'n', 'date'), known(fact('n', 'number'), number(1))).value).toBeNull();
  });

  it('follow a value that is only supposed', () => {
    const facts = fold(
      [fact('m', 'date'), derived('h', 'm', 'date', { days: 1 })],
      { m: date('2026-05-04') },
      [],
    );
    const supposed = withFactValue(facts, factId('m'), date('2026-06-01'));
    expect([...supposed.values()].map(({ value }) => value)).toEqual([
      date('2026-06-01'),
      date('2026-06-02'),
    ]);
    expect(withFactValue(factMap(), factId('m'), null).size).toBe(0);
  });
});

describe('[F6] critical by itself', () => {
  const definitions = [
    fact('meeting', 'date'),
    derived('home', 'meeting', 'date'),
    derived('laundry', 'home', 'date'),
    fact('budget', 'money'),
    fact('visa', 'text'),
    fact('seat', 'text', { critical: true }),
    fact('meal', 'text'),
  ];

  it('is a fact that feeds a condition or a start, with what follows it and what it follows; not one that is due', () => {
    const steps = [
      step('a', { onlyIf: { fact: factId('visa'), is: 'set' } }),
      step('b', { start: { kind: 'offset', from: factId('home'), days: 0 } }),
      step('c', { start: { kind: 'offset', from: 'runStart', days: 0 } }),
      step('d', {
        due: { kind: 'offset', from: factId('budget'), days: 0 },
        reads: [{ fact: factId('meal') }],
      }),
      step('e', { onlyIf: { fact: factId('gone'), is: 'set' } }),
    ];
    expect([...computeCriticalFacts(definitions, steps)]).toEqual([
      'meeting',
      'home',
      'laundry',
      'visa',
      'seat',
    ]);
    const facts = foldFacts(definitions, steps, started(), new Map(), () => false);
    const critical = [...facts.values()]
      .filter((state) => state.critical)
      .map(({ definition }) => definition.id);
    expect(critical).toEqual(['meeting', 'home', 'laundry', 'visa', 'seat']);
  });
});
