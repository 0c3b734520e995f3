/** How often a measure is taken, and what is said of the results. */
export interface BenchRounds {
  /** Medians are of so many. */
  readonly rounds: number;
}

/** `BENCH_ROUNDS` gives fewer than usual, for a quick look whose figures are nothing to quote. */
export function readRounds(usual: number): BenchRounds {
  const asked = Number(process.env['BENCH_ROUNDS'] ?? usual);
  return { rounds: Number.isInteger(asked) && asked > 0 ? asked : usual };
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
