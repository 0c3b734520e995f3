/**
 * What the frames read lately hold, each by itself: who compares a snapshot with the log has to know what comes
 * after it. An update in parts counts only for those who read it from its first part on.
 */
import { addCoverage, type Coverage, emptyCoverage } from './coverage.ts';

const remembered = 1000;

export interface RecentCoverage {
  /** An update whose parts lie from `firstSeq` to `seq`. */
  add(firstSeq: number, seq: number, coverage: Coverage): void;
  /** What frames after `seq` hold, as far as it is remembered. */
  after(seq: number): { readonly coverage: Coverage; readonly isComplete: boolean };
  /** Forgets everything; frames after `seq` are going to be added. */
  restartAt(seq: number): void;
}

export function makeRecentCoverage(start: number): RecentCoverage {
  let completeFrom = start;
  let entries: { readonly firstSeq: number; readonly seq: number; readonly coverage: Coverage }[] = [];
  return {
    add(firstSeq, seq, coverage) {
      entries.push({ firstSeq, seq, coverage });
      if (entries.length < 2 * remembered) return;
      completeFrom = entries[remembered - 1]?.seq ?? completeFrom;
      entries = entries.slice(remembered);
    },
    after(seq) {
      const coverage = emptyCoverage();
      for (const entry of entries) if (entry.firstSeq > seq) addCoverage(coverage, entry.coverage);
      return { coverage, isComplete: seq >= completeFrom };
    },
    restartAt(seq) {
      completeFrom = seq;
      entries = [];
    },
  };
}
