/** Whether what lies where a checkpoint should is one that this version made; otherwise the log is folded. */
import type { RunId } from '../model/ids.ts';
import { checkpointSchema, type RunCheckpoint } from './checkpoint.ts';

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const isNumber: Check = (value) => typeof value === 'number';

const occurrenceLists = [
  ...(['missingFacts', 'disputedFacts', 'lostMoves', 'replies', 'staleReads', 'closedBy'] as const),
  ...(['notes', 'conflict', 'overruled', 'nudges'] as const),
];

const checks: { readonly [Field in keyof RunCheckpoint]: Check } = {
  schema: (value) => value === checkpointSchema,
  run: isText,
  status: isText,
  pause: orNull((value) => isRecord(value) && Array.isArray(value['by'])),
  title: isText,
  workflow: orNull((value) => isRecord(value) && isRecord(value['definition'])),
  steps: listOf((value) => isRecord(value) && isText(value['id']) && Array.isArray(value['after'])),
  items: listOf((value) => isRecord(value) && isText(value['section']) && Array.isArray(value['items'])),
  plan: (value) =>
    isRecord(value) &&
    ['steps', 'facts', 'sections'].every((field) => Array.isArray(value[field])) &&
    value['removed'] instanceof Set,
  removed: (value) => value instanceof Set && [...value].every(isText),
  planFlags: listOf(
    (value) =>
      isRecord(value) &&
      isText(value['event']) &&
      (value['kind'] !== 'rivalDue' || (isText(value['step']) && Array.isArray(value['sides']))),
  ),
  followUps: listOf((value) => isRecord(value) && isText(value['id']) && isRecord(value['when'])),
  conductor: orNull(isText),
  parts: isRecord,
  partRoles: (value) => isRecord(value) && Object.values(value).every(isText),
  facts: listOf(
    (value) =>
      isRecord(value) &&
      isRecord(value['definition']) &&
      Array.isArray(value['changes']) &&
      Array.isArray(value['rivals']),
  ),
  acknowledged: (value) => value instanceof Map && [...value.values()].every((each) => each instanceof Set),
  context: orNull((value) => isRecord(value) && Array.isArray(value['people'])),
  occurrences: listOf(
    (value) =>
      isRecord(value) &&
      isText(value['key']) &&
      isRecord(value['occurrence']) &&
      value['ticked'] instanceof Set &&
      occurrenceLists.every((field) => Array.isArray(value[field])),
  ),
  current: listOf(isText),
  startedAt: orNull(isNumber),
  finishedAt: orNull(isNumber),
  startedBy: orNull(isText),
  ending: orNull((value) => isRecord(value) && isText(value['event'])),
  overlaps: listOf((value) => isRecord(value) && Array.isArray(value['steps'])),
  heads: listOf(isText),
  cited: listOf((value) => isRecord(value) && isText(value['id'])),
  counts: (value) =>
    isRecord(value) && ['history', 'opaque', 'aside'].every((field) => isNumber(value[field])),
};

/** `null` for another schema, another run, or anything else. Looks as deep as a screen needs not to fail. */
export function decodeCheckpoint(value: unknown, run: RunId): RunCheckpoint | null {
  if (!isRecord(value) || value['run'] !== run) return null;
  for (const [field, check] of Object.entries(checks)) if (!check(value[field])) return null;
  const checkpoint = value as unknown as RunCheckpoint;
  const known = new Set(checkpoint.occurrences.map(({ key }) => key));
  return checkpoint.current.every((key) => known.has(key)) ? checkpoint : null;
}
