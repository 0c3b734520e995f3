// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetInvite } from '../../src/client/invite-in-address.ts';
import type { AppView, IntentFailure, InvitePreview } from '../../src/worker/messages.ts';
import { inviteKindWords } from '../../src/i18n/core/en/invite-kinds.ts';
import { messages, openApp } from '../support/render-app.tsx';
import type { ScriptedHousehold } from '../support/scripted-household.ts';
import { appView, tuesdayViews } from '../support/tuesday-morning.ts';
import { sam } from '../support/tuesday-people.ts';

const secret = '#invite=s3cret';
const words = messages.join;
const kinds = inviteKindWords(messages.times);

afterEach(() => {
  cleanup();
  forgetInvite();
  window.history.replaceState(null, '', '/');
});

/** A link is opened on a device with or without a household. */
function openLink(app: Partial<AppView>, link = secret): ScriptedHousehold {
  const household = openApp('/join', (query) =>
    query.kind === 'app' ? { ...appView, ...app } : tuesdayViews(query),
  );
  if (link !== '') {
    window.history.pushState(null, '', `/join${link}`);
    window.dispatchEvent(new Event('hashchange'));
  }
  return household;
}
const invited: InvitePreview = {
  gives: 'edit',
  spaceName: 'Home and work',
  inviterName: 'Ana',
  personName: 'Sam',
  runTitle: null,
  expiresAt: Date.UTC(2027, 0, 1),
};
const newDevice: Partial<AppView> = { stage: 'empty', me: null, spaceName: '' };

async function joinAndFail(type: IntentFailure['type']): Promise<ScriptedHousehold> {
  const household = openLink(newDevice);
  household.answer({ ok: false, error: { type } as IntentFailure });
  fireEvent.click(await screen.findByRole('button', { name: words.join }));
  return household;
}

describe('Joining with a link', () => {
  it('asks first, and sends the invite only when Join is pressed', async () => {
    const household = openLink(newDevice);
    const join = await screen.findByRole('button', { name: words.join });
    expect(household.intents).toEqual([]);
    fireEvent.click(join);
    expect(household.intents).toEqual([{ kind: 'acceptInvite', text: secret }]);
  });

  it('never shows the secret on the page or in the address', async () => {
    const household = openLink(newDevice);
    const join = await screen.findByRole('button', { name: words.join });
    expect(document.documentElement.outerHTML + location.href).not.toContain('s3cret');
    fireEvent.click(join);
    household.push('app', appView);
    await screen.findByRole('link', { name: words.toNow });
    expect(document.documentElement.outerHTML + location.href).not.toContain('s3cret');
  });

  it('says who I am and where, leads to Now, and lets me be somebody else', async () => {
    const household = openLink(newDevice);
    fireEvent.click(await screen.findByRole('button', { name: words.join }));
    household.push('app', { ...appView, me: sam });
    await screen.findByRole('heading', { level: 1, name: 'You are Sam in Home and work' });
    expect(screen.getByRole('link', { name: words.toNow }).getAttribute('href')).toBe('/');
    fireEvent.click(screen.getByRole('button', { name: words.notMe('Sam') }));
    fireEvent.click(await screen.findByRole('radio', { name: 'Noor' }));
    fireEvent.click(screen.getByRole('button', { name: messages.settings.be('Noor') }));
    await waitFor(() => expect(household.intents.at(-1)).toEqual({ kind: 'chooseMe', person: 'noor' }));
  });

  it.each(['inviteDamaged', 'inviteUsed', 'inviteExpired', 'inviteUnknown', 'inviteTakenBack'] as const)(
    'says why it is no use and takes another one (%s)',
    async (type) => {
      const household = await joinAndFail(type);
      const said = messages.failure({ type });
      await screen.findByRole('heading', { level: 1, name: said.what });
      screen.getByText(said.wayOut);
      fireEvent.input(screen.getByLabelText(words.field), {
        target: { value: ' https://baton.test/join#invite=another ' },
      });
      fireEvent.click(screen.getByRole('button', { name: words.join }));
      await waitFor(() =>
        expect(household.intents.at(-1)).toEqual({
          kind: 'acceptInvite',
          text: 'https://baton.test/join#invite=another',
        }),
      );
    },
  );

  it.each(['offline', 'storageFull', 'storageUnavailable'] as const)(
    'keeps the invite and tries again when that can help (%s)',
    async (type) => {
      const household = await joinAndFail(type);
      const said = type === 'offline' ? words.offline : messages.failure({ type });
      await screen.findByRole('heading', { level: 1, name: said.what });
      household.answer({ ok: true, value: {} });
      fireEvent.click(screen.getByRole('button', { name: words.tryAgain }));
      await screen.findByText(words.joinedHint);
      expect(household.intents).toEqual([
        { kind: 'acceptInvite', text: secret },
        { kind: 'acceptInvite', text: secret },
      ]);
    },
  );

  it('shows a link that is opened after one that failed', async () => {
    await joinAndFail('inviteUsed');
    await screen.findByRole('heading', { level: 1, name: messages.failure({ type: 'inviteUsed' }).what });
    window.history.pushState(null, '', '/join#invite=second');
    window.dispatchEvent(new Event('hashchange'));
    await screen.findByRole('heading', { level: 1, name: kinds.invites('edit', 'Ana', 'Home and work') });
  });

  it('says what the invite gives once there is a connection, when there was none at first', async () => {
    const alone = { ...appView.sync, state: 'alone' } as const;
    const household = openLink({ ...newDevice, sync: alone }, '');
    household.offer({ ok: false, error: { type: 'offline' } });
    window.history.pushState(null, '', `/join${secret}`);
    window.dispatchEvent(new Event('hashchange'));
    await screen.findByRole('heading', { level: 1, name: words.invitedTitle });
    household.offer({ ok: true, value: invited });
    window.dispatchEvent(new Event('online'));
    await screen.findByRole('heading', { level: 1, name: kinds.invites('edit', 'Ana', 'Home and work') });
    expect(household.intents).toEqual([]);
  });

  it('says of a guest’s link what it gives before it is taken, also when it was pasted', async () => {
    const household = openLink(newDevice, '');
    household.offer({
      ok: true,
      value: {
        gives: 'guest',
        spaceName: 'Home and work',
        inviterName: 'Ana',
        personName: 'Sam',
        runTitle: 'Lisbon board trip',
        expiresAt: Date.UTC(2027, 0, 1),
      },
    });
    fireEvent.input(await screen.findByLabelText(words.field), { target: { value: '#invite=pasted' } });
    fireEvent.click(screen.getByRole('button', { name: words.join }));
    await screen.findByRole('heading', {
      level: 1,
      name: kinds.invites('guest', 'Ana', 'Lisbon board trip'),
    });
    screen.getByText(kinds.asWhom('Sam'));
    screen.getByText(kinds.youGet('guest'));
    expect(household.intents).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: words.join }));
    await waitFor(() =>
      expect(household.intents).toEqual([{ kind: 'acceptInvite', text: '#invite=pasted' }]),
    );
  });
});

describe('A link on a device that has a household', () => {
  it('[W11] joins a second one beside it, and sends nothing by itself', async () => {
    const household = openLink({});
    await screen.findByText(messages.households.beside(appView.spaces));
    expect(household.intents).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: words.join }));
    expect(household.intents).toEqual([{ kind: 'acceptInvite', text: secret }]);
  });

  it('leads to Now when I am in that household already', async () => {
    const household = openLink({});
    household.answer({ ok: false, error: { type: 'alreadyMember' } });
    fireEvent.click(await screen.findByRole('button', { name: words.join }));
    await screen.findByRole('heading', { level: 1, name: messages.failure({ type: 'alreadyMember' }).what });
    screen.getByRole('link', { name: words.toNow });
  });
});

describe('Joining without a link', () => {
  it('takes a pasted one, and says so when there is none', async () => {
    const household = openLink(newDevice, '');
    fireEvent.click(await screen.findByRole('button', { name: words.join }));
    await screen.findByText(words.fieldEmpty);
    expect(household.intents).toEqual([]);
    fireEvent.input(screen.getByLabelText(words.field), { target: { value: 'EAr2bV3k' } });
    fireEvent.click(screen.getByRole('button', { name: words.join }));
    await screen.findByText(words.joinedHint);
    expect(household.intents).toEqual([{ kind: 'acceptInvite', text: 'EAr2bV3k' }]);
  });
});
