/** A text as the dark squares of a QR code, one path of an SVG. Brings the encoder, so it is loaded when needed. */
import { encodeQR } from 'qr';

/** The light squares around a code that readers need to find it, as its standard asks. */
const quietZone = 4;

export interface QrPath {
  /** Squares from edge to edge, the light ones around included. */
  readonly side: number;
  /** One unit is one square. */
  readonly path: string;
}

/** Throws when the text is longer than a code can hold (some 2,300 bytes). */
export function textToQrPath(text: string): QrPath {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  return { side: modules.length, path: modulesToPath(modules) };
}

/**
 * `modules[y][x]` says whether a square is dark. Squares side by side become one rectangle, so that no
 * seam shows between them.
 */
export function modulesToPath(modules: readonly (readonly boolean[])[]): string {
  return modules.map((row, y) => rowToPath(row, y)).join('');
}

function rowToPath(row: readonly boolean[], y: number): string {
  let path = '';
  let start = 0;
  while (start < row.length) {
    if (row[start] !== true) {
      start += 1;
      continue;
    }
    const light = row.indexOf(false, start);
    const end = light < 0 ? row.length : light;
    path += `M${start} ${y}h${end - start}v1H${start}z`;
    start = end;
  }
  return path;
}
