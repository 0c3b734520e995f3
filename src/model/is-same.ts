import { canonicalJson } from './canonical-json.ts';

/** Deeper than anything we make; what is nested further came from elsewhere and could exhaust the stack. */
const deepest = 200;

/** Structural equality of plain data, arrays and sets. Beyond 200 levels it compares as JSON does. */
export function isSame(a: unknown, b: unknown, depth = 0): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (depth > deepest) return canonicalJson(a) === canonicalJson(b);
  if (a instanceof Set) return b instanceof Set && a.size === b.size && [...a].every((value) => b.has(value));
  if (Array.isArray(a))
    return (
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((value, index) => isSame(value, b[index], depth + 1))
    );
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => isSame(value, right.get(key), depth + 1));
}
