/** Facts and their values, in few words. */
import type { FactDefinition, FactKind, FactValue } from '../../src/model/fact.ts';
import { asId, type FactId } from '../../src/model/ids.ts';

export const factId = (id: string): FactId => asId<FactId>(id);

export const text = (text: string): FactValue => ({ kind: 'text', text });
export const number = (number: number): FactValue => ({ kind: 'number', number });
export const money = (amount: number, currency = 'EUR'): FactValue => ({ kind: 'money', amount, currency });
export const date = (date: string): FactValue => ({ kind: 'date', date });
export const duration = (minutes: number): FactValue => ({ kind: 'duration', minutes });
export const instant = (iso: string, zone = 'Europe/Berlin'): FactValue => ({
  kind: 'instant',
  at: Date.parse(iso),
  zone,
});

export function fact(
  id: string,
  kind: FactKind = 'text',
  more: Partial<FactDefinition> = {},
): FactDefinition {
  return { id: factId(id), name: id, kind, ...more };
}

/** `derived('arrive', 'leave', 'date', { days: 1 })`. */
export function derived(
  id: string,
  from: string,
  kind: FactKind,
  by: { readonly days?: number; readonly minutes?: number } = {},
): FactDefinition {
  return fact(id, kind, { derived: { from: factId(from), ...by } });
}
