/** "Do it again": what a run was started with, for another start; its dates keep their distance from the start. */
import { instantToLocalDate, shiftInstant } from '../engine/zoned-time.ts';
import type { RunState } from '../engine/run-state.ts';
import { isOpaque } from '../model/event.ts';
import type { FactValue } from '../model/fact.ts';
import type { FactId } from '../model/ids.ts';
import { addDays, daysBetween } from '../model/local-date.ts';
import type { AgainPreview } from './daily-messages.ts';

/** Null: nothing is known of its start. */
export function previewAgain(state: RunState, now: number): AgainPreview | null {
  const started = state.history.find((event) => !isOpaque(event) && event.type === 'run.started/2');
  if (started === undefined || isOpaque(started) || started.type !== 'run.started/2') return null;
  const zone = state.context?.zone ?? 'UTC';
  const [from, to] = [instantToLocalDate(started.at, zone), instantToLocalDate(now, zone)];
  const days = from === null || to === null ? 0 : daysBetween(from, to);
  const facts: Record<FactId, FactValue> = {};
  for (const [id, value] of Object.entries(started.data.facts)) {
    const moved = moveValue(value, days);
    if (moved !== null) facts[id as FactId] = moved;
  }
  return {
    workflow: started.data.workflow.definition.id,
    title: started.data.title,
    parts: {
      ...mapValues(started.data.parts, (person) => ({ kind: 'person' as const, person })),
      ...mapValues(started.data.partRoles ?? {}, (role) => ({ kind: 'role' as const, role })),
    },
    facts,
    items: mapValues(started.data.items ?? {}, (items) => items.map(({ name }) => name)),
  };
}

function moveValue(value: FactValue, days: number): FactValue | null {
  switch (value.kind) {
    case 'date': {
      const date = addDays(value.date, days);
      return date === null ? null : { ...value, date };
    }
    case 'instant': {
      const at = shiftInstant(value.at, { days }, value.zone);
      return at === null ? null : { ...value, at };
    }
    default:
      return value;
  }
}

function mapValues<Value, Mapped>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value) => Mapped,
): Readonly<Record<string, Mapped>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
