/**
 * Places in a list that two people can put something into at once: texts that sort as the list does, and between
 * any two of which there is another one.
 *
 * Invariants: no rank ends in the lowest digit, so that there is always one before it.
 */
const digits = '0123456789abcdefghijklmnopqrstuvwxyz';
const width = 4;

/** Of the element at `index`, from 0, in a list that nobody has moved anything in yet. */
export function rankAt(index: number): string {
  return `${(index + 1).toString(digits.length).padStart(width, '0')}i`;
}

/** Between the two, `null` for before or behind everything. `above` has to be the lower one. */
export function rankBetween(above: string | null, below: string | null): string {
  return middle(above ?? '', below);
}

/** As fractions: `low` < answer < `high`, where no digit at all is nothing and `null` is one. */
function middle(low: string, high: string | null): string {
  if (high !== null) {
    let same = 0;
    while (same < high.length && (low[same] ?? '0') === high[same]) same += 1;
    if (same > 0) return high.slice(0, same) + middle(low.slice(same), high.slice(same));
  }
  const from = low === '' ? 0 : digits.indexOf(low[0] as string);
  const to = high === null ? digits.length : digits.indexOf(high[0] as string);
  if (to - from > 1) return digits[Math.floor((from + to) / 2)] as string;
  if (high !== null && high.length > 1) return high[0] as string;
  return (digits[from] as string) + middle(low.slice(1), null);
}

/** A text that others wrote: nothing else can be put between. */
export function isRank(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-z]{0,200}[1-9a-z]$/.test(value);
}
