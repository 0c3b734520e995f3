// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HouseholdProvider } from '../../src/client/household.ts';
import { captureWords } from '../../src/i18n/core/en/capture.ts';
import { MessagesProvider } from '../../src/i18n/messages-context.tsx';
import { Sheet } from '../../src/ui/kit/sheet.tsx';
import { ToastProvider } from '../../src/ui/kit/toast.tsx';
import { TextPage } from '../../src/ui/screens/capture/text-page.tsx';
import { tripPreview } from '../support/fresh-device.ts';
import { messages } from '../support/render-app.tsx';
import { createScriptedHousehold } from '../support/scripted-household.ts';

afterEach(cleanup);

const words = captureWords(messages.formats);

function open(onSave: ((text: string) => Promise<boolean>) | null) {
  const done = vi.fn<() => void>();
  render(() => (
    <MessagesProvider messages={messages}>
      <HouseholdProvider value={createScriptedHousehold(() => undefined, tripPreview)}>
        <ToastProvider>
          <Sheet onClose={() => undefined}>
            <TextPage text={'Book\nPack\n'} onSave={onSave} before={null} onDone={done} />
          </Sheet>
        </ToastProvider>
      </HouseholdProvider>
    </MessagesProvider>
  ));
  return done;
}

describe('A workflow as text', () => {
  it('is saved as it was changed, and closes then', async () => {
    const save = vi.fn<(text: string) => Promise<boolean>>(async () => true);
    const done = open(save);
    fireEvent.input(screen.getByRole('textbox', { name: words.label }), { target: { value: 'Book\nGo\n' } });
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(save).toHaveBeenCalledWith('Book\nGo\n');
  });

  it('stays open with what was typed when it could not be kept', async () => {
    const done = open(async () => false);
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    await screen.findByText(words.notSaved);
    expect(done).not.toHaveBeenCalled();
  });

  it('is not saved without a step', async () => {
    const save = vi.fn<(text: string) => Promise<boolean>>(async () => true);
    open(save);
    fireEvent.input(screen.getByRole('textbox', { name: words.label }), { target: { value: 'Trip:\n' } });
    fireEvent.click(screen.getByRole('button', { name: words.save }));
    await screen.findByText(words.issue({ type: 'noSteps' }));
    expect(save).not.toHaveBeenCalled();
    expect(screen.queryByText(words.notSaved)).toBeNull();
  });

  it('is copied, and not changed where one may only look', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    open(null);
    const area = screen.getByRole('textbox', { name: words.label });
    expect(area.hasAttribute('readonly')).toBe(true);
    screen.getByText(words.onlyText);
    expect(screen.queryByRole('button', { name: words.save })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: words.copy }));
    await screen.findByText(words.copied);
    expect(write).toHaveBeenCalledWith('Book\nPack\n');
    write.mockRestore();
  });
});
