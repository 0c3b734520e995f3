/** The line about sync never claims more, or less, than is known. */
import { describe, expect, it } from 'vitest';
import type { RoomStatus } from '../../src/sync/room.ts';
import type { RelayStatus } from '../../src/sync/relay-socket.ts';
import { ERROR_CODES } from '../../src/wire/error-codes.ts';
import { computeSyncView } from '../../src/worker/sync-status.ts';

const away: RelayStatus = { phase: 'closed', refusal: null, clockOffBy: null };
const unread: RoomStatus = {
  phase: 'connecting',
  pending: false,
  syncedAt: null,
  reached: false,
  error: null,
  faults: { badFrames: 0, badUpdates: 0, forks: 0 },
};

describe('the sync line', () => {
  it('says alone only where no relay ever held anything', () => {
    expect(computeSyncView([unread], away, false).state).toBe('alone');
    expect(computeSyncView([], away, false).state).toBe('alone');
  });

  it('says offline after a restart without network, although nothing was synced since', () => {
    const view = computeSyncView([{ ...unread, reached: true }, unread], away, false);
    expect(view).toMatchObject({ state: 'offline', syncedAt: null });
  });

  it('says offline and not refused after a relay that said it goes away', () => {
    const left: RoomStatus = {
      ...unread,
      reached: true,
      error: { type: 'refused', code: ERROR_CODES.goingAway },
    };
    expect(computeSyncView([left], away, false)).toMatchObject({ state: 'offline', refusal: null });
    const full: RoomStatus = { ...unread, error: { type: 'refused', code: ERROR_CODES.storageFull } };
    expect(computeSyncView([left, full], away, false)).toMatchObject({ state: 'refused', refusal: 4507 });
  });

  it('takes a room that waits for the relay as unsynced', () => {
    const live: RoomStatus = { ...unread, phase: 'live', reached: true, syncedAt: 5 };
    const open: RelayStatus = { ...away, phase: 'open' };
    expect(computeSyncView([live, unread], open, false).state).toBe('connecting');
    expect(computeSyncView([live], open, false)).toMatchObject({ state: 'live', syncedAt: 5 });
  });
});
