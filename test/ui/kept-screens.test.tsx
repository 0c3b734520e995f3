// @vitest-environment happy-dom
/** Screens that are kept while one is elsewhere, as a whole app has them. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, expect, it } from 'vitest';
import { createView, type Household, HouseholdProvider } from '../../src/client/household.ts';
import { ShownProvider } from '../../src/client/shown.ts';
import { runPath } from '../../src/ui/routes.ts';
import type { NowView } from '../../src/views/now-view.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { appView, nowView } from '../support/tuesday-morning.ts';
import { flowView } from '../support/tuesday-trip.ts';

afterEach(() => {
  cleanup();
  document.title = '';
});

const shownOf = (main: HTMLElement): Element | null => main.querySelector('[data-shown="true"]');

function go(name: string | RegExp): void {
  const bar = screen.getByRole('navigation', { name: messages.frame.main });
  fireEvent.click(within(bar).getByRole('link', { name }));
}

async function arrive(title: string): Promise<HTMLElement> {
  await waitFor(() => expect(document.title).toContain(title));
  return screen.getByRole('main');
}

const goToNow = (): void => go(new RegExp(`^${messages.frame.now}`));

it('A screen that one comes back to is the one that was left, with what was chosen on it', async () => {
  openApp('/flows');
  const main = await arrive(messages.flows.title);
  const finished = await screen.findByRole('tab', { name: new RegExp(`^${messages.flows.finished}`) });
  fireEvent.click(finished);
  const flows = shownOf(main);
  goToNow();
  await arrive(messages.now.headline(nowView.holdingCount));
  expect(shownOf(main)).not.toBe(flows);
  expect(flows?.getAttribute('data-shown')).toBe('false');
  go(messages.frame.flows);
  await arrive(messages.flows.title);
  expect(shownOf(main)).toBe(flows);
  expect(finished.isConnected).toBe(true);
  expect(finished.getAttribute('aria-selected')).toBe('true');
});

it('It hears of nothing while it is not shown, and shows what is so when it is', async () => {
  const household = openApp('/');
  await arrive(messages.now.headline(4));
  go(messages.frame.flows);
  await arrive(messages.flows.title);
  household.push('now', { holdingCount: 3 });
  expect(document.title).toContain(messages.flows.title);
  goToNow();
  await arrive(messages.now.headline(4));
  household.push('now', { holdingCount: 3 });
  await arrive(messages.now.headline(3));
});

it('None outlives a change of the person who looks at it', async () => {
  const household = openApp('/flows');
  const main = await arrive(messages.flows.title);
  const flows = shownOf(main);
  goToNow();
  await arrive(messages.now.headline(4));
  household.push('app', { me: null });
  await waitFor(() => expect(flows?.isConnected).toBe(false));
  go(messages.frame.flows);
  await arrive(messages.flows.title);
  expect(shownOf(main)).not.toBe(flows);
});

it('On a device that several people use none is kept', async () => {
  const household = openApp('/flows');
  const main = await arrive(messages.flows.title);
  household.push('app', { ...appView, shared: true });
  const flows = shownOf(main);
  goToNow();
  await arrive(messages.now.headline(4));
  expect(flows?.isConnected).toBe(false);
});

it('With a sheet open on it, it is made anew', async () => {
  openApp('/');
  const main = await arrive(messages.now.headline(4));
  const now = shownOf(main);
  fireEvent.click((await screen.findAllByRole('button', { name: messages.now.stuck }))[0] as HTMLElement);
  await screen.findByRole('dialog');
  go(messages.frame.flows);
  await arrive(messages.flows.title);
  expect(now?.isConnected).toBe(false);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('A flow goes too, but not before what one went to has been painted', async () => {
  openApp(runPath(flowView.run));
  const main = await arrive(flowView.title);
  const flow = shownOf(main);
  goToNow();
  await waitFor(() => expect(flow?.getAttribute('data-shown')).toBe('false'));
  expect(flow?.isConnected).toBe(true);
  expect(flow?.textContent).toContain(flowView.title);
  await waitFor(() => expect(flow?.isConnected).toBe(false));
  go(messages.frame.flows);
  await arrive(messages.flows.title);
});

it('What is kept aside takes over what is remembered anew, before one comes back to it', async () => {
  const [isShown, setShown] = createSignal(true);
  let remembered: NowView | undefined = { ...nowView, holdingCount: 2 };
  let tell = (): void => undefined;
  const household = {
    remembered: () => remembered,
    subscribe: () => () => undefined,
    onRemembered: (listener: () => void) => {
      tell = listener;
      return () => undefined;
    },
  } as unknown as Household;
  const Count = () => {
    const view = createView(() => ({ kind: 'now' as const }));
    return <p>{`${view()?.holdingCount} held`}</p>;
  };
  render(() => (
    <HouseholdProvider value={household}>
      <ShownProvider value={isShown}>
        <Count />
      </ShownProvider>
    </HouseholdProvider>
  ));
  setShown(false);
  remembered = { ...nowView, holdingCount: 1 };
  tell();
  expect(screen.getByText('2 held')).toBeTruthy();
  await screen.findByText('1 held');
});
