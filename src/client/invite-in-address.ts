/**
 * The invite with which the page was opened. A link carries its secret after `#`, so it is taken out of the
 * address before anything else runs (the page imports this file first) and afterwards lives in memory only.
 *
 * Invariant: no listener of ours, no screen and no history entry ever sees an address with an invite in it.
 */
import { createSignal } from 'solid-js';

const joinAddress = '/join';

const [invite, setInvite] = createSignal<string | null>(null);

/** What followed `#`, with the `#`; null when there is none, or it was used. */
export const inviteInAddress = invite;

export function forgetInvite(): void {
  setInvite(null);
}

/** A link may have lost its path on the way; the mark inside the fragment tells it all the same. */
function isInvite(hash: string): boolean {
  return hash.includes('invite=') || (location.pathname === joinAddress && hash.length > 1);
}

function takeInvite(): void {
  const { hash } = location;
  if (!isInvite(hash)) return;
  history.replaceState(history.state, '', joinAddress);
  setInvite(hash);
}

takeInvite();
// A link opened while the page is open changes only the fragment. Both events, and before the router's own
// listeners, because browsers differ in which they send first.
addEventListener('popstate', takeInvite);
addEventListener('hashchange', takeInvite);
