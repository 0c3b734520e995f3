// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inviteKindWords } from '../../src/i18n/core/en/invite-kinds.ts';
import type { InviteLine } from '../../src/views/people-view.ts';
import type { Intent, IntentResult } from '../../src/worker/messages.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { peopleView, tuesdayViews } from '../support/tuesday-morning.ts';
import { ana, jon, sam, trip, tuesdayMorning } from '../support/tuesday-people.ts';

const words = messages.people;
const kinds = inviteKindWords(messages.times);
const day = 86_400_000;
const made: IntentResult = {
  ok: true,
  value: { invite: { id: 'i1', fragment: '#invite=abc', expiresAt: tuesdayMorning + 7 * day } },
};
const link = (): string => `${location.origin}/join#invite=abc`;
const openInvite: InviteLine = {
  id: 'i1',
  kind: 'edit',
  flow: null,
  person: jon,
  createdAt: tuesdayMorning - day,
  expiresAt: tuesdayMorning + 6 * day,
  state: 'open',
};

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'share');
});

async function makeInvite(answer: IntentResult | ((intent: Intent) => IntentResult) = made) {
  const household = openApp('/people');
  household.answer(answer);
  fireEvent.click(await screen.findByRole('button', { name: words.invite('Jon') }));
  fireEvent.click(await screen.findByRole('button', { name: kinds.make }));
  return household;
}

describe('People', () => {
  it('says of everybody what they have, in words, and who has not joined', async () => {
    openApp('/people');
    await screen.findByText('2 batons');
    screen.getByText('has 2, one late');
    screen.getByText('has 1, stuck');
    expect(screen.getAllByText(words.noPhone)).toHaveLength(1);
    screen.getByText('4 people, 3 joined');
  });

  it('warmly asks for a second person when there is only me', async () => {
    const household = openApp('/people');
    await screen.findByText('2 batons');
    household.push('people', { people: peopleView.people.slice(0, 1) });
    await screen.findByRole('heading', { name: words.aloneTitle });
    fireEvent.click(screen.getByRole('button', { name: words.add }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByLabelText(words.name), { target: { value: ' Leo ' } });
    fireEvent.click(within(dialog).getByRole('button', { name: words.add }));
    await waitFor(() => expect(household.intents).toEqual([{ kind: 'addPerson', person: { name: 'Leo' } }]));
    await screen.findByText(words.added('Leo'));
  });

  it('does not add a person without a name, and says so', async () => {
    const household = openApp('/people');
    fireEvent.click(await screen.findByRole('button', { name: words.add }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: words.add }));
    await screen.findByText(messages.failure({ type: 'emptyName' }).what);
    expect(household.intents).toEqual([]);
  });

  it('renames, and keeps what was typed when that did not work', async () => {
    const household = openApp('/people');
    household.answer({ ok: false, error: { type: 'storageFull' } });
    fireEvent.click(await screen.findByRole('button', { name: 'Jon' }));
    fireEvent.input(await screen.findByLabelText(words.name), { target: { value: 'Jonas' } });
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    await screen.findByText(messages.failure({ type: 'storageFull' }).wayOut);
    expect(screen.getByLabelText<HTMLInputElement>(words.name).value).toBe('Jonas');
    household.answer({ ok: true, value: {} });
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    await screen.findByText(words.renamed('Jonas'));
    expect(household.intents.at(-1)).toEqual({
      kind: 'changePerson',
      person: jon.id,
      set: { name: 'Jonas' },
    });
  });
});

describe('An invite', () => {
  it('says what it gives, for how long, and shows its link', async () => {
    const household = await makeInvite();
    const field = await screen.findByLabelText<HTMLInputElement>(words.link);
    expect(field.value).toBe(link());
    expect(field.readOnly).toBe(true);
    screen.getByText('Jon can see and change everything in this household.');
    screen.getByText(/until .*1 Dec/);
    expect(household.intents).toEqual([{ kind: 'createInvite', person: jon.id, gives: { kind: 'edit' } }]);
  });

  it('gives no more than what was chosen, and says so beside the link', async () => {
    const household = openApp('/people');
    household.answer(made);
    fireEvent.click(await screen.findByRole('button', { name: words.invite('Jon') }));
    fireEvent.click(await screen.findByRole('radio', { name: new RegExp(kinds.view) }));
    fireEvent.click(screen.getByRole('button', { name: kinds.make }));
    await screen.findByText(kinds.gives('view', 'Jon', ''));
    expect(household.intents).toEqual([{ kind: 'createInvite', person: jon.id, gives: { kind: 'view' } }]);
  });

  it('for one flow asks which, and names it', async () => {
    const household = openApp('/people');
    household.answer(made);
    fireEvent.click(await screen.findByRole('button', { name: words.invite('Jon') }));
    fireEvent.click(await screen.findByRole('radio', { name: new RegExp(kinds.guestHint) }));
    const make = screen.getByRole<HTMLButtonElement>('button', { name: kinds.make });
    expect(make.disabled).toBe(true);
    fireEvent.click(await screen.findByRole('radio', { name: 'Lisbon board trip' }));
    fireEvent.click(make);
    await screen.findByText(kinds.gives('guest', 'Jon', 'Lisbon board trip'));
    const gives = { kind: 'guest', run: trip };
    expect(household.intents).toEqual([{ kind: 'createInvite', person: jon.id, gives }]);
  });

  it('is copied', async () => {
    const writeText = vi.fn(async () => undefined);
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);
    await makeInvite();
    fireEvent.click(await screen.findByRole('button', { name: words.copy }));
    await screen.findByText(words.copied);
    expect(writeText).toHaveBeenCalledWith(link());
  });

  it('is selected for copying by hand where there is no clipboard', async () => {
    vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as unknown as Clipboard);
    await makeInvite();
    fireEvent.click(await screen.findByRole('button', { name: words.copy }));
    await screen.findByText(words.selected);
    const field = screen.getByLabelText<HTMLInputElement>(words.link);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, link().length]);
  });

  it('is shared where the device can, and offers it nowhere else', async () => {
    await makeInvite();
    await screen.findByRole('button', { name: words.copy });
    expect(screen.queryByRole('button', { name: words.share })).toBeNull();
    cleanup();
    const share = vi.fn(async (_data: ShareData) => undefined);
    Object.assign(navigator, { share });
    await makeInvite();
    fireEvent.click(await screen.findByRole('button', { name: words.share }));
    expect(share.mock.calls[0]?.[0].url).toBe(link());
  });

  it('can be tried again when the relay was not reached', async () => {
    const household = await makeInvite({ ok: false, error: { type: 'offline' } });
    await screen.findByText(words.offlineToInvite.what);
    household.answer(made);
    fireEvent.click(screen.getByRole('button', { name: words.tryAgain }));
    await screen.findByLabelText(words.link);
  });

  it('asks whoever began without a name for theirs', async () => {
    const household = openApp('/people', (query) =>
      query.kind === 'people'
        ? { ...peopleView, me: { ...ana, name: messages.start.defaultName } }
        : tuesdayViews(query),
    );
    household.answer((intent) => (intent.kind === 'createInvite' ? made : { ok: true, value: {} }));
    fireEvent.click(await screen.findByRole('button', { name: words.invite('Jon') }));
    fireEvent.click(await screen.findByRole('button', { name: kinds.make }));
    fireEvent.input(await screen.findByLabelText(words.yourName), { target: { value: 'Ana' } });
    fireEvent.click(screen.getByRole('button', { name: words.copy }));
    await waitFor(() =>
      expect(household.intents.at(-1)).toEqual({
        kind: 'changePerson',
        person: ana.id,
        set: { name: 'Ana' },
      }),
    );
  });

  it('is taken back from its sheet, which then closes', async () => {
    const household = await makeInvite((intent) =>
      intent.kind === 'createInvite' ? made : { ok: true, value: {} },
    );
    fireEvent.click(await screen.findByRole('button', { name: words.takeBack }));
    await screen.findByText(words.takenBack);
    expect(household.intents.at(-1)).toEqual({ kind: 'revokeInvite', invite: 'i1' });
    expect(screen.queryByLabelText(words.link)).toBeNull();
  });
});

describe('The list of invites', () => {
  it('states what became of each, and takes back only what is open', async () => {
    const household = openApp('/people');
    await screen.findByText('2 batons');
    household.push('people', {
      invites: [
        openInvite,
        { ...openInvite, id: 'i2', person: sam, state: 'used' },
        { ...openInvite, id: 'i3', state: 'takenBack' },
        { ...openInvite, id: 'i4', state: 'expired', expiresAt: tuesdayMorning - 2 * day },
      ],
    });
    await screen.findByText('Take part, Open until Mon 30 Nov');
    screen.getByText('Take part, Used');
    screen.getByText('Take part, Taken back');
    screen.getByText('Take part, Expired Sun 22 Nov');
    fireEvent.click(screen.getByRole('button', { name: words.takeBackFor('Jon') }));
    await screen.findByText(words.takenBack);
    expect(household.intents).toEqual([{ kind: 'revokeInvite', invite: 'i1' }]);
  });

  it.each([
    ['offline', words.offlineToTakeBack],
    ['inviteUsed', words.usedBeforeTakeBack],
    ['inviteUnknown', words.madeElsewhere],
  ] as const)('says why an invite could not be taken back (%s)', async (type, said) => {
    const household = openApp('/people');
    await screen.findByText('2 batons');
    household.push('people', { invites: [openInvite] });
    household.answer({ ok: false, error: { type } });
    fireEvent.click(await screen.findByRole('button', { name: words.takeBackFor('Jon') }));
    await screen.findByText(said.what);
    screen.getByText(said.wayOut);
  });
});
