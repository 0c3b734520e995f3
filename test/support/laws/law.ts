/** A law that every history has to keep: tried on fixed seeds by the unit tests, on fresh ones by `npm run fuzz`. */
import type { LogEvent } from '../../../src/model/event.ts';
import type { WorkflowDefinition } from '../../../src/model/workflow.ts';
import type { Random } from '../random.ts';

export interface LawSubject {
  readonly definition: WorkflowDefinition;
  /** Parents before children. */
  readonly events: readonly LogEvent[];
}

export interface Law {
  /** What holds, and the rule that says so. */
  readonly name: string;
  /** Throws when it does not hold. `random`: its own chance, apart from that of the history. */
  readonly hold: (subject: LawSubject, random: Random) => void;
  /** Only every n-th history is tried in the unit tests; all of them are when absent. */
  readonly every?: number;
}
