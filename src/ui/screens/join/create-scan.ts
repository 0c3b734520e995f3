/**
 * Looks for an invite in what the camera sees, or in a picture, until there is one.
 *
 * Invariant: the camera is on only while it is looked through. It is closed when an invite is found, when
 * anything fails, when the page is hidden (and opened again after), and when the owner goes.
 */
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js';
import { type CameraFailure, closeCamera } from './camera.ts';
import type { ScanTools } from './scan-tools.ts';
import { scannedToInvite } from './scanned-invite.ts';

export type ScanFailure =
  | CameraFailure['type']
  /** It was taken away while it was on. */
  | 'lost'
  /** Neither the browser nor our own decoder reads codes here. */
  | 'noReader';

export type ScanState =
  | { readonly at: 'opening' }
  | { readonly at: 'looking'; readonly stream: MediaStream }
  | { readonly at: 'failed'; readonly why: ScanFailure };

/** What was found instead of an invite: another code, a picture without one, a file that is no picture. */
export type ScanRemark = 'otherCode' | 'noCode' | 'noPicture' | 'noReader';

export interface Scan {
  readonly state: Accessor<ScanState>;
  readonly remark: Accessor<ScanRemark | null>;
  readonly isReadingPicture: Accessor<boolean>;
  readonly openAgain: () => void;
  readonly readPicture: (file: Blob) => Promise<void>;
}

/** `video` shows the stream of the state; it is asked for anew at each look. */
export function createScan(
  tools: ScanTools,
  video: () => HTMLVideoElement | undefined,
  onInvite: (invite: string) => void,
): Scan {
  const [state, setState] = createSignal<ScanState>({ at: 'opening' });
  const [remark, setRemark] = createSignal<ScanRemark | null>(null);
  const [isReadingPicture, setIsReadingPicture] = createSignal(false);
  let stream: MediaStream | null = null;
  /** Counts openings; whatever belongs to an earlier one has no say any more. */
  let opening = 0;
  let isOver = false;
  let reader: ReturnType<ScanTools['createReader']> | null = null;
  const getReader = () => (reader ??= tools.createReader());

  const close = (): void => {
    opening += 1;
    if (stream !== null) closeCamera(stream);
    stream = null;
  };
  const fail = (why: ScanFailure): void => {
    close();
    setState({ at: 'failed', why });
  };
  /** Whether the search is over. */
  const take = (texts: readonly string[]): boolean => {
    const invite = texts.map(scannedToInvite).find((found) => found !== null);
    if (invite === undefined) {
      if (texts.length > 0) setRemark('otherCode');
      return false;
    }
    isOver = true;
    close();
    onInvite(invite);
    return true;
  };

  const look = async (isMine: () => boolean): Promise<void> => {
    try {
      const codes = await getReader();
      while (isMine()) {
        await tools.nextLook();
        const frame = video();
        if (!isMine() || frame === undefined || frame.readyState < frame.HAVE_CURRENT_DATA) continue;
        const texts = await codes.read(frame);
        if (isMine() && take(texts)) return;
      }
    } catch {
      reader = null;
      if (isMine()) fail('noReader');
    }
  };

  const open = async (): Promise<void> => {
    close();
    const mine = opening;
    const isMine = (): boolean => mine === opening;
    setState({ at: 'opening' });
    const opened = await tools.openCamera();
    if (!isMine()) {
      if (opened.ok) closeCamera(opened.value);
      return;
    }
    if (!opened.ok) return fail(opened.error.type);
    stream = opened.value;
    for (const track of stream.getTracks())
      track.addEventListener('ended', () => {
        if (isMine()) fail('lost');
      });
    setState({ at: 'looking', stream });
    await look(isMine);
  };

  const readPicture = async (file: Blob): Promise<void> => {
    if (isReadingPicture()) return;
    setIsReadingPicture(true);
    setRemark(null);
    const picture = await tools.openPicture(file);
    try {
      if (picture === null) setRemark('noPicture');
      else {
        const texts = await (await getReader()).read(picture, 'thorough');
        if (!isOver && !take(texts) && texts.length === 0) setRemark('noCode');
      }
    } catch {
      reader = null;
      setRemark('noReader');
    }
    picture?.close();
    setIsReadingPicture(false);
  };

  const followPage = (): void => {
    if (isOver || state().at === 'failed') return;
    if (document.hidden) close();
    else void open();
  };
  onMount(() => {
    document.addEventListener('visibilitychange', followPage);
    void open();
  });
  onCleanup(() => {
    isOver = true;
    document.removeEventListener('visibilitychange', followPage);
    close();
  });

  return { state, remark, isReadingPicture, openAgain: () => void open(), readPicture };
}
