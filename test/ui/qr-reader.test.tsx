// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createQrReader, type QrPicture } from '../../src/ui/kit/qr-reader.ts';
import { drawCode, type GreyPicture, toRgba } from '../support/qr-picture.ts';

const link = 'https://baton.test/join#invite=EAr2bV3kWmYc0dQ7tZp4sXo9uLhJ1nGf';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A canvas that gives what is drawn on it in the size asked for; there is none without a screen. */
function layCanvas(): { readonly canvases: () => readonly HTMLCanvasElement[] } {
  const canvases: HTMLCanvasElement[] = [];
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    canvases.push(this);
    let drawn: GreyPicture | null = null;
    return {
      drawImage: (picture: unknown) => {
        drawn = picture as GreyPicture;
      },
      getImageData: (_x: number, _y: number, width: number, height: number) => {
        if (drawn === null) throw new Error('Nothing was drawn');
        return toRgba(shrink(drawn, width, height));
      },
    } as unknown as null;
  });
  return { canvases: () => canvases };
}

function shrink({ width, height, pixels }: GreyPicture, toWidth: number, toHeight: number): GreyPicture {
  const small = new Uint8Array(toWidth * toHeight);
  for (let y = 0; y < toHeight; y += 1)
    for (let x = 0; x < toWidth; x += 1) {
      const from = Math.floor((y * height) / toHeight) * width + Math.floor((x * width) / toWidth);
      small[y * toWidth + x] = pixels[from] ?? 0;
    }
  return { width: toWidth, height: toHeight, pixels: small };
}

function bringDetector(formats: readonly string[], detect: () => Promise<unknown>) {
  const spy = vi.fn(detect);
  class Detector {
    static getSupportedFormats = async () => formats;
    detect = spy;
  }
  vi.stubGlobal('BarcodeDetector', Detector);
  return spy;
}

const picture = (text: string, width = 640, height = 480, scale = 5): QrPicture =>
  drawCode(text, width, height, scale) as unknown as ImageBitmap;
const nothing = {
  width: 320,
  height: 240,
  pixels: new Uint8Array(320 * 240).fill(200),
} as unknown as ImageBitmap;

describe('Reading codes without a detector', () => {
  it('finds the code in a picture, and nothing where there is none', async () => {
    layCanvas();
    const reader = await createQrReader();
    expect(await reader.read(picture(link))).toEqual([link]);
    expect(await reader.read(nothing)).toEqual([]);
    expect(await reader.read(picture(link), 'thorough')).toEqual([link]);
  });

  it('shrinks what is large, waits for a size, and leaves nothing on the canvas', async () => {
    const { canvases } = layCanvas();
    const reader = await createQrReader();
    expect(await reader.read(picture(link, 3000, 2000, 30), 'thorough')).toEqual([link]);
    expect(await reader.read({ width: 0, height: 0 } as ImageBitmap)).toEqual([]);
    expect(canvases().map(({ width }) => width)).toEqual([0]);
  });

  it('says so when it cannot read at all', async () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    await expect(createQrReader()).rejects.toThrow('canvas');
  });
});

describe('Reading codes with the browser’s detector', () => {
  it('takes what it finds, without the decoder', async () => {
    const { canvases } = layCanvas();
    bringDetector(['qr_code'], async () => [{ rawValue: 'one' }, { rawValue: '' }, { rawValue: 'two' }]);
    expect(await (await createQrReader()).read(nothing)).toEqual(['one', 'two']);
    expect(canvases()).toEqual([]);
  });

  it('leaves it aside when it knows other codes only', async () => {
    layCanvas();
    const detect = bringDetector(['ean_13'], async () => []);
    expect(await (await createQrReader()).read(picture(link))).toEqual([link]);
    expect(detect).not.toHaveBeenCalled();
  });

  it('does without it for good once it has failed', async () => {
    layCanvas();
    const detect = bringDetector(['qr_code'], async () => {
      throw new DOMException('Barcode detection service unavailable.', 'NotSupportedError');
    });
    const reader = await createQrReader();
    expect(await reader.read(picture(link))).toEqual([link]);
    expect(await reader.read(picture(link))).toEqual([link]);
    expect(detect).toHaveBeenCalledOnce();
  });

  it('looks a second time, with the decoder, at a picture in which it found nothing', async () => {
    layCanvas();
    bringDetector(['qr_code'], async () => []);
    const reader = await createQrReader();
    expect(await reader.read(picture(link), 'thorough')).toEqual([link]);
    expect(await reader.read(picture(link), 'quick')).toEqual([]);
  });
});
