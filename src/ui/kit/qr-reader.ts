/**
 * Finds QR codes in pictures: with the browser's own detector where there is one, otherwise with a decoder
 * that is loaded for it. A detector may be there and not work (it is a service of the device), so the first
 * time that it fails is its last.
 *
 * Invariant: nothing that was read is kept here, and the canvas is emptied after each look.
 */

/** A frame of a playing video, or a picture. */
export type QrPicture = HTMLVideoElement | ImageBitmap;

export interface QrReader {
  /**
   * What the codes in it say; empty when there is none. `thorough` takes its time, for a picture that
   * is looked at once; frames of a camera come again.
   */
  readonly read: (picture: QrPicture, how?: 'quick' | 'thorough') => Promise<readonly string[]>;
}

interface Detector {
  detect(picture: QrPicture): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Longest side that is decoded, pixels, and the time for guesses after the first, ms. */
const limits = {
  quick: { side: 960, effort: 2, timeLimit: 30 },
  thorough: { side: 1920, effort: 32, timeLimit: 1500 },
} as const;

/** Rejects when neither way of reading is there, as when the decoder cannot be loaded. */
export async function createQrReader(): Promise<QrReader> {
  let detector = await findDetector();
  let decoder: Promise<QrReader> | null = null;
  const decode: QrReader['read'] = async (picture, how) => {
    decoder ??= createDecoder();
    return (await decoder).read(picture, how);
  };
  if (detector === null) await (decoder = createDecoder());

  return {
    read: async (picture, how = 'quick') => {
      if (detector === null) return decode(picture, how);
      try {
        const found = await detector.detect(picture);
        const texts = found.map((code) => code.rawValue).filter((text) => text !== '');
        return texts.length === 0 && how === 'thorough' ? await decode(picture, how) : texts;
      } catch {
        detector = null;
        return decode(picture, how);
      }
    },
  };
}

async function findDetector(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis as { readonly BarcodeDetector?: DetectorClass };
  if (BarcodeDetector === undefined) return null;
  try {
    const formats = await BarcodeDetector.getSupportedFormats();
    return formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
  } catch {
    return null;
  }
}

async function createDecoder(): Promise<QrReader> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('The browser draws on no canvas');
  return {
    read: async (picture, how = 'quick') => {
      const { side, effort, timeLimit } = limits[how];
      const size = sizeOf(picture);
      const scale = Math.min(1, side / Math.max(size.width, size.height));
      const width = Math.floor(size.width * scale);
      const height = Math.floor(size.height * scale);
      if (width === 0 || height === 0) return [];
      canvas.width = width;
      canvas.height = height;
      context.drawImage(picture, 0, 0, width, height);
      const { data } = context.getImageData(0, 0, width, height);
      canvas.width = 0;
      try {
        return [decodeQR({ width, height, data }, { effort, timeLimit })];
      } catch {
        // This is how it says that there is no code.
        return [];
      }
    },
  };
}

function sizeOf(picture: QrPicture): { readonly width: number; readonly height: number } {
  return picture instanceof HTMLVideoElement
    ? { width: picture.videoWidth, height: picture.videoHeight }
    : picture;
}
