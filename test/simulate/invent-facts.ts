/** Values that people find out: plausible days and hours from now on, and changes of what was said before. */
import { addDays } from '../../src/model/local-date.ts';
import { instantToLocalDate } from '../../src/engine/zoned-time.ts';
import type { FactDefinition, FactValue } from '../../src/model/fact.ts';
import type { PersonId } from '../../src/model/ids.ts';
import { pick, pickWeighted, type Random } from '../support/random.ts';
import { between, day, hour } from './habits.ts';

export interface Finding {
  readonly random: Random;
  readonly now: number;
  readonly zone: string;
  readonly people: readonly PersonId[];
}

export function inventFact(definition: FactDefinition, finding: Finding): FactValue {
  const { random, now, zone, people } = finding;
  const number = 1 + Math.floor(random() * 20_000);
  switch (definition.kind) {
    case 'text':
      return { kind: 'text', text: `${definition.name} ${number}` };
    case 'number':
      return { kind: 'number', number };
    case 'money':
      return { kind: 'money', amount: number, currency: 'EUR' };
    case 'date':
      return { kind: 'date', date: dayAfter(now, daysAhead(random), zone) };
    case 'instant':
      return {
        kind: 'instant',
        at: wholeMinute(now + daysAhead(random) * day + between(random, [0, day])),
        zone,
      };
    case 'duration':
      return { kind: 'duration', minutes: 5 * (1 + (number % 60)) };
    case 'place':
      return { kind: 'place', place: `${number % 90} Harbour Street` };
    case 'person':
      return { kind: 'person', person: pick(random, people) };
    case 'choice':
      return { kind: 'choice', choice: pick(random, definition.options ?? []).id };
    case 'link':
      return { kind: 'link', url: `https://example.org/${number}` };
    case 'file':
      return { kind: 'file', name: `copy-${number}.pdf` };
  }
}

/** The same fact, another value, mostly near. */
export function changeFact(definition: FactDefinition, value: FactValue, finding: Finding): FactValue {
  const { random } = finding;
  switch (value.kind) {
    case 'date':
      return { ...value, date: addDays(value.date, pick(random, [-3, -1, 1, 2, 7, 14])) ?? value.date };
    case 'instant':
      return { ...value, at: value.at + pick(random, [-day, -hour, 10 * 60_000, hour, 2 * day]) };
    default:
      return inventFact(definition, finding);
  }
}

export function dayAfter(now: number, days: number, zone: string): string {
  const today = instantToLocalDate(now, zone);
  const date = today === null ? null : addDays(today, days);
  if (date === null) throw new Error('a day that no calendar has');
  return date;
}

function daysAhead(random: Random): number {
  const most = pickWeighted(random, [
    [6, 12],
    [3, 45],
    [1, 150],
  ] as const);
  return 1 + Math.floor(random() * most);
}

function wholeMinute(at: number): number {
  return Math.round(at / 60_000) * 60_000;
}
