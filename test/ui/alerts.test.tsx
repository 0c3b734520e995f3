// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { alertWords } from '../../src/i18n/core/en/alerts.ts';
import { firstOccurrence, occurrenceKey } from '../../src/model/occurrence.ts';
import { asId, type RunId, type StepId } from '../../src/model/ids.ts';
import { bareDevice, type Device, type Notifications } from '../../src/ui/device.tsx';
import type { AlertLine, AlertsView } from '../../src/views/alert-view.ts';
import { commandsOf, hotelStep } from '../support/open-step.tsx';
import { messages, openApp } from '../support/render-app.tsx';
import { appView, tuesdayViews } from '../support/tuesday-morning.ts';
import { ana, noor, sam, trip, tuesdayMorning } from '../support/tuesday-people.ts';
import { undoLine } from '../support/undo-line.ts';

const words = alertWords(messages.formats, messages.times);
const run = asId<RunId>('trip');
const flights = firstOccurrence(asId<StepId>('flights'));
const handOver = { kind: 'reassignStep', occurrence: flights, to: noor.id } as const;

const late: AlertLine = {
  key: 'trip/flights//1',
  run,
  runTitle: 'Lisbon board trip',
  occurrence: occurrenceKey(flights),
  title: 'Book flights',
  tone: 'late',
  cause: 'late',
  rung: 'tellConductor',
  since: tuesdayMorning - 60_000,
  notifyAt: tuesdayMorning - 60_000,
  about: sam,
  due: { at: tuesdayMorning - 86_400_000, hasTime: true, late: true },
  pausedAt: null,
  details: [],
  alsoLate: ['Airport transfer'],
  alerts: ['a2', 'a1'],
  ways: [
    { kind: 'handOver', command: handOver, person: noor, title: null },
    { kind: 'open', command: null, person: null, title: null },
    { kind: 'cancelRun', command: { kind: 'cancelRun' }, person: null, title: null },
  ],
};
const alerts: AlertsView = { kind: 'alerts', me: ana, quiet: null, lines: [late] };

function open(path: string, device: Partial<Device> = {}, view: AlertsView = alerts) {
  return openApp(
    path,
    (query) => {
      if (query.kind === 'alerts') return view;
      return query.kind === 'app' ? { ...appView, alertCount: view.lines.length } : tuesdayViews(query);
    },
    device,
  );
}

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.restoreAllMocks();
});

describe('What went wrong', () => {
  it('is counted on Now, and one tap away', async () => {
    open('/');
    await screen.findByText(words.headline(1));
    expect(screen.getByRole('link', { name: words.look }).getAttribute('href')).toBe('/alerts');
  });

  it('says of each what happened, and offers one way out; taking it is having read it', async () => {
    const household = open('/alerts');
    await screen.findByText(/Sam has it\. Airport transfer waits for it\./);
    expect(screen.queryByRole('link', { name: /Open it/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Hand it to Noor' }));
    await screen.findByText('Noor has Book flights now');
    expect(household.intents).toEqual([
      { kind: 'command', run, command: handOver },
      { kind: 'command', run, command: { kind: 'acknowledgeAlert', alert: 'a2' } },
      { kind: 'command', run, command: { kind: 'acknowledgeAlert', alert: 'a1' } },
    ]);
  });

  it('shows more ways when asked, and asks again before a whole flow is called off', async () => {
    const household = open('/alerts');
    fireEvent.click(await screen.findByRole('button', { name: words.moreFor('Book flights') }));
    expect(screen.getByRole('link', { name: /Open it/ }).getAttribute('href')).toBe('/flows/trip/flights~~1');
    fireEvent.click(screen.getByRole('button', { name: words.way('cancelRun', null, null) }));
    const asked = await screen.findByRole('alertdialog');
    expect(household.intents).toEqual([]);
    fireEvent.click(within(asked).getByRole('button', { name: words.sure }));
    await waitFor(() =>
      expect(household.intents[0]).toEqual({ kind: 'command', run, command: { kind: 'cancelRun' } }),
    );
  });

  it('opens the nudge where somebody is asked, and the choice of whom where it is given away; both are having read it', async () => {
    const key = occurrenceKey(hotelStep);
    const ways: AlertLine['ways'] = [
      { kind: 'ask', command: null, opens: { page: 'nudge', key }, person: sam, title: null },
      { kind: 'choosePerson', command: null, opens: { page: 'handOver', key }, person: null, title: null },
    ];
    const line = { ...late, run: trip, ways };
    const household = openApp('/alerts', (query) => {
      if (query.kind === 'alerts') return { ...alerts, lines: [line] };
      const view = tuesdayViews(query);
      return view?.kind === 'step'
        ? { ...view, nudge: { to: { person: sam, name: 'Sam', channels: {} }, waitedFor: false } }
        : view;
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Ask Sam: Book flights' }));
    await screen.findByRole('heading', { name: 'Nudge Sam' });
    fireEvent.click(screen.getByRole('button', { name: messages.frame.close }));
    fireEvent.click(screen.getByRole('button', { name: words.moreFor('Book flights') }));
    fireEvent.click(screen.getByRole('button', { name: 'Give it to somebody…: Book flights' }));
    fireEvent.click(await screen.findByRole('radio', { name: /Noor/ }));
    fireEvent.click(screen.getByRole('button', { name: messages.step.passTo('Noor') }));
    await waitFor(() =>
      expect(commandsOf(household).map(({ kind }) => kind)).toEqual([
        'reassignStep',
        'acknowledgeAlert',
        'acknowledgeAlert',
      ]),
    );
  });

  it('[X8] hands an undo that lies to somebody else, says that it is undone, and has it read by that', async () => {
    const key = occurrenceKey(hotelStep);
    const undone = { kind: 'recordUndone', occurrence: hotelStep } as const;
    const hotelUndo = undoLine('hotel', 'Cancel the hotel', {
      key,
      holder: sam,
      mine: false,
      canHandOn: true,
    });
    const line: AlertLine = {
      ...late,
      run: trip,
      title: 'Cancel the hotel',
      cause: 'undo',
      alerts: ['u1'],
      alsoLate: [],
      ways: [
        { kind: 'choosePerson', command: null, opens: { page: 'handUndo', key }, person: null, title: null },
        { kind: 'undone', command: undone, person: null, title: null },
      ],
    };
    const household = openApp('/alerts', (query) => {
      if (query.kind === 'alerts') return { ...alerts, lines: [line] };
      const view = tuesdayViews(query);
      return view?.kind === 'step' ? { ...view, undo: hotelUndo } : view;
    });
    await screen.findByText(/It was to be undone by .+\. Sam has it\./);
    fireEvent.click(screen.getByRole('button', { name: 'Give it to somebody…: Cancel the hotel' }));
    fireEvent.click(await screen.findByRole('radio', { name: /Noor/ }));
    fireEvent.click(screen.getByRole('button', { name: /Noor/ }));
    await waitFor(() =>
      expect(commandsOf(household).map(({ kind }) => kind)).toEqual(['handUndo', 'acknowledgeAlert']),
    );
    fireEvent.click(screen.getByRole('button', { name: words.moreFor('Cancel the hotel') }));
    fireEvent.click(screen.getByRole('button', { name: 'It is undone' }));
    await screen.findByText('Cancel the hotel: done');
  });

  it('[X7] goes on with a flow that somebody paused long ago', async () => {
    const line: AlertLine = {
      ...late,
      occurrence: null,
      title: 'Lisbon board trip',
      cause: 'paused',
      pausedAt: tuesdayMorning - 8 * 86_400_000,
      alsoLate: [],
      alerts: ['p1'],
      ways: [{ kind: 'goOn', command: { kind: 'resumeRun' }, person: null, title: null }],
    };
    const household = open('/alerts', {}, { ...alerts, lines: [line] });
    await screen.findByText(/^Sam paused it .+, and nobody has gone on since\.$/);
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    await screen.findByText('Lisbon board trip goes on');
    expect(commandsOf(household).map(({ kind }) => kind)).toEqual(['resumeRun', 'acknowledgeAlert']);
  });

  it('says so when there is nothing', async () => {
    open('/alerts', {}, { ...alerts, lines: [] });
    await screen.findByText(words.nothing);
  });
});

describe('Telling', () => {
  /** The test's browser has none. */
  const allowLocks = (): void =>
    void Object.defineProperty(navigator, 'locks', {
      configurable: true,
      value: { request: async (_: string, run: () => Promise<void>) => run() },
    });

  function makeNotifications(state: ReturnType<Notifications['state']>) {
    const shown: string[] = [];
    const notifications: Notifications = {
      ...({ onOpen: () => () => undefined } as Pick<Notifications, 'onOpen'>),
      state: () => state,
      ask: vi.fn(async () => 'allowed' as const),
      show: async ({ title }) => void shown.push(title),
      keepOnly: async () => undefined,
    };
    return { shown, notifications, device: { ...bareDevice, notifications: async () => notifications } };
  }

  it('[B3] offers notifications beside what went wrong, and not before', async () => {
    const { device, notifications } = makeNotifications('unasked');
    open('/alerts', device);
    fireEvent.click(await screen.findByRole('button', { name: words.allow }));
    await waitFor(() => expect(screen.queryByRole('button', { name: words.allow })).toBeNull());
    expect(notifications.ask).toHaveBeenCalledTimes(1);
    cleanup();
    open('/alerts', device, { ...alerts, lines: [] });
    await screen.findByText(words.nothing);
    expect(screen.queryByRole('button', { name: words.allow })).toBeNull();
  });

  it('[B2] shows a notification while the page is hidden, once', async () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    allowLocks();
    const { device, shown } = makeNotifications('allowed');
    open('/flows', device, { ...alerts, lines: [{ ...late, alerts: ['n1'] }] });
    await waitFor(() => expect(shown).toEqual(['Book flights']), { timeout: 5000 });
    cleanup();
    open('/flows', device, { ...alerts, lines: [{ ...late, alerts: ['n1'] }] });
    await screen.findByRole('main');
    await new Promise((done) => setTimeout(done, 0));
    expect(shown).toEqual(['Book flights']);
  });

  it('[B2] [B3] shows none while the page is looked at, none that were not allowed, and none in quiet hours', async () => {
    const { device, shown } = makeNotifications('allowed');
    open('/flows', device, { ...alerts, lines: [{ ...late, alerts: ['c1'] }] });
    await waitFor(() => expect(localStorage.getItem('baton.told')).toBe('["c1"]'));
    cleanup();
    localStorage.clear();
    const later = { ...late, alerts: ['b1'], notifyAt: tuesdayMorning + 3_600_000 };
    open('/flows', device, { ...alerts, lines: [later] });
    await screen.findByRole('main');
    expect(localStorage.getItem('baton.told')).toBeNull();
    expect(shown).toEqual([]);
  });
});

describe('Quiet hours', () => {
  it('are mine to set, and are at night while I have not said', async () => {
    const household = open('/settings');
    const from = await screen.findByLabelText<HTMLInputElement>(words.quietFrom);
    expect(from.value).toBe('22:00');
    fireEvent.input(from, { target: { value: '20:30' } });
    fireEvent.click(screen.getByRole('button', { name: words.saveQuiet }));
    await screen.findByText(words.quietSaved);
    expect(household.intents).toEqual([
      { kind: 'changePerson', person: ana.id, set: { quiet: { from: '20:30', to: '07:00' } } },
    ]);
  });
});
