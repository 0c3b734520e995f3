/** Why what starts by itself did not, and as what it was tried: the same again would only fail again. */
import type { ScheduleProblem } from '../views/space-snapshot.ts';

export interface StartProblems {
  /** `of`: all that it hangs on. It is tried again when that is another, or by the next tab. */
  readonly isKnown: (key: string, of: string) => boolean;
  /** `null`: it started. */
  readonly note: (key: string, of: string, problem: ScheduleProblem | null) => void;
  readonly of: (key: string) => ScheduleProblem | null;
}

export function makeStartProblems(): StartProblems {
  const tried = new Map<string, { readonly of: string; readonly problem: ScheduleProblem }>();
  return {
    isKnown: (key, of) => tried.get(key)?.of === of,
    note: (key, of, problem) => {
      if (problem === null) tried.delete(key);
      else tried.set(key, { of, problem });
    },
    of: (key) => tried.get(key)?.problem ?? null,
  };
}
