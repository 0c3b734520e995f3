/** Found by `npm run chaos`, seeds 19 and 20: a guest who had done nothing yet was told that the household was lost. */
import { expect, it } from 'vitest';
import type { SyncView } from '../../src/worker/messages.ts';
import { aroundRelay, give } from '../support/around-relay.ts';
import { startTrip } from '../support/trip.ts';

it('[K5] shows a guest the run and no loss of what they never had', async () => {
  const around = await aroundRelay();
  try {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const { fragment } = await give(ana, 'Noor', { kind: 'guest', run });
    const guest = await around.device('guest');
    await guest.done({ kind: 'acceptInvite', text: fragment });
    await guest.until({ kind: 'flow', run }, ({ rows }) => rows.length > 5);
    // What it writes itself is that it came [W30].
    const passedOn = ({ sync }: { sync: SyncView }): boolean => sync.state === 'live' && !sync.pending;
    const { problems } = await guest.until({ kind: 'app' }, passedOn);
    expect(problems).toEqual([]);
  } finally {
    await around.dispose();
  }
});
