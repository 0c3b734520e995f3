/** What scanning needs of the browser, so that a test can stand in for a camera. */
import type { Result } from '../../../model/result.ts';
import { createQrReader, type QrReader } from '../../kit/qr-reader.ts';
import { type CameraFailure, openCamera } from './camera.ts';

export interface ScanTools {
  readonly openCamera: () => Promise<Result<MediaStream, CameraFailure>>;
  /** Rejects when codes cannot be read at all. */
  readonly createReader: () => Promise<QrReader>;
  /** null when the file is no picture that this browser can open. */
  readonly openPicture: (file: Blob) => Promise<ImageBitmap | null>;
  /** Resolves when it is time to look again. */
  readonly nextLook: () => Promise<void>;
}

/** Between two looks, ms: a few a second find a code at once and leave the phone cool. */
const pause = 160;
/** Idle time is waited for this long, ms. */
const patience = 400;

export const browserScanTools: ScanTools = {
  openCamera,
  createReader: createQrReader,
  openPicture: async (file) => {
    try {
      return await createImageBitmap(file);
    } catch {
      return null;
    }
  },
  nextLook: async () => {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (typeof requestIdleCallback !== 'function') return;
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: patience }));
  },
};
