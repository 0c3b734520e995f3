// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it } from 'vitest';
import { captureWords } from '../../src/i18n/core/en/capture.ts';
import { asId, type StepId } from '../../src/model/ids.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { readTyped } from '../support/read-typed.ts';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const typed = 'Book flights\nReserve hotel';

describe('A typed plan that cannot be followed', () => {
  it('says everything that is wrong with it by its own words, until somebody types on', async () => {
    const household = openApp('/new');
    const [first, second] = readTyped(typed).definition.steps.map(({ id }) => id);
    const missing = asId<StepId>('elsewhere');
    household.answer((intent) =>
      intent.kind === 'startRun'
        ? {
            ok: false,
            error: {
              type: 'invalidWorkflow',
              problems: [
                { type: 'cycle', steps: [first ?? missing, second ?? missing] },
                { type: 'unknownStep', step: second ?? missing, missing },
              ],
            },
          }
        : { ok: true, value: {} },
    );
    const area = await screen.findByRole('textbox', { name: captureWords(messages.formats).label });
    fireEvent.input(area, { target: { value: typed } });
    fireEvent.click(screen.getByRole('button', { name: captureWords(messages.formats).start }));
    const list = await screen.findByRole('list', { name: captureWords(messages.formats).problems });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      '“Book flights” and “Reserve hotel” wait for each other, so none could ever start. Change what one of them starts after.',
      '“Reserve hotel” starts after a step that is not there. Change what it starts after.',
    ]);
    fireEvent.input(area, { target: { value: `${typed} @sam` } });
    await waitFor(() =>
      expect(screen.queryByRole('list', { name: captureWords(messages.formats).problems })).toBeNull(),
    );
  });
});
