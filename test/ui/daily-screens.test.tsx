// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asId, type StepId } from '../../src/model/ids.ts';
import { firstOccurrence } from '../../src/model/occurrence.ts';
import { logWords } from '../../src/i18n/core/en/log.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { nowView, tuesdayViews } from '../support/tuesday-morning.ts';
import { trip } from '../support/tuesday-people.ts';

const log = logWords(messages.formats, messages.times);

const hotel = firstOccurrence(asId<StepId>('hotel'));
const hotelAddress = '/flows/run-trip/hotel~~1';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('Now', () => {
  it('passes the baton on and offers to take it back', async () => {
    const household = openApp('/');
    household.answer({
      ok: true,
      value: { undo: { run: trip, commands: [{ kind: 'reopenStep', occurrence: hotel }] } },
    });
    fireEvent.click(await screen.findByRole('button', { name: messages.now.doneWith(null, true) }));
    fireEvent.click(await screen.findByRole('button', { name: messages.frame.undo }));
    await screen.findByText(messages.frame.undone);
    expect(household.intents).toEqual([
      { kind: 'command', run: trip, command: { kind: 'completeStep', occurrence: hotel } },
      { kind: 'command', run: trip, command: { kind: 'reopenStep', occurrence: hotel } },
    ]);
  });

  it('says what happened and the way out when a change could not be saved', async () => {
    const household = openApp('/');
    household.answer({ ok: false, error: { type: 'storageFull' } });
    fireEvent.click(await screen.findByRole('button', { name: messages.now.doneWith(null, true) }));
    const words = messages.failure({ type: 'storageFull' });
    await screen.findByText(words.wayOut);
    expect(screen.queryByRole('button', { name: messages.frame.undo })).toBeNull();
  });

  it('counts the batons in its headline, and invites to start when nothing runs', async () => {
    const household = openApp('/');
    await screen.findByRole('heading', { level: 1, name: 'You hold 4 batons' });
    household.push('now', {
      ...nowView,
      hero: null,
      holding: [],
      holdingCount: 0,
      checks: [],
      notices: [],
      activeRuns: 0,
    });
    await screen.findByRole('heading', { level: 1, name: 'You hold no baton' });
    expect(screen.getByRole('link', { name: messages.now.start }).getAttribute('href')).toBe('/new');
  });

  it('asks to check again before it asks for nudges, and does not call that rest', async () => {
    const household = openApp('/');
    await screen.findByText('Flight lands was 14:40, is now 16:10');
    const headings = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
    expect(headings.indexOf(messages.now.checkAgain)).toBeLessThan(headings.indexOf(messages.now.nudge));
    expect(headings).toContain(messages.now.checkAgain);
    household.push('now', { ...nowView, hero: null, holding: [], holdingCount: 1 });
    await screen.findByRole('heading', { level: 1, name: 'You hold 1 baton' });
    expect(screen.queryByText(messages.now.restTitle)).toBeNull();
    household.push('now', { ...nowView, hero: null, holding: [], holdingCount: 0, checks: [] });
    await screen.findByText(messages.now.restTitle);
  });

  it('tells news until they are acknowledged', async () => {
    const household = openApp('/');
    fireEvent.click(await screen.findByRole('button', { name: /^OK: Flight lands/ }));
    await waitFor(() =>
      expect(household.intents).toEqual([
        { kind: 'command', run: trip, command: { kind: 'acknowledgeAlert', alert: 'fact/arrival-2' } },
      ]),
    );
    household.push('now', { notices: [] });
    await waitFor(() => expect(screen.queryByRole('button', { name: /^OK/ })).toBeNull());
  });

  it('folds what waits on others into one row that opens', async () => {
    openApp('/');
    const fold = await screen.findByRole('button', {
      name: 'Airport transfer, Board dinner, Set up billing',
    });
    expect(screen.queryByRole('link', { name: 'Board dinner' })).toBeNull();
    fireEvent.click(fold);
    expect(fold.getAttribute('aria-expanded')).toBe('true');
    await screen.findByRole('link', { name: 'Board dinner' });
  });

  it('takes a toast away after ten seconds, but not while it is pointed at', async () => {
    const household = openApp('/');
    household.answer({ ok: true, value: { undo: { run: trip, commands: [] } } });
    const done = await screen.findByRole('button', { name: messages.now.doneWith(null, true) });
    vi.useFakeTimers();
    fireEvent.click(done);
    await vi.advanceTimersByTimeAsync(1);
    const undo = screen.getByRole('button', { name: messages.frame.undo });
    fireEvent.focusIn(undo);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(undo.isConnected).toBe(true);
    fireEvent.focusOut(undo);
    await vi.advanceTimersByTimeAsync(10_001);
    expect(undo.isConnected).toBe(false);
  });
});

describe('A flow', () => {
  it('puts the state into every step’s name', async () => {
    openApp('/flows/run-trip');
    await screen.findByRole('link', { name: 'Airport transfer, Noor has it' });
    expect(screen.getByRole('link', { name: 'Reserve the hotel, Your turn' }).getAttribute('href')).toBe(
      hotelAddress,
    );
  });

  it('says plainly that it is not on this device', async () => {
    openApp('/flows/elsewhere');
    await screen.findByText(messages.flow.missingTitle);
  });

  it('says what is kept but cannot be shown', async () => {
    const household = openApp('/flows/run-trip');
    await screen.findByRole('link', { name: 'Airport transfer, Noor has it' });
    household.push('flow', { newerEvents: 2 });
    await screen.findByText(messages.flow.newer(2));
  });
});

describe('Log', () => {
  it('groups by day and shows only mine on demand', async () => {
    openApp('/log', (query) => {
      const view = tuesdayViews(query);
      if (query.kind !== 'log' || query.person === undefined || view?.kind !== 'log') return view;
      return { ...view, lines: view.lines.filter(({ by }) => by?.id === query.person) };
    });
    await screen.findByRole('heading', { name: 'Today' });
    expect(screen.getByRole('heading', { name: 'Yesterday' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: log.yours }));
    await waitFor(() => expect(screen.queryByText(/finished Approve the budget/)).toBeNull());
    expect(screen.getByRole('link', { name: /You ticked/ })).toBeTruthy();
  });

  it('asks for older lines and keeps those it has meanwhile', async () => {
    const limits: number[] = [];
    openApp('/log', (query) => {
      if (query.kind !== 'log') return tuesdayViews(query);
      limits.push(query.limit);
      return limits.length === 1 ? tuesdayViews(query) : undefined;
    });
    fireEvent.click(await screen.findByRole('button', { name: log.olderLines }));
    await waitFor(() => expect(limits).toEqual([60, 120]));
    expect(screen.getByRole('heading', { name: 'Today' })).toBeTruthy();
  });
});
