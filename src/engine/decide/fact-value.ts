/** Whether a fact can have a value, and the form in which it is written down. */
import type { FactDefinition, FactValue } from '../../model/fact.ts';
import type { PersonId } from '../../model/ids.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { Refusal } from '../refusal.ts';

/**
 * Text without blanks around it; `null` when nothing is left of it. Numbers and dates that could not be
 * read again are not looked for here: nothing that cannot be read is ever written (`decide`).
 */
export function normaliseFactValue(
  definition: FactDefinition,
  value: FactValue | null,
  isPerson: (person: PersonId) => boolean,
): Result<FactValue | null, Refusal> {
  const { id, derived } = definition;
  if (derived !== undefined) return err({ type: 'derivedFact', fact: id, from: derived.from });
  if (value === null) return ok(null);
  const wrong = err({ type: 'wrongFactKind', fact: id } as const);
  if (value.kind !== definition.kind) return wrong;
  switch (value.kind) {
    case 'choice':
      return definition.options?.some((option) => option.id === value.choice) ? ok(value) : wrong;
    case 'person':
      return isPerson(value.person) ? ok(value) : err({ type: 'unknownPerson' });
    case 'text': {
      const text = value.text.trim();
      return ok(text === '' ? null : { kind: 'text', text });
    }
    case 'place': {
      const place = value.place.trim();
      return ok(place === '' ? null : { kind: 'place', place });
    }
    case 'file': {
      const name = value.name.trim();
      return ok(name === '' ? null : { kind: 'file', name });
    }
    case 'link': {
      const url = value.url.trim();
      if (url === '') return ok(null);
      return isWebAddress(url) ? ok({ kind: 'link', url }) : wrong;
    }
    case 'number':
    case 'money':
    case 'date':
    case 'instant':
    case 'duration':
      return ok(value);
  }
}

/** A link is opened by whoever taps it, so that nothing but a web page may hide behind one. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s/?#\\]+[^\s\\]*$/i.test(url);
}
