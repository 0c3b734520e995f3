/**
 * A workflow as it may leave the household: whoever it names becomes a part that a start fills anew.
 *
 * Invariants: pure and idempotent; no id of a person or a role is left anywhere. A condition that asks whether a
 * fact is a certain person can only ask elsewhere whether it is known.
 */
import { isObject } from '../model/json-shape.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';

/** What the parts are called that people and roles become, counted from 1. */
export interface PartNames {
  readonly person: (n: number) => string;
  readonly role: (n: number) => string;
}

export function withoutPeople(definition: WorkflowDefinition, names: PartNames): WorkflowDefinition {
  const taken = new Set(definition.parts.map(({ id }) => id));
  const partById = new Map<string, { readonly id: string; readonly name: string }>();
  const counts = { person: 0, role: 0 };

  function partOf(kind: 'person' | 'role', who: string): string {
    const key = `${kind}/${who}`;
    const known = partById.get(key);
    if (known !== undefined) return known.id;
    let id: string;
    do {
      counts[kind] += 1;
      id = `${kind}-${counts[kind]}`;
    } while (taken.has(id));
    taken.add(id);
    partById.set(key, { id, name: names[kind](counts[kind]) });
    return id;
  }

  function clean(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(clean);
    if (!isObject(value)) return value;
    const { kind } = value;
    if (kind === 'person' && typeof value['person'] === 'string')
      return { kind: 'part', part: partOf('person', value['person']) };
    if (kind === 'role' && typeof value['role'] === 'string')
      return { kind: 'part', part: partOf('role', value['role']) };
    return Object.fromEntries(
      Object.entries(value).map(([field, each]) => [
        field,
        field === 'onlyIf' && asksForPerson(each) ? { fact: each['fact'], is: 'set' } : clean(each),
      ]),
    );
  }

  const cleaned = clean(definition) as WorkflowDefinition;
  return { ...cleaned, parts: [...definition.parts, ...partById.values()] };
}

function asksForPerson(condition: unknown): condition is Readonly<Record<string, unknown>> {
  return isObject(condition) && isObject(condition['value']) && condition['value']['kind'] === 'person';
}
