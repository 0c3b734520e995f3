/**
 * What sync knows and a person should: refusals that do not pass by themselves, and faults.
 *
 * Nothing that honest devices and an honest relay do counts as a fault: not races, lost connections, nor a relay
 * that was wiped or went back to an older copy (`test/sync/network-fuzz.test.ts`). So one is enough to be told.
 */
import type { RoomStatus } from '../sync/room.ts';
import { ERROR_CODES } from '../wire/error-codes.ts';
import type { Problem } from './messages.ts';

/** The others pass: the line about sync says meanwhile that something waits. */
const lasting: ReadonlySet<number> = new Set([
  ERROR_CODES.badMessage,
  ERROR_CODES.notAllowed,
  ERROR_CODES.tooLarge,
  ERROR_CODES.wrongOrigin,
  ERROR_CODES.upgradeNeeded,
  ERROR_CODES.notSupported,
  ERROR_CODES.storageFull,
]);

/** `refusal`: the wire error code that sync stands still for. */
export function computeSyncProblems(
  rooms: readonly Pick<RoomStatus, 'faults'>[],
  refusal: number | null,
): readonly Problem[] {
  const sum = (of: keyof RoomStatus['faults']): number =>
    rooms.reduce((total, { faults }) => total + faults[of], 0);
  const foreign = sum('badFrames');
  const unreadable = sum('badUpdates');
  const problems: Problem[] = [];
  if (refusal !== null && lasting.has(refusal)) problems.push({ type: 'relayRefuses', code: refusal });
  if (foreign > 0) problems.push({ type: 'foreignFrames', count: foreign });
  if (unreadable > 0) problems.push({ type: 'unreadableChanges', count: unreadable });
  if (sum('forks') > 0) problems.push({ type: 'forked' });
  return problems;
}
