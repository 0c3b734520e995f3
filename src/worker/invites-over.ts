/** How this device asks the relay about invites. */
import type { InviteContext } from '../sync/invite.ts';
import type { RelayLink } from './relay-link.ts';

/** How long the relay has to answer, ms, before a person is told that there is no connection. */
const patience = 5_000;

export function invitesOver(relay: RelayLink): InviteContext {
  return { relay: relay.socket, environment: relay.environment, timeoutMs: patience };
}
