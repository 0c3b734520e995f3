// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { decodeQR } from 'qr/decode.js';
import { afterEach, describe, expect, it } from 'vitest';
import { inviteCodeWords } from '../../src/i18n/core/en/invite-code.ts';
import { modulesToPath } from '../../src/ui/kit/qr-path.ts';
import type { IntentResult } from '../../src/worker/messages.ts';
import { paintPath, toRgba } from '../support/qr-picture.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { tuesdayMorning } from '../support/tuesday-people.ts';

const words = messages.people;
const fragment = '#invite=EAr2bV3kWmYc0dQ7tZp4sXo9uLhJ1nGfBvKe6aRi8TqM5wCxD2yNzPlOgIjUhFsE';
const made: IntentResult = {
  ok: true,
  value: { invite: { id: 'i1', fragment, expiresAt: tuesdayMorning + 86_400_000 } },
};

afterEach(cleanup);

async function showCode(): Promise<SVGElement> {
  const household = openApp('/people');
  household.answer(made);
  fireEvent.click(await screen.findByRole('button', { name: words.invite('Jon') }));
  fireEvent.click(await screen.findByRole('button', { name: 'Make the invite' }));
  return screen.findByRole<HTMLElement & SVGElement>('img', { name: inviteCodeWords.label('Jon') });
}

describe('The code of an invite', () => {
  it('says the link and nothing else to whoever scans it', async () => {
    const code = await showCode();
    const side = Number(code.getAttribute('viewBox')?.split(' ')[2]);
    const paths = [...code.querySelectorAll('path')];
    expect(paths).toHaveLength(1);
    const picture = toRgba(paintPath(paths[0]?.getAttribute('d') ?? '', side, 5));
    expect(decodeQR(picture)).toBe(`${location.origin}/join${fragment}`);
  });

  it('has four light squares all around, and no style of its own', async () => {
    const code = await showCode();
    const side = Number(code.getAttribute('viewBox')?.split(' ')[2]);
    const path = code.querySelector('path')?.getAttribute('d') ?? '';
    const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, wide]) => ({
      left: Number(x),
      right: Number(x) + Number(wide),
      top: Number(y),
    }));
    expect(Math.min(...starts.map(({ left }) => left))).toBe(4);
    expect(Math.max(...starts.map(({ right }) => right))).toBe(side - 4);
    expect(Math.min(...starts.map(({ top }) => top))).toBe(4);
    expect(Math.max(...starts.map(({ top }) => top))).toBe(side - 5);
    expect(code.outerHTML).not.toContain('style=');
  });

  it('tells in words what it is for and who scans it, and never the secret', async () => {
    const code = await showCode();
    screen.getByText(inviteCodeWords.hint('Jon'));
    expect(code.outerHTML).not.toContain(fragment.slice(8));
  });

  it('is gone with its sheet', async () => {
    const code = await showCode();
    fireEvent.click(screen.getByRole('button', { name: messages.frame.close }));
    await waitFor(() => expect(code.isConnected).toBe(false));
    expect(document.querySelector('svg[role=img][aria-label*="scan"]')).toBeNull();
    expect(document.documentElement.outerHTML).not.toContain(fragment);
  });
});

describe('modulesToPath', () => {
  it('makes one rectangle of dark squares side by side, up to the edge', () => {
    expect(
      modulesToPath([
        [true, true, false, true],
        [false, false, false, false],
        [false, true, true, true],
      ]),
    ).toBe('M0 0h2v1H0zM3 0h1v1H3zM1 2h3v1H1z');
  });
});
