import { describe, expect, it } from 'vitest';
import { computeFactIndex } from '../../../src/engine/facts/readers.ts';
import { computeReads, computeStaleReads, readsOfStep } from '../../../src/engine/facts/stale-reads.ts';
import type { FactValue } from '../../../src/model/fact.ts';
import { date, derived, duration, fact, factId, instant, money, text } from '../../support/fact-values.ts';
import { factMap, known, step } from './fact-bench.ts';

const arrival = factId('arrival');
const hotel = factId('hotel');
const price = factId('price');

const pickUp = step('pickUp', {
  reads: [
    { fact: arrival, projection: 'date' },
    { fact: arrival, projection: 'time', tolerance: 15 },
    { fact: hotel, optional: true },
  ],
});

function facts(at: FactValue | null, at2: FactValue | null = null) {
  return factMap(known(fact('arrival', 'instant'), at), known(fact('hotel'), at2));
}
const before = facts(instant('2026-07-01T21:50:00Z'));

describe('what a step reads', () => {
  it('[F1] is recorded as far as it looks at it, missing facts too', () => {
    expect(computeReads(pickUp, before)).toEqual({
      'arrival.date': date('2026-07-01'),
      'arrival.time': duration(23 * 60 + 50),
      hotel: null,
    });
  });

  it('includes the fact that decides whether it is wanted, once', () => {
    const onlyIf = { fact: price, is: 'above', value: money(500) } as const;
    expect(readsOfStep(step('a', { onlyIf }))).toEqual([{ fact: price, optional: true }]);
    const read = { fact: price, tolerance: 20 };
    expect(readsOfStep(step('a', { onlyIf, reads: [read] }))).toEqual([read]);
    expect(readsOfStep(step('a'))).toEqual([]);
  });

  it('[F1] of a condition is another only when the condition answers otherwise', () => {
    const call = step('a', { onlyIf: { fact: price, is: 'above', value: money(500) } });
    const at = (amount: number) => factMap(known(fact('price', 'money'), money(amount)));
    const recorded = computeReads(call, at(600));
    expect(computeStaleReads(call, recorded, at(700))).toEqual([]);
    expect(computeStaleReads(call, recorded, at(500))).toMatchObject([{ was: money(600), now: money(500) }]);
  });
});

describe('[F1] stale reads', () => {
  const recorded = computeReads(pickUp, before);
  const keys = (now: ReturnType<typeof facts>) =>
    computeStaleReads(pickUp, recorded, now).map(({ read }) => read);

  it('are what moved further than the step bears, with what it was and is', () => {
    const later = facts(instant('2026-07-01T21:30:00Z'));
    expect(computeStaleReads(pickUp, recorded, later)).toEqual([
      {
        read: { fact: arrival, projection: 'time', tolerance: 15 },
        was: duration(1430),
        now: duration(1410),
      },
    ]);
  });

  it('look at each part by itself: past midnight the time is near and the date is another', () => {
    expect(keys(facts(instant('2026-07-01T22:04:00Z')))).toEqual([{ fact: arrival, projection: 'date' }]);
  });

  it('go when the fact moves back', () => {
    expect(keys(before)).toEqual([]);
    expect(keys(facts(instant('2026-07-01T21:36:00Z')))).toEqual([]);
  });

  it('are also a fact that came, and one that went', () => {
    expect(keys(facts(instant('2026-07-01T21:50:00Z'), text('Ritz')))).toEqual([
      { fact: hotel, optional: true },
    ]);
    expect(keys(facts(null))).toHaveLength(2);
  });

  it('are none where nothing was recorded, or the read came later', () => {
    expect(computeStaleReads(pickUp, undefined, facts(null))).toEqual([]);
    expect(computeStaleReads(pickUp, { 'arrival.date': date('2026-07-01') }, facts(null))).toHaveLength(1);
    expect(computeStaleReads(pickUp, {}, facts(null))).toEqual([]);
  });

  it('count from the last check when a step was found still right [F2]', () => {
    const later = facts(instant('2026-07-01T21:30:00Z'));
    expect(computeStaleReads(pickUp, computeReads(pickUp, later), later)).toEqual([]);
  });
});

describe('who has to do with a fact', () => {
  const definitions = [
    fact('meeting', 'date'),
    derived('leave', 'meeting', 'date', { days: -1 }),
    derived('pack', 'leave', 'date', { days: -1 }),
    fact('hotel'),
  ];
  const steps = [
    step('agree', { writes: [factId('meeting'), hotel] }),
    step('flight', { reads: [{ fact: factId('leave') }, { fact: factId('leave') }] }),
    step('suitcase', { due: { kind: 'offset', from: factId('pack'), days: 0, time: '20:00' } }),
    step('go', { start: { kind: 'offset', from: factId('meeting'), days: 0 } }),
    step('call', { onlyIf: { fact: hotel, is: 'set' }, due: { kind: 'offset', from: 'runStart', days: 1 } }),
    step('cat', { onlyIf: { fact: factId('pack'), is: 'set' } }),
  ];
  const index = computeFactIndex(definitions, steps);

  it('[F4] reaches through derived facts: readers, conditions, dates; and who can give it', () => {
    expect([...index]).toEqual([
      [
        'meeting',
        { readers: ['flight', 'cat'], conditions: ['cat'], dated: ['suitcase', 'go'], writers: ['agree'] },
      ],
      ['leave', { readers: ['flight', 'cat'], conditions: ['cat'], dated: ['suitcase'], writers: ['agree'] }],
      ['pack', { readers: ['cat'], conditions: ['cat'], dated: ['suitcase'], writers: ['agree'] }],
      ['hotel', { readers: ['call'], conditions: ['call'], dated: [], writers: ['agree'] }],
    ]);
  });

  it('ends where facts follow one another in a circle', () => {
    const circle = computeFactIndex(
      [derived('a', 'b', 'date'), derived('b', 'a', 'date')],
      [step('x', { reads: [{ fact: factId('a') }] })],
    );
    expect([...circle.values()].map(({ readers }) => readers)).toEqual([['x'], ['x']]);
  });
});
