/**
 * Cuts a typed line into the parts that mean something, for colouring only; the worker decides what they
 * mean. The parts joined again are the line.
 */
export type LinePartKind = 'text' | 'who' | 'after' | 'due' | 'time' | 'beside' | 'opening' | 'sign';

export interface LinePart {
  readonly kind: LinePartKind;
  readonly text: string;
}

const stop = String.raw`(?!\s(?:@|~|\+\d|by\s|after\s|from\s|on\s+[\d+]))`;
const marks = new RegExp(
  [
    String.raw`(^\s*&)`,
    String.raw`(^\s*(?:or else|wait (?:for|until)|if [^:]+:)(?=\s))`,
    String.raw`((?<=\s|^)@[^\s]+)`,
    String.raw`((?<=\s|^)(?:~\d|\+\d)[\w.]*)`,
    String.raw`((?<=\s)after\s(?:${stop}.)+)`,
    String.raw`((?<=\s)(?:by|from|on(?=\s+(?:[\d+]|to|mon|tue|wed|thu|fri|sat|sun)))\s+(?:${stop}.)+)`,
    String.raw`((?<=[^\s\\])[!?](?=\s|$))`,
  ].join('|'),
  'giu',
);
const kinds: readonly LinePartKind[] = ['beside', 'opening', 'who', 'time', 'after', 'due', 'sign'];

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
