/** Lines in order, cut where the day changes. */
import type { HistoryLine } from '../../../views/log-view.ts';

export interface LogDay {
  readonly heading: string;
  readonly lines: readonly HistoryLine[];
}

export function groupByDay(
  lines: readonly HistoryLine[],
  headingOf: (at: number) => string,
): readonly LogDay[] {
  const days: { heading: string; lines: HistoryLine[] }[] = [];
  for (const line of lines) {
    const heading = headingOf(line.at);
    const last = days.at(-1);
    if (last?.heading === heading) last.lines.push(line);
    else days.push({ heading, lines: [line] });
  }
  return days;
}
