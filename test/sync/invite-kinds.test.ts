import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type GuestId, type PersonId, type RunId } from '../../src/model/ids.ts';
import { deriveSpaceRoom, editorFromWriter, makeOwner, viewerFromWriter } from '../../src/sync/capability.ts';
import { encodeBase64url } from '../../src/sync/base64url.ts';
import { encodeCapability } from '../../src/sync/capability-text.ts';
import { makeGuestCapability } from '../../src/sync/guest-capability.ts';
import {
  checkInvite,
  confirmInvite,
  createInvite,
  type InviteContext,
  openInvite,
  revokeInvite,
} from '../../src/sync/invite.ts';
import type { AcceptedBy } from '../../src/sync/invite-end.ts';
import { decodeGrant, encodeGrant, grantFromGift, type InviteGift } from '../../src/sync/invite-grant.ts';
import { type RelayInProcess, startRelayInProcess } from '../support/relay-in-process.ts';
import { makeRandom } from '../support/seeded-random.ts';
import { makeSyncDevice, type SyncDevice } from '../support/sync-device.ts';

const owner = makeOwner(makeRandom(161).bytes);
const editor = editorFromWriter(owner);
const person = { id: asId<PersonId>('person-7'), name: 'Noor' };
const head = {
  space: 'space-1',
  spaceName: 'Home',
  inviterName: 'Ada',
  expiresAt: Date.UTC(2100, 0, 1),
};
const place = { run: asId<RunId>('trip'), generation: 1, guest: asId<GuestId>('guest-1') };
const gifts: readonly InviteGift[] = [
  { ...head, grant: 'own', capability: owner, person },
  { ...head, grant: 'edit', capability: owner, person },
  { ...head, grant: 'view', capability: owner, person },
  { ...head, grant: 'view', capability: editor, person: null },
  { ...head, grant: 'guest', capability: editor, person, place, runTitle: 'Lisbon' },
];
const phone: AcceptedBy = { device: 'phone', publicKey: makeRandom(162).bytes(32) };

const plainOf = (bytes: Uint8Array): Record<string, unknown> =>
  JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
const bytesOf = (plain: object): Uint8Array => new TextEncoder().encode(JSON.stringify(plain));

describe('what an invite gives', () => {
  it('[I7] holds the keys of its kind and no others', () => {
    expect(gifts.map((gift) => grantFromGift(gift).capability)).toEqual([
      owner,
      editor,
      viewerFromWriter(owner),
      viewerFromWriter(owner),
      makeGuestCapability(owner, place, person.id),
    ]);
  });

  it.each(gifts.map((gift) => [gift.grant, gift] as const))('[I7] survives the way: %s', (_, gift) => {
    const grant = grantFromGift(gift);
    expect(decodeGrant(encodeGrant(grant))).toEqual(grant);
  });

  it('[I7] names a kind whose keys it does not carry: nothing is given', () => {
    for (const gift of gifts) {
      const plain = plainOf(encodeGrant(grantFromGift(gift)));
      for (const other of gifts) {
        if (other.grant === gift.grant) continue;
        expect(decodeGrant(bytesOf({ ...plain, grant: other.grant }))).toBeNull();
      }
      expect(decodeGrant(bytesOf({ ...plain, v: 3 }))).toBeNull();
      expect(decodeGrant(bytesOf({ ...plain, keys: 'AQ' }))).toBeNull();
      expect(decodeGrant(bytesOf({ ...plain, space: undefined }))).toBeNull();
    }
    const guest = plainOf(encodeGrant(grantFromGift(gifts[4] as InviteGift)));
    expect(decodeGrant(bytesOf({ ...guest, personId: 'somebody-else' }))).toBeNull();
  });

  it('[I7] of the first version is read on, its space named by the room', () => {
    const plain = {
      v: 1,
      grant: 'edit',
      spaceName: 'Home',
      inviterName: 'Ada',
      expiresAt: head.expiresAt,
      keys: encodeCapability(editor),
      personId: person.id,
      personName: person.name,
    };
    const space = encodeBase64url(deriveSpaceRoom(editor).roomId);
    expect(decodeGrant(bytesOf(plain))).toEqual({
      ...head,
      space,
      grant: 'edit',
      capability: editor,
      person,
    });
    expect(decodeGrant(bytesOf({ ...plain, grant: 'view' }))).toBeNull();
  });
});

describe('an invite, asked about by those who gave it', () => {
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

  function context(now?: () => number): InviteContext {
    const { url, origin } = relay;
    const device = makeSyncDevice({
      name: `${url} kinds ${devices.length}`,
      url,
      origin,
      seed: 170 + devices.length,
      ...(now === undefined ? {} : { now }),
    });
    devices.push(device);
    return { relay: device.relay, environment: device.environment, timeoutMs: 5_000 };
  }

  async function create(gift: InviteGift): Promise<string> {
    const created = await createInvite(context(), gift);
    if (!created.ok) throw new Error(created.error.type);
    return created.value.fragment;
  }

  it.each(gifts.map((gift) => [gift.grant, gift] as const))(
    '[I2] reaches whoever opens it, once: %s',
    async (_, gift) => {
      const fragment = await create(gift);
      const opened = await openInvite(context(), fragment, phone);
      expect(opened.ok && opened.value.grant).toEqual(grantFromGift(gift));
      expect(opened.ok && (await opened.value.confirm())).toEqual({ ok: true, value: null });
      const again = await openInvite(context(), fragment, { device: 'tablet', publicKey: null });
      expect(again).toEqual({ ok: false, error: { type: 'inviteUsed' } });
    },
  );

  it('[I8] says whether it is open, and who used it', async () => {
    const fragment = await create(gifts[2] as InviteGift);
    expect(await checkInvite(context(), fragment)).toEqual({ ok: true, value: { type: 'open' } });
    await confirmInvite(context(), fragment, phone);
    expect(await checkInvite(context(), fragment)).toEqual({ ok: true, value: { type: 'used', by: phone } });
    const tablet = await create(gifts[1] as InviteGift);
    await confirmInvite(context(), tablet, { device: 'tablet', publicKey: null });
    expect(await checkInvite(context(), tablet)).toEqual({
      ok: true,
      value: { type: 'used', by: { device: 'tablet', publicKey: null } },
    });
  });

  it('[I8] is closed by asking when its time is over, and told taken back or lost', async () => {
    const late = await create({ ...(gifts[4] as InviteGift), expiresAt: Date.now() - 1 });
    expect(
      await checkInvite(
        context(() => Date.UTC(1999, 0, 1)),
        late,
      ),
    ).toEqual({ ok: true, value: { type: 'open' } });
    expect(await checkInvite(context(), late)).toEqual({ ok: true, value: { type: 'expired' } });
    expect(
      await checkInvite(
        context(() => Date.UTC(1999, 0, 1)),
        late,
      ),
    ).toEqual({ ok: true, value: { type: 'expired' } });
    const back = await create(gifts[4] as InviteGift);
    await revokeInvite(context(), back);
    expect(await checkInvite(context(), back)).toEqual({ ok: true, value: { type: 'takenBack' } });
    const lost = await create(gifts[4] as InviteGift);
    await relay.stop();
    relay.wipe();
    await relay.start();
    expect(await checkInvite(context(), lost)).toEqual({ ok: false, error: { type: 'inviteUnknown' } });
    expect(await checkInvite(context(), '#invite=cut')).toEqual({
      ok: false,
      error: { type: 'inviteDamaged' },
    });
  });
});
