/** Shipped workflows that come again and again, and when they mostly do. */
import type { WorkflowId } from '../model/ids.ts';
import type { RepeatPattern } from '../model/repeat-pattern.ts';

const repeatById: ReadonlyMap<string, RepeatPattern> = new Map([
  ['family-week', { kind: 'weekly', every: 1, days: ['SU'] }],
  ['monthly-report', { kind: 'workingDay', nth: 1 }],
]);

export function suggestedRepeat(id: WorkflowId): RepeatPattern | null {
  return repeatById.get(id) ?? null;
}
