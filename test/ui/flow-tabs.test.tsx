// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { flowTabWords } from '../../src/i18n/core/en/flow-tabs.ts';
import { lanesWords } from '../../src/i18n/core/en/lanes.ts';
import { mapWords } from '../../src/i18n/core/en/map.ts';
import { runPath, withFlowTab } from '../../src/ui/routes.ts';
import { computeDaysView } from '../../src/views/compute-days-view.ts';
import { computeFlowView } from '../../src/views/compute-flow-view.ts';
import { computeLanesView } from '../../src/views/compute-lanes-view.ts';
import { computeMapView } from '../../src/views/compute-map-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import type { BusyTime } from '../../src/views/space-snapshot.ts';
import type { ViewQuery } from '../../src/worker/messages.ts';
import { placeMap } from '../../src/worker/place-map.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { ana, run } from '../support/run-bench.ts';
import { spaceOf, start, startTrip } from '../support/trip-space.ts';
import { tuesdayViews } from '../support/tuesday-morning.ts';

const tabs = flowTabWords();
const map = mapWords(messages.formats);
const lanes = lanesWords(messages.formats);
const title = 'Lisbon board trip';

// What a page loads when it is first looked at is loaded before anybody waits for it.
beforeAll(async () => {
  await Promise.all([
    import('../../src/ui/screens/map/map-tab.tsx'),
    import('../../src/ui/screens/step/step-pages.tsx'),
  ]);
}, 60_000);

afterEach(() => {
  cleanup();
  localStorage.clear();
});

function openFlow(path = runPath(run), busy: readonly BusyTime[] = []) {
  const device = startTrip();
  device.complete('confirm');
  const space = spaceOf(device, ana, { busy });
  return openApp(path, (query: ViewQuery) => {
    switch (query.kind) {
      case 'flow':
        return computeFlowView(space, query.run, start);
      case 'map':
        return computeMapView(space, query.run, start, placeMap);
      case 'days':
        return computeDaysView(space, query.run, start);
      case 'lanes':
        return computeLanesView(space, query.run, start);
      case 'step':
        return computeStepView(space, query.run, query.key, start);
      default:
        return tuesdayViews(query);
    }
  });
}

const choose = async (tab: keyof typeof tabs.tab): Promise<void> => {
  fireEvent.click(await screen.findByRole('tab', { name: tabs.tab[tab] }));
};
const openSheet = async (name: string): Promise<HTMLElement> => {
  const sheet = await screen.findByRole('dialog', {}, patience);
  await within(sheet).findByRole('heading', { name }, patience);
  return sheet;
};
/** Less than what a test may take. */
const patience = { timeout: 15_000 };
const address = (): string => `${location.pathname}${location.search}`;

describe('the pictures of a flow', () => {
  it('begin with its steps, and stand in the address', async () => {
    openFlow();
    const steps = await screen.findByRole('tab', { name: tabs.tab.steps });
    expect(steps.getAttribute('aria-selected')).toBe('true');
    await choose('days');
    await waitFor(() => expect(address()).toBe(withFlowTab(runPath(run), 'days')));
    await screen.findByRole('region', { name: `Days of ${title}` });
  });

  it('are what the address says when it is opened, and keep standing behind a step', async () => {
    openFlow(withFlowTab(runPath(run), 'map'));
    const drawn = await screen.findByRole('region', { name: map.label(title) }, patience);
    fireEvent.click(within(drawn).getByRole('button', { name: /^Reserve the hotel/ }));
    const sheet = await openSheet('Reserve the hotel');
    expect(address()).toMatch(/\/hotel~~1\?view=map$/);
    fireEvent.click(within(sheet).getByRole('button', { name: messages.frame.close }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(address()).toBe(withFlowTab(runPath(run), 'map')));
  });
});

describe('the map', () => {
  it('is walked with arrow keys along its lines', async () => {
    openFlow(withFlowTab(runPath(run), 'map'));
    const drawn = await screen.findByRole('region', { name: map.label(title) });
    const node = (name: RegExp) => within(drawn).getByRole('button', { name });
    // Ana has nothing to do: it begins with what goes on.
    const first = node(/^Book flights/);
    expect(first.tabIndex).toBe(0);
    first.focus();
    const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
    press('ArrowUp');
    expect(document.activeElement).toBe(node(/^Confirm meeting times/));
    press('ArrowDown');
    press('ArrowDown');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^(Airport transfer|Board dinner)/);
    press('ArrowDown');
    expect(document.activeElement).toBe(node(/^Send invites/));
    press('End');
    expect(document.activeElement).toBe(node(/^Expenses/));
    press('ArrowDown');
    expect(document.activeElement).toBe(node(/^Expenses/));
    expect(
      within(drawn)
        .getAllByRole('button')
        .filter(({ tabIndex, dataset }) => dataset['step'] && tabIndex === 0),
    ).toHaveLength(1);
  });

  it('says the same as a list', async () => {
    openFlow(withFlowTab(runPath(run), 'map'));
    fireEvent.click(await screen.findByRole('button', { name: map.asList }));
    const list = await screen.findByRole('list', { name: map.label(title) });
    const rows = within(list).getAllByRole('listitem');
    expect(rows).toHaveLength(10);
    const invites = rows.find((row) => row.textContent?.startsWith('Send invites'));
    expect(invites?.textContent).toContain(
      map.startsAfter(['Hotel check-in time', 'Airport transfer', 'Board dinner']),
    );
    expect(invites?.textContent).toContain(map.leadsTo(['Pack']));
    // The button that was pressed is gone: its opposite has the focus.
    const back = screen.getByRole('button', { name: map.asMap });
    expect(document.activeElement).toBe(back);
    fireEvent.click(back);
    await screen.findByRole('button', { name: map.asList });
  });
});

describe('days', () => {
  it('are a list of steps with their dates in words, and open a step', async () => {
    openFlow(withFlowTab(runPath(run), 'days'));
    const days = await screen.findByRole('region', { name: `Days of ${title}` });
    const hotel = within(days).getByRole('button', { name: /^Reserve the hotel, Not yet/ });
    expect(within(days).getAllByRole('listitem').length).toBeGreaterThanOrEqual(10);
    fireEvent.click(hotel);
    await openSheet('Reserve the hotel');
    expect(address()).toMatch(/view=days$/);
  });

  it('say what else is on when a step of mine is due', async () => {
    const march = (day: number) => Date.UTC(2026, 2, day);
    const away = { calendar: 'home', wholeDays: true, at: march(10), until: march(21) };
    openFlow(withFlowTab(runPath(run), 'days'), [
      { ...away, title: 'Skiing' },
      { ...away, title: '' },
    ]);
    const days = await screen.findByRole('region', { name: `Days of ${title}` });
    const events = 'Skiing and 1 more';
    within(days).getByRole('button', { name: new RegExp(`^Airport transfer.*clashes with ${events}$`) });
    expect(within(days).getAllByText(events).length).toBeGreaterThan(0);
    expect(
      within(days)
        .getByRole('button', { name: /^Approve the budget/ })
        .getAttribute('aria-label'),
    ).not.toMatch(/clashes/);
  });

  it('move from step to step with arrow keys', async () => {
    openFlow(withFlowTab(runPath(run), 'days'));
    const days = await screen.findByRole('region', { name: `Days of ${title}` });
    const button = (name: RegExp) => within(days).getByRole('button', { name });
    button(/^Confirm/).focus();
    fireEvent.keyDown(button(/^Confirm/), { key: 'ArrowDown' });
    expect(document.activeElement).toBe(button(/^Book flights/));
  });
});

describe('people', () => {
  it('have what they hold, in lanes and as a list, and open a step', async () => {
    openFlow(withFlowTab(runPath(run), 'people'));
    const sam = await screen.findByRole('region', { name: 'Sam' });
    within(sam).getByRole('button', { name: /^Approve the budget/ });
    fireEvent.click(screen.getByRole('button', { name: lanes.asList }));
    const list = await screen.findByRole('region', { name: 'Sam' });
    within(list).getByRole('heading', { name: lanes.part('now') });
    const mine = screen.getByRole('region', { name: messages.people.you });
    within(mine).getByText(lanes.done(1));
    within(mine).getByRole('heading', { name: lanes.part('next') });
    fireEvent.click(within(list).getByRole('button', { name: /^Approve the budget/ }));
    await openSheet('Approve the budget');
    expect(address()).toMatch(/view=people$/);
  });
});
