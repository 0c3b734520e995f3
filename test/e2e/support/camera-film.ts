/** What a camera sees, as a film that Chromium plays in place of one. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { drawCode } from '../../support/qr-picture.ts';

const size = { width: 640, height: 480 };
/** Frames a second. */
const rate = 5;

/** Writes a film to `path` (.y4m) in which the codes are held up one after the other, each for some seconds. */
export function writeCameraFilm(
  path: string,
  scenes: readonly { readonly code: string; readonly seconds: number }[],
): string {
  const file = openSync(path, 'w');
  writeSync(file, `YUV4MPEG2 W${size.width} H${size.height} F${rate}:1 Ip A1:1 C420\n`);
  // A quarter of the pixels each, and no colour in either.
  const colour = Buffer.alloc((size.width / 2) * (size.height / 2) * 2, 128);
  for (const { code, seconds } of scenes) {
    const { pixels } = drawCode(code, size.width, size.height, 7);
    for (let frame = 0; frame < seconds * rate; frame += 1) {
      writeSync(file, 'FRAME\n');
      writeSync(file, pixels);
      writeSync(file, colour);
    }
  }
  closeSync(file);
  return path;
}
