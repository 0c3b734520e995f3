import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type PersonId } from '../../src/model/ids.ts';
import type { AcceptedBy } from '../../src/sync/invite-end.ts';
import type { InviteGift } from '../../src/sync/invite-grant.ts';
import { deriveSpaceRoom, editorFromWriter, makeOwner } from '../../src/sync/capability.ts';
import {
  confirmInvite,
  createInvite,
  type InviteContext,
  openInvite,
  revokeInvite,
} from '../../src/sync/invite.ts';
import { type RelayInProcess, startRelayInProcess } from '../support/relay-in-process.ts';
import { makeRandom } from '../support/seeded-random.ts';
import { makeSyncDevice, type SyncDevice } from '../support/sync-device.ts';

const owner = makeOwner(makeRandom(61).bytes);
const person = { id: asId<PersonId>('person-7'), name: 'Noor' };
const expiresAt = Date.UTC(2100, 0, 1);
const head = { space: 'space-1', spaceName: 'Home', inviterName: 'Ada', expiresAt };
const given: InviteGift = { ...head, grant: 'edit', capability: owner, person };
const by = (device: string): AcceptedBy => ({ device, publicKey: null });
let relay: RelayInProcess;
let devices: SyncDevice[];

beforeEach(async () => {
  relay = await startRelayInProcess();
  devices = [];
});
afterEach(async () => {
  for (const device of devices) await device.dispose();
  await relay.dispose();
});

function context(options: { readonly now?: () => number; readonly timeoutMs?: number } = {}): InviteContext {
  const { url, origin } = relay;
  const { now } = options;
  const device = makeSyncDevice({
    name: `${url} ${devices.length}`,
    url,
    origin,
    seed: 70 + devices.length,
    ...(now === undefined ? {} : { now }),
  });
  devices.push(device);
  return { relay: device.relay, environment: device.environment, timeoutMs: options.timeoutMs ?? 5_000 };
}

async function create(from = context()): Promise<string> {
  const created = await createInvite(from, given);
  if (!created.ok) throw new Error(created.error.type);
  expect(created.value.fragment).not.toContain(created.value.id);
  return created.value.fragment;
}

const failure = (type: string): object => ({ ok: false, error: { type } });

describe('an invite', () => {
  it('[I2] gives the household to whoever opens it, once', async () => {
    const fragment = await create();
    const opened = await openInvite(context(), `https://baton.example/${fragment}`, by('phone'));
    if (!opened.ok) throw new Error(opened.error.type);
    expect(opened.value.grant).toEqual({ ...given, capability: editorFromWriter(owner) });
    expect(deriveSpaceRoom(editorFromWriter(owner)).roomId).toEqual(deriveSpaceRoom(owner).roomId);
    expect(await opened.value.confirm()).toEqual({ ok: true, value: null });
    expect(await openInvite(context(), fragment, by('tablet'))).toEqual(failure('inviteUsed'));
  });

  it('[I3] stays open until it is confirmed, and confirming again is harmless', async () => {
    const fragment = await create();
    const first = await openInvite(context(), fragment, by('phone'));
    const again = await openInvite(context(), fragment, by('phone'));
    expect(first.ok && again.ok).toBe(true);
    expect(await confirmInvite(context(), fragment, by('phone'))).toEqual({ ok: true, value: null });
    expect(await confirmInvite(context(), fragment, by('phone'))).toEqual({ ok: true, value: null });
    expect(again.ok && (await again.value.confirm())).toEqual({ ok: true, value: null });
  });

  it('[I3] opened by two devices belongs to the first that confirms', async () => {
    const fragment = await create();
    const [first, second] = [
      await openInvite(context(), fragment, by('p')),
      await openInvite(context(), fragment, by('q')),
    ];
    expect(first.ok && (await first.value.confirm()).ok).toBe(true);
    expect(second.ok && (await second.value.confirm())).toEqual(failure('inviteUsed'));
  });

  it('[I4] can be taken back until it is used', async () => {
    const maker = context();
    const [kept, taken] = [await create(maker), await create(maker)];
    expect(await revokeInvite(maker, kept)).toEqual({ ok: true, value: null });
    expect(await revokeInvite(maker, kept)).toEqual({ ok: true, value: null });
    expect(await openInvite(context(), kept, by('phone'))).toEqual(failure('inviteTakenBack'));
    const opened = await openInvite(context(), taken, by('phone'));
    expect(opened.ok && (await opened.value.confirm()).ok).toBe(true);
    expect(await revokeInvite(maker, taken)).toEqual(failure('inviteUsed'));
  });

  it('[I4] opened and then taken back is not confirmed', async () => {
    const maker = context();
    const fragment = await create(maker);
    const opened = await openInvite(context(), fragment, by('phone'));
    await revokeInvite(maker, fragment);
    expect(opened.ok && (await opened.value.confirm())).toEqual(failure('inviteTakenBack'));
  });

  it('[I5] expires for everybody, but not by a clock that is known to be wrong', async () => {
    const fragment = await create();
    const wrong = context({ now: () => expiresAt + 1 });
    expect(await openInvite(wrong, fragment, by('phone'))).toEqual(failure('inviteExpired'));
    expect((await openInvite(context(), fragment, by('phone'))).ok).toBe(true);
    const soon = context();
    const short = await createInvite(soon, { ...given, expiresAt: Date.now() - 1 });
    const text = short.ok ? short.value.fragment : '';
    expect(await openInvite(context(), text, by('phone'))).toEqual(failure('inviteExpired'));
    expect(await confirmInvite(context(), text, by('phone'))).toEqual(failure('inviteExpired'));
  });

  it('[I1] that is cut is damaged, without a connection; one that nobody made is unknown', async () => {
    const fragment = await create();
    await relay.stop();
    const { relay: socket, environment } = context();
    const offline = { relay: socket, environment, timeoutMs: 100 };
    expect(await openInvite(offline, fragment.slice(0, -3), by('phone'))).toEqual(failure('inviteDamaged'));
    expect(await openInvite(offline, 'hello', by('phone'))).toEqual(failure('inviteDamaged'));
    expect(await openInvite(offline, fragment, by('phone'))).toEqual(failure('offline'));
    expect(await createInvite(offline, given)).toEqual(failure('offline'));
    relay.wipe();
    await relay.start();
    expect(await openInvite(context(), fragment, by('phone'))).toEqual(failure('inviteUnknown'));
  });
});
