// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { dailyWords } from '../../src/i18n/core/en/daily.ts';
import { shareWords as words } from '../../src/i18n/core/en/share.ts';
import { spacesWords } from '../../src/i18n/core/en/spaces.ts';
import { startLaunchedFiles } from '../../src/pwa/launched-files.ts';
import { businessTrip } from '../../src/templates/business-trip.ts';
import { freshViews } from '../support/fresh-device.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { appView, tuesdayViews } from '../support/tuesday-morning.ts';

afterEach(cleanup);

const daily = dailyWords(messages.formats, messages.times);
const file = (name: string): File => new File(['{"a":1}'], name);
const preview = { definition: businessTrip, problems: [] };

/** As the system opens it with the installed app. */
function launched(name: string) {
  let waiting: File | null = file(name);
  const take = (): File | null => {
    const taken = waiting;
    waiting = null;
    return taken;
  };
  return { files: { take, give: () => undefined, subscribe: () => () => undefined } };
}

it('a workflow file that is opened with Baton is looked at and added', async () => {
  const household = openApp('/open', tuesdayViews, launched('Trip.baton.json'));
  household.offerWorkflowFile(preview);
  const sheet = within(await screen.findByRole('dialog', { name: daily.openTitle }));
  await sheet.findByRole('heading', { name: businessTrip.title });
  fireEvent.click(sheet.getByRole('button', { name: daily.add }));
  await waitFor(() => expect(household.intents).toEqual([{ kind: 'addWorkflow', text: '{"a":1}' }]));
  await waitFor(() => expect(window.location.pathname).toBe('/flows'));
});

it.each([
  ['one may only look', { ...appView, access: 'viewer' as const }, messages.failure({ type: 'viewOnly' })],
  ['there is no household', null, messages.failure({ type: 'noSpace' })],
])('it can be looked at and not added where %s', async (_, app, why) => {
  const views = app === null ? freshViews : tuesdayViews;
  const household = openApp(
    '/open',
    (query) => (query.kind === 'app' && app !== null ? app : views(query)),
    launched('Trip.baton.json'),
  );
  household.offerWorkflowFile(preview);
  const sheet = within(await screen.findByRole('dialog', { name: daily.openTitle }));
  await sheet.findByText(why.what);
  expect(sheet.queryByRole('button', { name: daily.add })).toBeNull();
});

it('a household that is chosen asks for its passphrase, and anything else is said to be nothing', async () => {
  openApp('/open');
  const choose = await screen.findByLabelText(words.choose);
  fireEvent.change(choose, { target: { files: [file('photo.png')] } });
  await screen.findByText(words.notOurs('photo.png'));
  fireEvent.change(choose, { target: { files: [file('Home.baton')] } });
  await screen.findByRole('dialog', { name: spacesWords(messages.formats).openTitle });
  expect(screen.queryByText(words.notOurs('photo.png'))).toBeNull();
});

it('a calendar is added for the clashes when that is said, and then one’s own are shown', async () => {
  const household = openApp('/open', tuesdayViews, launched('Holidays.ics'));
  await screen.findByText(words.calendarTitle('Holidays.ics'));
  expect(household.intents).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: words.addCalendar }));
  await waitFor(() =>
    expect(household.intents).toEqual([{ kind: 'addCalendar', name: 'Holidays', text: '{"a":1}' }]),
  );
  await screen.findByText(daily.calendarAdded);
  await waitFor(() => expect(window.location.pathname).toBe('/people'));
  expect(window.location.hash).toBe(`#${appView.me?.id}`);
});

describe('a file that is dropped', () => {
  const dropped = (type: string, given: readonly File[]): Event =>
    Object.assign(new Event(type, { cancelable: true, bubbles: true }), {
      dataTransfer: { types: given.length > 0 ? ['Files'] : ['text/plain'], files: given },
    });

  it('is opened on whatever screen it is dropped, and the browser does not leave for it', async () => {
    const files = startLaunchedFiles();
    openApp('/people', tuesdayViews, { files });
    await waitFor(() => {
      const over = dropped('dragover', [file('Holidays.ics')]);
      window.dispatchEvent(over);
      expect(over.defaultPrevented).toBe(true);
    });
    expect(screen.getByText(daily.dropHere)).toBeTruthy();
    const drop = dropped('drop', [file('Holidays.ics')]);
    window.dispatchEvent(drop);
    expect(drop.defaultPrevented).toBe(true);
    await screen.findByText(words.calendarTitle('Holidays.ics'));
    expect(screen.queryByText(daily.dropHere)).toBeNull();
    window.dispatchEvent(dropped('drop', [file('photo.png')]));
    await screen.findByText(words.notOurs('photo.png'));
  });

  it('is nothing when it is words', async () => {
    openApp('/people', tuesdayViews, { files: startLaunchedFiles() });
    await waitFor(() => {
      const over = dropped('dragover', [file('Holidays.ics')]);
      window.dispatchEvent(over);
      expect(over.defaultPrevented).toBe(true);
    });
    const drop = dropped('drop', []);
    window.dispatchEvent(drop);
    expect(drop.defaultPrevented).toBe(false);
    expect(window.location.pathname).toBe('/people');
  });
});
