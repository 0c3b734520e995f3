/** What a bench gives back. */
export interface BenchReport {
  /** Named figures with their unit in the name; they go into the last line, for machines. */
  readonly results: Readonly<Record<string, number>>;
  /** Rows for people, more than the figures where that helps. */
  readonly table: readonly Readonly<Record<string, string | number>>[];
}

/** Every `NAME.bench.ts` exports one of these as `bench`. */
export type Bench = () => Promise<BenchReport>;
