// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, expect, it } from 'vitest';
import { guestWords } from '../../src/i18n/core/en/guests.ts';
import type { FlowView } from '../../src/views/flow-view.ts';
import type { SetAsideView } from '../../src/views/guest-views.ts';
import type { ViewQuery } from '../../src/worker/messages.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { tuesdayViews } from '../support/tuesday-morning.ts';
import { sam, trip, tuesdayMorning } from '../support/tuesday-people.ts';

afterEach(cleanup);

const words = guestWords(messages.formats, messages.times);

function line(name: string, step: string | null): SetAsideView {
  return {
    key: name,
    alert: `setAside/guest/${name}`,
    by: sam,
    at: tuesdayMorning,
    tried: step === null ? 'changeFlow' : 'talk',
    step,
    why: 'notForGuests',
    as: null,
  };
}

const lines = [line('one', null), line('two', 'Book flights')];

const showing = (setAside: readonly SetAsideView[]) => (query: ViewQuery) =>
  query.kind === 'flow' ? { ...(tuesdayViews(query) as FlowView), setAside } : tuesdayViews(query);

it('[W28] leaves aside all that is told, with nothing to undo', async () => {
  const household = openApp(`/flows/${trip}`, showing(lines));
  await screen.findByText(words.setAside(2));
  fireEvent.click(screen.getByRole('button', { name: words.leaveAside(2) }));
  await waitFor(() => expect(household.intents).toHaveLength(2));
  expect(household.intents).toEqual(
    lines.map(({ alert }) => ({ kind: 'command', run: trip, command: { kind: 'acknowledgeAlert', alert } })),
  );
  expect(screen.queryByRole('button', { name: messages.frame.undo })).toBeNull();
});

it('[W28] is gone when the household says that nothing is left to tell', async () => {
  openApp(`/flows/${trip}`, showing([]));
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('button', { name: words.leaveAside(1) })).toBeNull();
  expect(screen.queryByText(words.setAside(1))).toBeNull();
});

it('says what went wrong when it could not be kept, and stays', async () => {
  const household = openApp(`/flows/${trip}`, showing(lines.slice(1)));
  household.answer({ ok: false, error: { type: 'storageFull' } });
  fireEvent.click(await screen.findByRole('button', { name: words.leaveAside(1) }));
  await screen.findByText(messages.failure({ type: 'storageFull' }).what);
  screen.getByText(words.setAside(1));
});
