// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { stepEditorWords } from '../../src/i18n/core/en/step-editor.ts';
import { layoutQueries } from '../../src/ui/media.ts';
import { workflowPath } from '../../src/ui/routes.ts';
import { saleEditor, saleWorkflow } from '../support/bake-sale-editor.ts';
import { actionsOf, hotelAddress, openStep } from '../support/open-step.tsx';
import { messages, openApp } from '../support/render-app.tsx';
import { stubTurning } from '../support/turned-device.ts';
import { tuesdayViews } from '../support/tuesday-morning.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a device that is turned, so that a sheet becomes a panel beside the page and back', () => {
  it('stays on the page of a step, with what was half typed and the focus in it', async () => {
    const turn = stubTurning([layoutQueries.panel]);
    openStep(hotelAddress, { actions: actionsOf({ handOver: true }) });
    const sheet = await screen.findByRole('dialog');
    fireEvent.click(
      await within(sheet).findByRole('button', { name: new RegExp(`^${messages.step.handOver}`) }),
    );
    const note = await within(sheet).findByRole('textbox', { name: messages.step.handOverNote });
    note.focus();
    fireEvent.input(note, { target: { value: 'The key is with' } });

    turn(true);
    const panel = await screen.findByRole('complementary');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(within(panel).getByRole('heading', { name: messages.step.handOverTitle })).toBeTruthy();
    expect(within(panel).getByDisplayValue('The key is with')).toBe(note);
    expect(document.activeElement).toBe(note);

    fireEvent.input(note, { target: { value: 'The key is with Jon' } });
    turn(false);
    const again = await screen.findByRole('dialog');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(within(again).getByDisplayValue('The key is with Jon')).toBe(note);
    expect(document.activeElement).toBe(note);
    expect(again.getAttribute('aria-labelledby')).toBe(
      within(again).getByRole('heading', { name: messages.step.handOverTitle }).id,
    );
  });

  it('closes a panel by Esc as it closes a sheet', async () => {
    const turn = stubTurning([layoutQueries.panel]);
    openStep(hotelAddress);
    await screen.findByRole('dialog');
    turn(true);
    const panel = await screen.findByRole('complementary');
    fireEvent.keyDown(within(panel).getByRole('button', { name: messages.frame.close }), { key: 'Escape' });
    await vi.waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });

  it('keeps the draft of a step and the page of it that is open in the editor', async () => {
    const words = stepEditorWords(messages.formats, messages.times);
    const turn = stubTurning(['(min-width: 1100px)']);
    openApp(workflowPath(saleWorkflow), (query) =>
      query.kind === 'editor' ? saleEditor : tuesdayViews(query),
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Ask' }));
    const sheet = await screen.findByRole('dialog');
    const name = await within(sheet).findByDisplayValue('Ask');
    fireEvent.input(name, { target: { value: 'Ask mum' } });

    turn(true);
    const panel = await screen.findByRole('complementary');
    expect(within(panel).getByDisplayValue('Ask mum')).toBe(name);
    fireEvent.click(within(panel).getByRole('button', { name: new RegExp(words.checklistTitle) }));
    await within(panel).findByRole('heading', { name: words.checklistTitle });

    turn(false);
    const again = await screen.findByRole('dialog');
    fireEvent.click(within(again).getByRole('button', { name: words.done }));
    expect(await within(again).findByDisplayValue('Ask mum')).toBeTruthy();
  });
});
