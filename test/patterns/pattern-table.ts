/** What the scenarios came to, as lines of text; the last says how many there are of each. */
import type { Outcome, Verdict } from './scenario.ts';

const order: readonly Verdict[] = ['direct', 'advisory', 'refused', 'failed'];

export function outcomesToLines(outcomes: readonly Outcome[]): readonly string[] {
  const widest = Math.max(...outcomes.map(({ name }) => name.length));
  const rows = outcomes.map(
    ({ number, name, verdict, seen }) =>
      `${String(number).padStart(2)}  ${name.padEnd(widest)}  ${verdict.padEnd(8)}  ${seen.split('\n')[0] ?? ''}`,
  );
  const counted = order
    .map((verdict) => ({ verdict, count: outcomes.filter((outcome) => outcome.verdict === verdict).length }))
    .filter(({ verdict, count }) => verdict !== 'failed' || count > 0);
  return [...rows, counted.map(({ verdict, count }) => `${count} ${verdict}`).join(', ')];
}
