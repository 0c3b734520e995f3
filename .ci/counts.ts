/** How many things passed and failed; the last line of a run. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const noCounts: Counts = { passed: 0, failed: 0 };

export function addCounts(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

export function addOutcome(counts: Counts, passed: boolean): Counts {
  return addCounts(counts, passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** Prints `N passed, N failed` as the last line and sets the exit code to match. */
export function reportCounts({ passed, failed }: Counts): void {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
