// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { problemWords } from '../../src/i18n/core/en/problems.ts';
import { refusalWords } from '../../src/i18n/core/en/refusals.ts';
import type { Problem } from '../../src/worker/messages.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { appView } from '../support/tuesday-morning.ts';

const words = problemWords(messages.formats);
const quota = 4507;

afterEach(cleanup);

describe('Problems', () => {
  it('stand on Now with what helps, and go when they are over', async () => {
    const household = openApp('/');
    await screen.findByRole('heading', { level: 1 });
    const problems: readonly Problem[] = [
      { type: 'relayRefuses', code: quota },
      { type: 'foreignFrames', count: 2 },
      { type: 'forked' },
    ];
    household.push('app', { problems });
    for (const problem of problems) {
      await screen.findByText(words.problem(problem).what);
      await screen.findByText(words.problem(problem).wayOut);
    }
    household.push('app', { problems: [{ type: 'forked' }] });
    await waitFor(() =>
      expect(screen.queryByText(words.problem({ type: 'foreignFrames', count: 2 }).what)).toBeNull(),
    );
    screen.getByText(words.problem({ type: 'forked' }).what);
    household.push('app', { problems: [] });
    await waitFor(() => expect(screen.queryByText(words.problem({ type: 'forked' }).what)).toBeNull());
  });

  it('say in Settings what a refusal means, also one that passes', async () => {
    const household = openApp('/settings');
    await screen.findByText('Up to date');
    for (const refusal of [quota, 4429]) {
      household.push('app', { sync: { ...appView.sync, state: 'refused', refusal } });
      await screen.findByText(refusalWords(refusal).what);
      await screen.findByText(new RegExp(messages.settings.refusalNumber(refusal)));
    }
  });
});
