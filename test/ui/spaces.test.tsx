// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { problemWords } from '../../src/i18n/core/en/problems.ts';
import { spacesWords } from '../../src/i18n/core/en/spaces.ts';
import { asId, type SpaceId } from '../../src/model/ids.ts';
import { firstOccurrence, occurrenceKey } from '../../src/model/occurrence.ts';
import { keepChoice } from '../../src/ui/screens/palette/recent-choices.ts';
import { keepNoteDraft } from '../../src/ui/screens/step/note-draft.ts';
import { suggestPassphrase } from '../../src/ui/screens/spaces/suggest-passphrase.ts';
import type { LeavingView } from '../../src/worker/leaving-messages.ts';
import type { AppView, Problem, ViewQuery } from '../../src/worker/messages.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { appView, leavingView as leaving, tuesdayViews } from '../support/tuesday-morning.ts';
import { tuesdayMorning } from '../support/tuesday-people.ts';

const words = spacesWords(messages.formats);
const problems = problemWords(messages.formats);
const home = asId<SpaceId>('home');
const office = asId<SpaceId>('office');

const two: AppView = {
  ...appView,
  spaces: [
    ...appView.spaces,
    {
      id: office,
      name: '',
      me: 'Ana K',
      others: ['Kim'],
      joinedAt: tuesdayMorning - 86_400_000,
      access: 'viewer',
      holdingCount: 1,
      shown: false,
    },
  ],
};

function openOn(path: string, app: Partial<AppView> = {}, view: Partial<LeavingView> = {}) {
  return openApp(path, (query: ViewQuery) => {
    if (query.kind === 'app') return { ...appView, ...app };
    return query.kind === 'leaving' ? { ...leaving, ...view } : tuesdayViews(query);
  });
}

async function openSheet(button: string): Promise<HTMLElement> {
  const [first] = await screen.findAllByRole('button', { name: button });
  if (first === undefined) throw new Error(`there is no button ${button}`);
  fireEvent.click(first);
  return screen.findByRole('dialog');
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('Several households', () => {
  it('[W11] are switched from the head, and the way leads to Now', async () => {
    const household = openOn('/flows/trip', two);
    const dialog = await openSheet('Home and work');
    within(dialog).getByText('Ana K, 1 baton');
    within(dialog).getByText('You can look on');
    within(dialog).getByRole('img', { name: words.shown });
    fireEvent.click(within(dialog).getByRole('button', { name: 'You and Kim' }));
    await waitFor(() => expect(household.intents).toEqual([{ kind: 'showSpace', space: office }]));
    await waitFor(() => expect(location.pathname).toBe('/'));
  });

  it('without a name are told apart by who is in them, in the head, in the list, and before one goes', async () => {
    const [line] = appView.spaces;
    if (line === undefined) throw new Error('the fixture has a household');
    const unnamed = [
      { ...line, name: '', others: [] },
      { ...line, id: office, name: '', others: ['Sam'], shown: false },
    ];
    openOn('/settings', { spaces: unnamed, spaceName: '' }, { name: '' });
    const dialog = await openSheet('Just you, since 3 Nov');
    within(dialog).getByRole('button', { name: 'You and Sam' });
    fireEvent.click(within(dialog).getByRole('button', { name: messages.frame.close }));
    const leave = await openSheet(words.leaveShort('owner'));
    within(leave).getByRole('heading', { name: words.leave('', 'owner') });
    within(leave).getByText('Just you, since 3 Nov');
  });

  it('leave the head as calm as ever where there is one alone', async () => {
    openOn('/');
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('button', { name: 'Home and work' })).toBeNull();
  });

  it('[W11] show Now when another tab shows another one while a flow is open', async () => {
    const household = openOn('/flows/trip', two);
    await screen.findAllByRole('button', { name: 'Home and work' });
    household.push('app', { spaces: two.spaces.map((space) => ({ ...space, shown: !space.shown })) });
    await waitFor(() => expect(location.pathname).toBe('/'));
  });

  it('begin with a name and mine in it', async () => {
    const household = openOn('/settings');
    const dialog = await openSheet(words.open);
    fireEvent.click(within(dialog).getByRole('button', { name: words.another }));
    fireEvent.input(within(dialog).getByLabelText(words.name), { target: { value: 'Office' } });
    expect(within(dialog).getByLabelText<HTMLInputElement>(words.myName).value).toBe('Ana');
    fireEvent.click(within(dialog).getByRole('button', { name: words.make }));
    await screen.findByText(words.made('Office'));
    expect(household.intents).toMatchObject([
      { kind: 'createSpace', another: true, name: 'Office', myName: 'Ana' },
    ]);
  });
});

describe('What the page remembers of a household', () => {
  const chosen = (): readonly string[] => Object.keys(localStorage).toSorted();
  const begun = (): readonly string[] => Object.keys(sessionStorage).toSorted();

  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('goes when the household does, in every tab, and nothing of another one with it', async () => {
    for (const space of [home, office]) {
      keepChoice(space, 'do settings');
      keepNoteDraft(
        { space, run: asId('trip'), key: occurrenceKey(firstOccurrence(asId('hotel'))) },
        'Ask for a quiet room',
      );
    }
    localStorage.setItem('baton.flowTab', 'map');
    const household = openOn('/', two);
    await screen.findByRole('heading', { level: 1 });
    expect(chosen()).toHaveLength(3);
    household.push('app', { spaces: two.spaces.filter(({ id }) => id === home) });
    await waitFor(() => expect(chosen()).toEqual(['baton.chosen.home', 'baton.flowTab']));
    expect(begun()).toHaveLength(1);
    household.push('app', { spaces: [], stage: 'empty' });
    await waitFor(() => expect(chosen()).toEqual(['baton.flowTab']));
    expect(begun()).toEqual([]);
  });

  it.each(['removed', 'leftBehind'] as const)('goes when this device is out of it (%s)', async (access) => {
    keepChoice(home, 'do settings');
    keepChoice(office, 'do settings');
    openOn('/', {
      ...two,
      access,
      spaces: two.spaces.map((space) => (space.shown ? { ...space, access } : space)),
    });
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() => expect(chosen()).toEqual(['baton.chosen.office']));
  });
});

describe('Leaving a household', () => {
  it('[L1] says what goes, who else has it and what becomes of my steps, then leaves', async () => {
    const household = openOn('/settings');
    const dialog = await openSheet(words.leaveShort('owner'));
    for (const said of [words.goes(leaving), words.others(leaving), words.steps(leaving)])
      await within(dialog).findByText(said);
    expect(within(dialog).queryByText(words.onlyHere.what)).toBeNull();
    fireEvent.click(within(dialog).getByRole('button', { name: words.leaveShort('owner') }));
    await screen.findByText(words.left('Home and work'));
    expect(household.intents).toEqual([{ kind: 'leaveSpace', space: home }]);
  });

  it('[L5] warns when nobody else has it, and offers a file first', async () => {
    openOn('/settings', {}, { otherDevices: 0 });
    const dialog = await openSheet(words.leaveShort('owner'));
    await within(dialog).findByText(words.onlyHere.what);
    fireEvent.click(within(dialog).getByRole('button', { name: words.save }));
    await screen.findByText(words.saveFacts.keys);
  });

  it('[L5] warns of what has not been sent, of the last owner, and of who cannot hear it', async () => {
    const view = { pending: true, lastOwner: true, connected: false };
    openOn('/settings', {}, view);
    const dialog = await openSheet(words.leaveShort('owner'));
    for (const said of [words.pending({ ...leaving, ...view }).what, words.lastOwner.what, words.unheard])
      await within(dialog).findByText(said);
  });

  it('is deleting the copy where this device was removed', async () => {
    const [line] = appView.spaces;
    if (line === undefined) throw new Error('no space');
    const access = 'removed' as const;
    openOn('/settings', { access, spaces: [{ ...line, access }] }, { access });
    const dialog = await openSheet(words.leaveShort(access));
    await within(dialog).findByText(words.steps({ ...leaving, access }));
  });
});

describe('A household in a file', () => {
  it('[K1] is sealed with a passphrase that is offered, and says plainly who gets in with it', async () => {
    const household = openOn('/settings');
    const dialog = await openSheet(words.saveShort);
    within(dialog).getByText(words.saveFacts.keys);
    const offered = within(dialog).getByLabelText<HTMLInputElement>(words.passphrase).value;
    expect(offered).toMatch(/^([0-9a-z]{4}-){4}[0-9a-z]{4}$/);
    fireEvent.click(within(dialog).getByRole('button', { name: words.suggest }));
    const second = within(dialog).getByLabelText<HTMLInputElement>(words.passphrase).value;
    expect(second).not.toBe(offered);
    fireEvent.click(within(dialog).getByRole('button', { name: words.seal }));
    const link = await within(dialog).findByRole<HTMLAnchorElement>('link', { name: words.download });
    expect(household.files).toEqual([{ kind: 'saved', passphrase: second }]);
    expect(link.download).toBe('Home 2026-11-24.baton');
    expect(link.href).toMatch(/^blob:/);
  });

  it('[F2] is not sealed with a short one', async () => {
    const household = openOn('/settings');
    household.answerFiles({ saved: { ok: false, error: { type: 'weakPassphrase' } } });
    const dialog = await openSheet(words.saveShort);
    fireEvent.click(within(dialog).getByRole('button', { name: words.seal }));
    await within(dialog).findByText(words.saveFailure('weakPassphrase').what);
  });

  it('[K4] is opened with its passphrase, and each thing that can be wrong has its own sentence', async () => {
    const household = openApp('/', (query) =>
      query.kind === 'app'
        ? { ...appView, stage: 'empty', me: null, spaceName: '', spaces: [] }
        : tuesdayViews(query),
    );
    const dialog = await openSheet(words.openFile);
    const open = within(dialog).getByRole<HTMLButtonElement>('button', { name: words.unseal });
    expect(open.disabled).toBe(true);
    const file = new File([new Uint8Array(5)], 'Home.baton');
    fireEvent.change(within(dialog).getByLabelText(words.choose), { target: { files: [file] } });
    within(dialog).getByText(words.chosen('Home.baton'));
    fireEvent.input(within(dialog).getByLabelText(words.passphrase), { target: { value: 'seven herons' } });
    const said = new Set<string>();
    for (const type of [
      'otherFile',
      'newerFile',
      'damagedFile',
      'tooLarge',
      'unbearableFile',
      'wrongPassphrase',
      'storageFull',
      'storageUnavailable',
    ] as const) {
      household.answerFiles({ opened: { ok: false, error: { type } } });
      fireEvent.click(open);
      const { what } = words.openFailure(type);
      await within(dialog).findByText(what);
      said.add(what);
      await waitFor(() => expect(open.getAttribute('aria-busy')).toBe('false'));
    }
    expect(said.size).toBe(8);
    expect(household.files.at(-1)).toEqual({ kind: 'opened', passphrase: 'seven herons', size: 5 });
    household.answerFiles({
      opened: { ok: true, value: { space: home, name: 'Home', me: 'Ana', merged: false } },
    });
    fireEvent.click(open);
    await screen.findByText(words.opened('Home', false));
    expect(screen.queryByRole('dialog')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: words.notMe('Ana') }));
    await waitFor(() => expect(location.pathname).toBe('/settings'));
  });

  it.each([
    [{ type: 'storageFull' }, problems.save],
    [{ type: 'storageUnavailable' }, problems.save],
    [{ type: 'damagedUpdates', count: 2 }, problems.save],
    [{ type: 'keysDamaged' }, problems.open],
    [{ type: 'contentMissing', lost: true }, problems.open],
  ] as readonly (readonly [Problem, string])[])('is a way out of $0.type', async (problem, way) => {
    openOn('/', { problems: [problem] });
    await screen.findByText(problems.problem(problem as Parameters<typeof problems.problem>[0]).what);
    fireEvent.click(screen.getByRole('button', { name: way }));
    await screen.findByRole('dialog');
  });
});

describe('A device that several people use', () => {
  it('[T1] is said so on Settings, and the face on Now asks who is there', async () => {
    const household = openOn('/settings');
    fireEvent.click(await screen.findByRole('button', { name: words.turnOn }));
    await screen.findByText(words.sharedNow(true));
    expect(household.intents).toEqual([{ kind: 'shareDevice', shared: true }]);
    cleanup();
    openOn('/', { shared: true });
    fireEvent.click(await screen.findByRole('button', { name: messages.settings.switchTitle }));
    await screen.findByRole('dialog');
  });

  it.each(['/', '/settings', '/flows/trip'])('[T1] shows nobody’s %s while it asks', async (path) => {
    openOn(path, { shared: true, stage: 'chooseMe' });
    await screen.findByRole('heading', { level: 1, name: messages.start.who });
    expect(screen.queryByText(messages.settings.appearance)).toBeNull();
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});

describe('Deleting everything', () => {
  it('[E1] takes two taps, and names what nobody else has', async () => {
    const household = openOn('/settings', {}, { otherDevices: 0 });
    const dialog = await openSheet(words.eraseShort);
    await within(dialog).findByText(words.eraseLine({ ...leaving, otherDevices: 0 }));
    expect(within(dialog).queryByRole('button', { name: words.eraseDo })).toBeNull();
    fireEvent.click(within(dialog).getByRole('button', { name: words.eraseGoOn }));
    expect(household.intents).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: words.eraseDo }));
    await waitFor(() => expect(household.intents).toEqual([{ kind: 'eraseDevice' }]));
  });

  it('[E2] begins anew in every tab, whatever it shows', async () => {
    const beginAnew = vi.fn(async () => undefined);
    const household = openApp('/settings', tuesdayViews, { beginAnew });
    await screen.findByRole('heading', { level: 1 });
    household.push('app', { stage: 'erased', spaces: [] });
    await waitFor(() => expect(beginAnew).toHaveBeenCalled());
    expect(screen.queryByText(messages.settings.appearance)).toBeNull();
  });
});

describe('A suggested passphrase', () => {
  it('is never the same twice', () => {
    const many = new Set(Array.from({ length: 200 }, suggestPassphrase));
    expect(many.size).toBe(200);
  });
});
