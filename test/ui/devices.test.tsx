// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { deviceWords } from '../../src/i18n/core/en/devices.ts';
import { standingWords } from '../../src/i18n/core/en/standing.ts';
import { asId, type DeviceId } from '../../src/model/ids.ts';
import type { DeviceLine } from '../../src/views/people-view.ts';
import type { IntentResult } from '../../src/worker/messages.ts';
import type { NotRemoved } from '../../src/worker/not-removed.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { ana, sam, tuesdayMorning } from '../support/tuesday-people.ts';

const words = deviceWords(messages.formats);
const day = 86_400_000;

function device(id: string, rest: Partial<DeviceLine> = {}): DeviceLine {
  return {
    id: asId<DeviceId>(id),
    person: sam,
    name: null,
    kind: 'phone',
    browser: 'safari',
    role: 'editor',
    joinedAt: tuesdayMorning - 9 * day,
    lastSeenAt: tuesdayMorning - day,
    isThis: false,
    canFollow: true,
    ...rest,
  };
}

const mine = device('mine', { person: ana, role: 'owner', isThis: true, browser: 'chrome' });
const phone = device('phone', { name: 'Sam’s phone' });
const old = device('old', { kind: 'computer', browser: 'other', lastSeenAt: null, canFollow: false });

afterEach(cleanup);

async function openPeople(devices: readonly DeviceLine[] = [mine, phone, old]) {
  const household = openApp('/people');
  await screen.findByText('2 batons');
  household.push('people', { devices });
  await screen.findByText(words.summary(devices.length, 2));
  return household;
}

async function openRemoval() {
  const household = await openPeople();
  fireEvent.click(screen.getByRole('button', { name: words.show }));
  fireEvent.click(await screen.findByRole('button', { name: 'Sam’s phone' }));
  fireEvent.click(await screen.findByRole('button', { name: words.remove }));
  await screen.findByText(words.copy);
  return household;
}

describe('who has access', () => {
  it('lists every device by who holds it, with what is known of it', async () => {
    await openPeople();
    fireEvent.click(screen.getByRole('button', { name: words.show }));
    const dialog = await screen.findByRole('dialog');
    within(dialog).getByText('this device · can remove devices');
    within(dialog).getByText('Phone, Safari · seen yesterday · can change everything');
    within(dialog).getByText('not seen yet · can change everything');
    expect(within(dialog).getAllByRole('heading', { level: 3 })).toHaveLength(2);
  });

  it('names a device, and offers no removal of the one in the hand', async () => {
    const household = await openPeople();
    fireEvent.click(screen.getByRole('button', { name: words.show }));
    fireEvent.click(await screen.findByRole('button', { name: 'Phone, Chrome' }));
    fireEvent.input(await screen.findByLabelText(words.rename), { target: { value: ' Mine ' } });
    expect(screen.queryByRole('button', { name: words.remove })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    await screen.findByText(words.renamed('Mine'));
    expect(household.intents).toEqual([{ kind: 'renameDevice', device: 'mine', name: 'Mine' }]);
  });

  it('removes all devices of a person from their own sheet', async () => {
    const household = await openPeople();
    fireEvent.click(screen.getByRole('button', { name: 'Sam' }));
    fireEvent.click(await screen.findByRole('button', { name: words.removePerson('Sam') }));
    await screen.findByText(words.steps('Sam'));
    fireEvent.click(screen.getByRole('button', { name: words.doRemove(2) }));
    await screen.findByText(words.removed);
    expect(household.intents).toEqual([{ kind: 'removeDevices', devices: ['phone', 'old'] }]);
  });
});

describe('before a device is removed', () => {
  it('says who goes on, who needs a new invite, and what stays on the device', async () => {
    await openRemoval();
    screen.getByText(words.keeps('Sam'));
    screen.getByText(words.goOn([], 0));
    screen.getByText(words.cannotFollow(['Sam (Computer)']));
    screen.getByText(words.invites);
    // Sam keeps the computer, so nothing is said about acting for Sam.
    expect(screen.queryByText(words.steps('Sam'))).toBeNull();
  });

  it.each<NotRemoved>([
    'ownerOnly',
    'thisDevice',
    'offline',
    'removalPending',
    'movedMeanwhile',
    'tooManyDevices',
  ])('says what happened and the way out when it was not done: %s', async (why) => {
    const household = await openRemoval();
    const refused: IntentResult = { ok: false, error: { type: 'notRemoved', why, who: ['Ana'] } };
    household.answer(refused);
    fireEvent.click(screen.getByRole('button', { name: words.doRemove(1) }));
    const said = words.notRemoved(why, ['Ana']);
    await screen.findByText(said.what);
    screen.getByText(said.wayOut);
    expect(screen.queryByText(words.removed)).toBeNull();
  });
});

describe('a copy that is in no household any more', () => {
  it('says so on every screen, and offers the ways out and nothing that changes it', async () => {
    const household = openApp('/people');
    await screen.findByText('2 batons');
    household.push('app', { access: 'removed', mayChange: false });
    await screen.findByText(standingWords.say('removed').what);
    expect(screen.queryByRole('link', { name: messages.frame.newFlow })).toBeNull();
    expect(screen.queryByRole('button', { name: messages.people.add })).toBeNull();
    screen.getByRole('link', { name: standingWords.join });

    fireEvent.click(screen.getByRole('button', { name: standingWords.anew }));
    await screen.findByText(standingWords.anewFacts.others);
    fireEvent.click(screen.getByRole('button', { name: standingWords.doAnew }));
    await screen.findByText(standingWords.started);
    expect(household.intents).toEqual([{ kind: 'startAnew' }]);

    household.push('app', { access: 'owner', mayChange: true });
    await waitFor(() => expect(screen.queryByText(standingWords.say('removed').what)).toBeNull());
  });

  it('offers a household of its own in the settings, too', async () => {
    const household = openApp('/settings');
    await screen.findByText(messages.settings.actsAs);
    household.push('app', { access: 'leftBehind', mayChange: false });
    await screen.findByText(standingWords.say('leftBehind').what);
    await screen.findByText(standingWords.copy);
    expect(screen.queryByText(messages.settings.actsAs)).toBeNull();
  });

  it('tells who only looks on that this is so, without offering a household of its own', async () => {
    const household = openApp('/');
    await screen.findByRole('link', { name: messages.frame.newFlow });
    household.push('app', { access: 'viewer', mayChange: false });
    await screen.findByText(standingWords.say('viewer').what);
    expect(screen.queryByRole('button', { name: standingWords.anew })).toBeNull();
  });
});
