/** The dark squares of a QR code as the one path of an SVG. */

/**
 * `modules[y][x]` says whether a square is dark; one unit of the path is one square. Squares side by side
 * become one rectangle, so that no seam shows between them.
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
