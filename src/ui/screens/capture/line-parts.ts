/**
 * Cuts a typed line into the parts that mean something, for colouring only; the worker decides what they
 * mean. The parts joined again are the line.
 */
export type LinePartKind = 'text' | 'who' | 'after' | 'due' | 'time' | 'beside';

export interface LinePart {
  readonly kind: LinePartKind;
  readonly text: string;
}

const marks =
  /(^\s*&)|((?<=\s|^)@[^\s]+)|((?<=\s|^)~\d[\w.]*)|((?<=\s)after\s(?:(?!\s(?:@|~|by\s)).)+)|((?<=\s)by\s+(?:(?!\s(?:@|~|after\s)).)+)/giu;
const kinds: readonly LinePartKind[] = ['beside', 'who', 'time', 'after', 'due'];

export function lineToParts(line: string): readonly LinePart[] {
  const parts: LinePart[] = [];
  let at = 0;
  for (const match of line.matchAll(marks)) {
    if (match.index > at) parts.push({ kind: 'text', text: line.slice(at, match.index) });
    const group = match.slice(1).findIndex((text) => text !== undefined);
    parts.push({ kind: kinds[group] ?? 'text', text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < line.length) parts.push({ kind: 'text', text: line.slice(at) });
  return parts;
}
