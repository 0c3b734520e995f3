// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shareWords as words } from '../../src/i18n/core/en/share.ts';
import { sharedStepToOperations, textToStep } from '../../src/ui/screens/share/shared-step.ts';
import { asId, type StepId } from '../../src/model/ids.ts';
import { openApp } from '../support/render-app.tsx';
import { appView, tuesdayViews } from '../support/tuesday-morning.ts';

const forget = vi.fn(async () => undefined);
const shares = (text: string) => ({ shared: { read: async () => text, forget } });

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.clearAllMocks();
});

describe('a shared text', () => {
  it('becomes a note on the step that is chosen', async () => {
    const household = openApp('/share', tuesdayViews, shares('Room 12, quiet side'));
    fireEvent.click(await screen.findByRole('button', { name: words.note }));
    const sheet = await screen.findByRole('dialog', { name: words.whichStep });
    fireEvent.input(within(sheet).getByLabelText(words.find), { target: { value: 'dinner' } });
    fireEvent.click(await within(sheet).findByRole('button', { name: /dinner/i }));
    await waitFor(() =>
      expect(household.intents).toMatchObject([
        { kind: 'command', command: { kind: 'addNote', text: 'Room 12, quiet side' } },
      ]),
    );
    await waitFor(() => expect(forget).toHaveBeenCalled());
  });

  it('becomes a step of the flow that is chosen', async () => {
    const household = openApp('/share', tuesdayViews, shares('Buy boots\nsize 34'));
    fireEvent.click(await screen.findByRole('button', { name: words.step }));
    const sheet = await screen.findByRole('dialog', { name: words.whichFlow });
    fireEvent.click(await within(sheet).findByRole('button', { name: /Lisbon/ }));
    await waitFor(() =>
      expect(household.intents).toMatchObject([
        {
          command: {
            kind: 'changePlan',
            operations: [{ kind: 'addStep', step: { title: 'Buy boots', instructions: 'size 34' } }],
          },
        },
      ]),
    );
  });

  it('becomes lines of a new flow, after those that were typed before', async () => {
    localStorage.setItem('baton.draft', 'Trip:');
    openApp('/share', tuesdayViews, shares('Pack\nGo'));
    fireEvent.click(await screen.findByRole('button', { name: words.flow }));
    await waitFor(() => expect(window.location.pathname).toBe('/new'));
    expect(localStorage.getItem('baton.draft')).toBe('Trip:\nPack\nGo');
  });

  it('is not asked about where one may only look', async () => {
    openApp(
      '/share',
      (query) => (query.kind === 'app' ? { ...appView, access: 'viewer' } : tuesdayViews(query)),
      shares('Pack'),
    );
    await screen.findByText(words.viewer);
    expect(screen.queryByRole('button', { name: words.note })).toBeNull();
  });

  it('asks for what was copied when nothing waits', async () => {
    openApp('/share');
    await screen.findByRole('heading', { level: 1, name: words.pasteTitle });
    expect(screen.queryByRole('button', { name: words.note })).toBeNull();
    fireEvent.input(screen.getByLabelText(words.field), { target: { value: 'Pack' } });
    await screen.findByRole('button', { name: words.note });
  });
});

describe('a text as a step', () => {
  it('is called by its first line', () => {
    expect(textToStep('\n  Buy boots \n\n size 34 ')).toEqual({
      title: 'Buy boots',
      instructions: 'size 34',
    });
    expect(sharedStepToOperations(asId<StepId>('s'), { title: 'Go', instructions: '' })).toEqual([
      {
        kind: 'addStep',
        behind: null,
        step: { id: 's', kind: 'task', title: 'Go', after: [], assignee: { kind: 'conductor' } },
      },
    ]);
  });

  it('keeps a long line whole beside a short name', () => {
    const long = 'word '.repeat(60).trim();
    const { title, instructions } = textToStep(long);
    expect(title.length).toBeLessThanOrEqual(141);
    expect(title.endsWith('word…')).toBe(true);
    expect(instructions).toBe(long);
  });
});
