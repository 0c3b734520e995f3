/**
 * What two devices change apart about people meets in the space's document, and each has told the runs only
 * its own half [W34]. So whoever hears of a change looks a little later whether the runs know all of it: the
 * conductor's device first, the others if none did. A run is told once for each change that is heard of, never
 * because of what another device told it, so that devices of two versions do not answer each other for ever.
 */
import { isSame } from '../model/is-same.ts';
import type { RunContext } from '../model/person.ts';
import type { RunSession } from './run-session.ts';

/** How long a change is let settle before the conductor's device tells the runs, ms. */
const settling = 3_000;
/** How long others leave it to that one, ms, at least; and again as much by chance. */
const politeness = 10_000;

export interface ContextKeeper {
  /** The space's document has changed. */
  noteChange(): void;
  close(): void;
}

export interface ContextKeeperOptions {
  readonly read: () => RunContext;
  /** The runs that this device may write to now. */
  readonly runs: () => readonly RunSession[];
  /** Whoever holds this device conducts it. */
  readonly isFirst: (run: RunSession) => boolean;
  readonly tell: (run: RunSession, context: RunContext) => void;
}

export function makeContextKeeper({ read, runs, isFirst, tell }: ContextKeeperOptions): ContextKeeper {
  let known = read();
  let first: ReturnType<typeof setTimeout> | undefined;
  let later: ReturnType<typeof setTimeout> | undefined;

  function tellAll(concerns: (run: RunSession) => boolean): void {
    const context = read();
    for (const run of runs()) {
      const { status, context: told } = run.state();
      const goesOn = status === 'running' || status === 'suspended';
      if (goesOn && concerns(run) && !isSame(told, context)) tell(run, context);
    }
  }

  function close(): void {
    clearTimeout(first);
    clearTimeout(later);
  }

  return {
    noteChange: () => {
      const now = read();
      if (isSame(now, known)) return;
      known = now;
      close();
      first = setTimeout(() => tellAll(isFirst), settling);
      later = setTimeout(() => tellAll(() => true), politeness * (1 + Math.random()));
    },
    close,
  };
}
