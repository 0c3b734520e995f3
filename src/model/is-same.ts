import { canonicalJson } from './canonical-json.ts';

/** Deeper than anything we make; what is nested further came from elsewhere and could exhaust the stack. */
const deepest = 200;

type Fields = Readonly<Record<string, unknown>>;

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
  const [left, right] = [a as Fields, b as Fields];
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSame(left[name], right[name], depth + 1))
  );
}
