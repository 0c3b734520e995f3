import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type PersonId, type RunId } from '../../src/model/ids.ts';
import { occurrenceKey } from '../../src/model/occurrence.ts';
import { computeHere } from '../../src/views/compute-presence.ts';
import { computePeopleView } from '../../src/views/compute-people-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import { decodePresence } from '../../src/views/decode-presence.ts';
import type { HereEntry } from '../../src/views/space-snapshot.ts';
import { ana, leo, occurrence, run, sam } from '../support/run-bench.ts';
import { spaceOf, start, startTrip } from '../support/trip-space.ts';

const key = occurrenceKey(occurrence('flights'));
const entry = (person: PersonId, more: Partial<HereEntry> = {}): HereEntry => ({
  person,
  at: null,
  typing: false,
  ...more,
});
const stranger = asId<PersonId>('stranger');

describe('presence as it travels', () => {
  it('is read back as it was said', () => {
    for (const at of [null, { run, key: null }, { run, key }]) {
      expect(decodePresence({ v: 1, ...entry(sam, { at }) })).toEqual(entry(sam, { at }));
    }
    expect(decodePresence({ v: 1, person: sam })).toEqual(entry(sam));
    expect(decodePresence({ v: 1, person: sam, at: { run, key }, typing: true })?.typing).toBe(true);
  });

  it.each([
    ['nothing', null],
    ['text', 'Sam'],
    ['a list', []],
    ['no version', { person: sam }],
    ['another version', { v: 2, person: sam }],
    ['nobody', { v: 1, person: '' }],
    ['no text for a person', { v: 1, person: { id: 'sam' } }],
    ['an endless person', { v: 1, person: 'x'.repeat(65) }],
    ['a place that is text', { v: 1, person: sam, at: 'here' }],
    ['a place without a flow', { v: 1, person: sam, at: { key } }],
    ['an endless flow', { v: 1, person: sam, at: { run: 'x'.repeat(65) } }],
    ['a key that names no step', { v: 1, person: sam, at: { run, key: 'flights' } }],
    ['an endless key', { v: 1, person: sam, at: { run, key: `${'x'.repeat(300)}//1` } }],
  ])('%s is ignored', (_, value) => {
    expect(decodePresence(value)).toBeNull();
  });

  it('never throws, gives nothing beyond the form, and no note is written nowhere', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (person, at) => {
        const read = decodePresence({ v: 1, person, at, typing: true, more: 'x' });
        if (read === null) return;
        expect(Object.keys(read).toSorted()).toEqual(['at', 'person', 'typing']);
        expect(read.typing).toBe(read.at?.key != null);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('who is here', () => {
  const trip = startTrip();
  const here = [
    entry(leo, { at: { run, key }, typing: true }),
    entry(sam, { at: { run, key } }),
    entry(sam),
    entry(ana, { at: { run, key }, typing: true }),
    entry(stranger, { at: { run, key }, typing: true }),
    entry(leo, { at: { run: asId<RunId>('other'), key } }),
  ];
  const space = spaceOf(trip, ana, { here });

  it('is each other person once, in the household’s order, and nobody whom it does not know', () => {
    expect(computeHere(space).map(({ name }) => name)).toEqual(['Sam', 'Leo']);
    const { people } = computePeopleView(space, start);
    expect(people.map(({ name, here: isHere }) => [name, isHere])).toEqual([
      ['Ana', false],
      ['Sam', true],
      ['Leo', true],
    ]);
  });

  it('is at a step with those who have that pass of it open', () => {
    const view = computeStepView(space, run, key, start);
    expect(view.lookers.map(({ name }) => name)).toEqual(['Sam', 'Leo']);
    expect(view.writers.map(({ name }) => name)).toEqual(['Leo']);
    const other = computeStepView(space, run, occurrenceKey(occurrence('hotel')), start);
    expect([...other.lookers, ...other.writers]).toEqual([]);
  });
});
