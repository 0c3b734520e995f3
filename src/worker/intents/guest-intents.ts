/**
 * Shutting guests of a run out. They all read it with one key, so that ending one link ends them all: the run
 * goes on in a room of the next generation, and the guests' devices are told where they still look.
 */
import { readInvites, readRunIndex, writeInvite, writeRunIndexEntry } from '../../store/space-document.ts';
import { findOpenGuests, readGuests, writeGuest } from '../../store/space-guests.ts';
import { revokeInvite as takeBack } from '../../sync/invite.ts';
import { findInviteSecret } from '../invite-desk.ts';
import { invitesOver } from '../invites-over.ts';
import type { Intent, IntentResult } from '../messages.ts';
import { tellGuests } from '../tell-guests.ts';
import { changeHeld, failed, type IntentContext } from './intent-context.ts';

export async function revokeGuest(
  context: IntentContext,
  { run, guest }: Extract<Intent, { kind: 'revokeGuest' }>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  if (session.rooms.writer === null) return failed({ type: 'keysDamaged' });
  const { document } = session;
  const { doc } = document;
  const entry = readRunIndex(doc).find((each) => each.run === run);
  if (entry === undefined) return failed({ type: 'runMissing' });
  const ending = findOpenGuests(readGuests(doc), run, entry.generation);
  if (!ending.some((each) => each.guest === guest)) return failed({ type: 'guestGone' });
  // What they have done so far is theirs to have done.
  session.guests?.takeIn(run);
  const revokedAt = context.environment.now();
  const links = readInvites(doc).filter(
    (invite) => invite.usedAt === null && ending.some((each) => each.guest === invite.guest),
  );
  const changed = await changeHeld(context, [document], { run }, () => {
    for (const each of ending) writeGuest(doc, { guest: each.guest, revokedAt });
    for (const { id } of links) writeInvite(doc, id, { takenBack: true, endedAt: revokedAt });
    const { title, createdAt, generation } = entry;
    writeRunIndexEntry(doc, { run, title, createdAt, generation: generation + 1 });
  });
  if (!changed.ok) return changed;
  // Nobody waits for it: their keys open nothing of what follows, and who is offline hears of it later. What could
  // not be written down, because the household was closed meanwhile, is told again at the next start.
  void (async () => {
    await tellGuests(context, session);
    for (const link of links) await endLink(context, link);
  })().catch(() => undefined);
  return changed;
}

/** An invite that leads to a room nobody is in: whoever opens it is told that it was taken back. */
async function endLink(context: IntentContext, link: Parameters<typeof findInviteSecret>[2]): Promise<void> {
  const { database, relay } = context;
  const writer = context.session()?.rooms.writer ?? null;
  const secret = writer === null ? null : await findInviteSecret(database, writer, link);
  if (secret !== null) await takeBack(invitesOver(relay), secret);
}
