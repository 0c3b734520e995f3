/**
 * Which days are shown, and which of them are folded because nothing is on them: a contract signed this week and renewed
 * in a year is a few columns, not four hundred.
 */
import type { DayStretch } from './days-view.ts';

/** Days around a date that stay, so that it does not stand at an edge. */
const around = 2;
/** After today, so that the next days are always there. */
const ahead = 7;
/** Fewer than this in a row are not worth folding. */
const fewestFolded = 10;

/** `days`: whole days on which something is, counted from any day; `today` is shown in any case. Without gaps, in order. */
export function computeStretches(days: readonly number[], today: number): readonly DayStretch[] {
  const kept = [
    ...days.map((day): readonly [number, number] => [day - around, day + around]),
    [today - around, today + ahead] as const,
  ].sort(([a], [b]) => a - b);
  const stretches: { from: number; days: number; folded: boolean }[] = [];
  for (const [from, to] of kept) {
    const last = stretches.at(-1);
    if (last === undefined) {
      stretches.push({ from, days: to - from + 1, folded: false });
      continue;
    }
    const end = last.from + last.days;
    if (from - end >= fewestFolded) {
      stretches.push({ from: end, days: from - end, folded: true });
      stretches.push({ from, days: to - from + 1, folded: false });
    } else last.days = Math.max(last.days, to - last.from + 1);
  }
  return stretches;
}
