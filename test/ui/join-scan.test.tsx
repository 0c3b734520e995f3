// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { scanWords } from '../../src/i18n/core/en/scan.ts';
import { MessagesProvider } from '../../src/i18n/messages-context.tsx';
import { ToastProvider } from '../../src/ui/kit/toast.tsx';
import { openCamera } from '../../src/ui/screens/join/camera.ts';
import { ScanSheet } from '../../src/ui/screens/join/scan-sheet.tsx';
import { scannedToInvite } from '../../src/ui/screens/join/scanned-invite.ts';
import { messages, openApp } from '../support/render-app.tsx';
import { createScanStage, type ScanStage, streamOf } from '../support/scan-stage.ts';
import { appView, tuesdayViews } from '../support/tuesday-morning.ts';

const words = messages.join;
const link = 'https://elsewhere.test:8443/join#invite=EAr2bV3k';
const invite = '#invite=EAr2bV3k';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(document, 'hidden');
  Reflect.deleteProperty(navigator, 'mediaDevices');
  window.history.replaceState(null, '', '/');
});

function openSheet(stage: ScanStage = createScanStage()) {
  // The page has no picture, but what is there counts as one that plays.
  vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(4);
  const found = vi.fn<(invite: string) => void>();
  const closed = vi.fn<() => void>();
  const { unmount } = render(() => (
    <MessagesProvider messages={messages}>
      <ToastProvider>
        <ScanSheet tools={stage.tools} onInvite={found} onClose={closed} />
      </ToastProvider>
    </MessagesProvider>
  ));
  return { stage, found, closed, unmount };
}
function hide(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
  document.dispatchEvent(new Event('visibilitychange'));
}
async function choosePicture(): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (input === null) throw new Error('There is no file field');
  Object.defineProperty(input, 'files', { configurable: true, value: [new Blob(['picture'])] });
  fireEvent.change(input);
}

describe('What a code says', () => {
  it.each([
    [link, invite],
    ['http://192.168.1.4:5173/#invite=abc', '#invite=abc'],
    ['#invite=abc\n', '#invite=abc'],
    ['javascript:alert(1)#invite=abc', '#invite=abc'],
  ])('is an invite whatever its address: %s', (text, found) => {
    expect(scannedToInvite(text)).toBe(found);
  });

  it.each(['', 'https://baton.test/join', 'https://shop.test/?invite=abc', 'WIFI:S:home;T:WPA;P:secret;;'])(
    'is something else: %s',
    (text) => {
      expect(scannedToInvite(text)).toBeNull();
    },
  );
});

describe('Scanning', () => {
  it('hands over what follows the address, once, and closes the camera', async () => {
    const { stage, found } = openSheet();
    await screen.findByText(scanWords.hint);
    expect(stage.cameras()).toEqual([true]);
    stage.show([link]);
    await waitFor(() => expect(found.mock.calls).toEqual([[invite]]));
    expect(stage.cameras()).toEqual([false]);
    const looks = stage.looks();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([stage.looks(), found.mock.calls.length]).toEqual([looks, 1]);
  });

  it('says that another code is no invite, and goes on looking', async () => {
    const { stage, found } = openSheet();
    stage.show(['https://shop.test/fish']);
    await screen.findByText(scanWords.remark('otherCode').what);
    expect(document.documentElement.outerHTML).not.toContain('shop.test');
    stage.show(['https://shop.test/fish', link]);
    await waitFor(() => expect(found).toHaveBeenCalledWith(invite));
  });

  it('closes the camera when the sheet goes, also one that opens after that', async () => {
    const { stage, unmount } = openSheet();
    await screen.findByText(scanWords.hint);
    unmount();
    expect(stage.cameras()).toEqual([false]);

    const late = openSheet();
    late.unmount();
    await waitFor(() => expect(late.stage.cameras()).toEqual([false]));
    expect(late.found).not.toHaveBeenCalled();
  });

  it('closes the camera while nobody sees the page, and opens it again after', async () => {
    const { stage, found } = openSheet();
    await screen.findByText(scanWords.hint);
    hide(true);
    expect(stage.cameras()).toEqual([false]);
    const looks = stage.looks();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stage.looks()).toBeLessThanOrEqual(looks + 1);
    hide(false);
    await waitFor(() => expect(stage.cameras()).toEqual([false, true]));
    stage.show([link]);
    await waitFor(() => expect(found).toHaveBeenCalledWith(invite));
  });

  it('does not look through a camera that failed just because the page is seen again', async () => {
    const stage = createScanStage();
    stage.refuse('denied');
    openSheet(stage);
    await screen.findByText(scanWords.failure('denied').what);
    stage.refuse(null);
    hide(true);
    hide(false);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stage.cameras()).toEqual([]);
  });
});

describe('When the camera is of no use', () => {
  it.each(['noCamera', 'denied', 'busy'] as const)('says so and can try again (%s)', async (why) => {
    const stage = createScanStage();
    stage.refuse(why);
    const { found } = openSheet(stage);
    const said = scanWords.failure(why);
    expect((await screen.findByRole('alert')).textContent).toBe(`${said.what} ${said.wayOut}`);
    stage.refuse(null);
    stage.show([link]);
    fireEvent.click(screen.getByRole('button', { name: words.tryAgain }));
    await waitFor(() => expect(found).toHaveBeenCalledWith(invite));
    expect(stage.cameras()).toEqual([false]);
  });

  it('says why there is none on a plain http address, where trying again is no use, and takes a picture', async () => {
    const stage = createScanStage();
    stage.refuse('insecure');
    const { found } = openSheet(stage);
    await screen.findByText(scanWords.failure('insecure').what);
    expect(screen.queryByRole('button', { name: words.tryAgain })).toBeNull();
    stage.holdPicture([link]);
    await choosePicture();
    await waitFor(() => expect(found).toHaveBeenCalledWith(invite));
  });

  it('says so when it is taken away meanwhile', async () => {
    const { stage } = openSheet();
    await screen.findByText(scanWords.hint);
    stage.unplug();
    await screen.findByText(scanWords.failure('lost').what);
    screen.getByRole('button', { name: words.tryAgain });
  });

  it('says so when nothing here reads codes, closes it, and can try again', async () => {
    const stage = createScanStage();
    stage.loseReader();
    const { found } = openSheet(stage);
    await screen.findByText(scanWords.failure('noReader').what);
    expect(stage.cameras()).toEqual([false]);
    stage.show([link]);
    fireEvent.click(screen.getByRole('button', { name: words.tryAgain }));
    await waitFor(() => expect(found).toHaveBeenCalledWith(invite));
  });

  it('says so when reading breaks off, and closes it', async () => {
    const { stage } = openSheet();
    stage.show(new Error('out of memory'));
    await screen.findByText(scanWords.failure('noReader').what);
    expect(stage.cameras()).toEqual([false]);
  });
});

describe('A picture of a code', () => {
  it('is as good as the camera, which it closes', async () => {
    const { stage, found } = openSheet();
    await screen.findByText(scanWords.hint);
    stage.holdPicture(['something else', link]);
    await choosePicture();
    await waitFor(() => expect(found.mock.calls).toEqual([[invite]]));
    expect(stage.cameras()).toEqual([false]);
  });

  it.each([
    ['noCode', []],
    ['otherCode', ['https://shop.test/fish']],
    ['noPicture', null],
  ] as const)('says what is wrong with it (%s), and the camera goes on', async (remark, texts) => {
    const { stage, found } = openSheet();
    await screen.findByText(scanWords.hint);
    stage.holdPicture(texts);
    await choosePicture();
    const said = scanWords.remark(remark);
    expect((await screen.findByRole('alert')).textContent).toBe(`${said.what} ${said.wayOut}`);
    expect(stage.cameras()).toEqual([true]);
    stage.show([link]);
    await waitFor(() => expect(found).toHaveBeenCalledWith(invite));
  });

  it('can be chosen again when the decoder did not load', async () => {
    const stage = createScanStage();
    stage.refuse('noCamera');
    stage.loseReader();
    stage.holdPicture([link]);
    const { found } = openSheet(stage);
    await screen.findByText(scanWords.failure('noCamera').what);
    await choosePicture();
    await screen.findByText(scanWords.remark('noReader').what);
    await choosePicture();
    await waitFor(() => expect(found).toHaveBeenCalledWith(invite));
  });
});

describe('Opening the camera', () => {
  const setDevices = (devices: unknown): void => {
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: devices });
  };

  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'noCamera'],
    ['OverconstrainedError', 'noCamera'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('knows what %s means', async (name, type) => {
    setDevices({ getUserMedia: () => Promise.reject(new DOMException('', name)) });
    expect(await openCamera()).toEqual({ ok: false, error: { type } });
  });

  it('tells a page without a secure connection from a browser without cameras', async () => {
    setDevices(undefined);
    vi.stubGlobal('isSecureContext', false);
    expect(await openCamera()).toEqual({ ok: false, error: { type: 'insecure' } });
    vi.stubGlobal('isSecureContext', true);
    expect(await openCamera()).toEqual({ ok: false, error: { type: 'noCamera' } });
  });

  it('asks for the picture of the one that looks away, and for no sound', async () => {
    const getUserMedia = vi.fn(async () => ({ getTracks: () => [] }));
    setDevices({ getUserMedia });
    await openCamera();
    expect(getUserMedia).toHaveBeenCalledWith({
      video: expect.objectContaining({ facingMode: 'environment' }),
    });
  });
});

describe('Joining by a code', () => {
  const newDevice = { stage: 'empty', me: null, spaceName: '' } as const;

  it('ends where a pasted link does: in one attempt, with the same words when it is damaged', async () => {
    vi.spyOn(HTMLMediaElement.prototype, 'readyState', 'get').mockReturnValue(4);
    const track = { stop: vi.fn(), addEventListener: () => undefined, getSettings: () => ({}) };
    Object.defineProperty(navigator, 'mediaDevices', {
      configurable: true,
      value: { getUserMedia: async () => streamOf(track) },
    });
    class Detector {
      static getSupportedFormats = async () => ['qr_code'];
      detect = async () => [{ rawValue: link }];
    }
    vi.stubGlobal('BarcodeDetector', Detector);
    const household = openApp('/join', (query) =>
      query.kind === 'app' ? { ...appView, ...newDevice } : tuesdayViews(query),
    );
    household.answer({ ok: false, error: { type: 'inviteDamaged' } });
    fireEvent.click(await screen.findByRole('button', { name: words.scan }));
    const said = messages.failure({ type: 'inviteDamaged' });
    await screen.findByRole('heading', { level: 1, name: said.what });
    expect(household.intents).toEqual([{ kind: 'acceptInvite', text: invite }]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(track.stop).toHaveBeenCalled();
    expect(location.pathname + location.hash).toBe('/join');
    expect(document.activeElement?.textContent).toBe(said.what);
    // From here the next one can be scanned or pasted.
    screen.getByRole('button', { name: words.scan });
    screen.getByLabelText(words.field);
  });
});
