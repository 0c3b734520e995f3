/**
 * Facts for random plans, one of most kinds, derived ones too. Each has few values, so that chance comes
 * back to an earlier one, and some of them differ by less than the tolerances that steps read with.
 */
import { asId, type FactId, type PersonId } from '../../src/model/ids.ts';
import type { FactCondition, FactDefinition, FactRead, FactValue } from '../../src/model/fact.ts';
import { factId } from './fact-values.ts';
import { pick, type Random } from './random.ts';

const noon = Date.UTC(2026, 4, 12, 12);
const minute = 60_000;

const options = [
  { id: 'train', name: 'Train' },
  { id: 'plane', name: 'Plane' },
];

const factPool: readonly FactDefinition[] = [
  { id: factId('arrival'), name: 'Arrival', kind: 'instant' },
  {
    id: factId('pickup'),
    name: 'Pick-up',
    kind: 'instant',
    derived: { from: factId('arrival'), minutes: 45 },
  },
  { id: factId('day'), name: 'Day', kind: 'date', anchor: true },
  { id: factId('dayBefore'), name: 'Day before', kind: 'date', derived: { from: factId('day'), days: -1 } },
  { id: factId('guests'), name: 'Guests', kind: 'number' },
  { id: factId('price'), name: 'Price', kind: 'money', critical: true },
  { id: factId('ride'), name: 'Ride', kind: 'duration' },
  { id: factId('hotel'), name: 'Hotel', kind: 'text' },
  { id: factId('driver'), name: 'Driver', kind: 'person' },
  { id: factId('way'), name: 'Way', kind: 'choice', options },
];

const valuesByFact: Readonly<Record<string, readonly FactValue[]>> = {
  arrival: [0, 10, 30, 24 * 60].map((minutes) => ({
    kind: 'instant',
    at: noon + minutes * minute,
    zone: 'Europe/Lisbon',
  })),
  day: ['2026-05-12', '2026-05-13', '2026-05-20'].map((date) => ({ kind: 'date', date })),
  guests: [1, 2, 9].map((number) => ({ kind: 'number', number })),
  price: [
    { kind: 'money', amount: 100, currency: 'EUR' },
    { kind: 'money', amount: 104, currency: 'EUR' },
    { kind: 'money', amount: 100, currency: 'GBP' },
  ],
  ride: [30, 40, 90].map((minutes) => ({ kind: 'duration', minutes })),
  hotel: ['Sol', 'Mar'].map((text) => ({ kind: 'text', text })),
  driver: ['ana', 'leo'].map((person) => ({ kind: 'person', person: asId<PersonId>(person) })),
  way: options.map(({ id }) => ({ kind: 'choice', choice: id })),
};

/** Of a fact that can be set; never of a derived one. */
export function randomValue(random: Random, id: FactId): FactValue {
  return pick(random, valuesByFact[id.split('/')[0] as string] ?? [{ kind: 'text', text: 'what?' }]);
}

/** Some of the pool; a derived fact comes with its origin. */
export function randomFacts(random: Random): readonly FactDefinition[] {
  const wanted = new Set<FactId>();
  for (const { id, derived } of factPool) {
    if (random() > 0.5) continue;
    if (derived !== undefined) wanted.add(derived.from);
    wanted.add(id);
  }
  return factPool.filter(({ id }) => wanted.has(id));
}

export function randomRead(random: Random, { id, kind }: FactDefinition): FactRead {
  const optional = random() < 0.3 ? { optional: true } : {};
  const roll = random();
  switch (kind) {
    case 'instant':
      if (roll < 0.25) return { fact: id, projection: 'date', ...optional };
      if (roll < 0.5) return { fact: id, projection: 'time', tolerance: 15, ...optional };
      return { fact: id, ...(roll < 0.8 ? { tolerance: 15 } : {}), ...optional };
    case 'date':
    case 'number':
      return { fact: id, ...(roll < 0.4 ? { tolerance: 1 } : {}), ...optional };
    case 'money':
    case 'duration':
      return { fact: id, ...(roll < 0.5 ? { tolerance: 10 } : {}), ...optional };
    default:
      return { fact: id, ...optional };
  }
}

/** Something that can be asked of a fact of this kind. */
export function randomCondition(random: Random, { id, kind, derived }: FactDefinition): FactCondition {
  if (random() < 0.4) return { fact: id, is: random() < 0.7 ? 'set' : 'notSet' };
  const value = randomValue(random, derived?.from ?? id);
  const ordered = kind === 'instant' || kind === 'date' || kind === 'number' || kind === 'duration';
  const ways = ordered
    ? (['equal', 'notEqual', 'above', 'atLeast', 'below', 'atMost'] as const)
    : (['equal', 'notEqual'] as const);
  return { fact: id, is: pick(random, ways), value };
}
