/** QR codes as grey pictures, made of a text or of the path that the page draws. */
import { encodeQR } from 'qr';

/** One byte a pixel, 0 black to 255 white, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A code in the middle of a grey picture; `scale` pixels a square. */
export function drawCode(text: string, width: number, height: number, scale: number): GreyPicture {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const pixels = new Uint8Array(width * height).fill(128);
  const left = Math.floor((width - modules.length * scale) / 2);
  const top = Math.floor((height - modules.length * scale) / 2);
  if (left < 0 || top < 0) throw new Error('The code is larger than the picture');
  for (const [y, row] of modules.entries())
    for (const [x, isDark] of row.entries())
      fill({ width, height, pixels }, left + x * scale, top + y * scale, scale, scale, isDark ? 0 : 255);
  return { width, height, pixels };
}

/** What an SVG of this side (in squares) shows, when its path is made of rectangles `Mx yhNv1Hxz`. */
export function paintPath(path: string, side: number, scale: number): GreyPicture {
  const picture = {
    width: side * scale,
    height: side * scale,
    pixels: new Uint8Array((side * scale) ** 2).fill(255),
  };
  const rest = path.replace(/M(\d+) (\d+)h(\d+)v1H(\d+)z/g, (_, x, y, wide, back) => {
    if (x !== back) throw new Error('A rectangle does not close');
    fill(picture, Number(x) * scale, Number(y) * scale, Number(wide) * scale, scale, 0);
    return '';
  });
  if (rest !== '') throw new Error(`Not made of rectangles: ${rest.slice(0, 40)}`);
  return picture;
}

/** As a canvas gives it. */
export function toRgba({ width, height, pixels }: GreyPicture): {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
} {
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [at, grey] of pixels.entries()) data.fill(grey, at * 4, at * 4 + 3);
  return { width, height, data };
}

function fill(picture: GreyPicture, x: number, y: number, wide: number, high: number, grey: number): void {
  for (let row = y; row < y + high; row += 1)
    picture.pixels.fill(grey, row * picture.width + x, row * picture.width + x + wide);
}
