/** Plans and runs to measure with: many steps of one shape, nothing else. */
import { type Author, decide } from '../../../src/engine/decide.ts';
import { createRunFold, type RunFold } from '../../../src/engine/fold-run.ts';
import type { Command } from '../../../src/model/command.ts';
import type { RunEvent } from '../../../src/model/event.ts';
import { asId, type DeviceId, type PersonId, type RunId, type StepId } from '../../../src/model/ids.ts';
import { firstOccurrence } from '../../../src/model/occurrence.ts';
import type { StepDefinition } from '../../../src/model/workflow.ts';

const ana = asId<PersonId>('ana');
const device = asId<DeviceId>('bench');

export function plainStep(id: string, after: readonly string[] = []): StepDefinition {
  return {
    id: asId<StepId>(id),
    kind: 'task',
    title: id,
    after: after.map((from) => ({ from: asId<StepId>(from) })),
  };
}

/** `count` steps, each after the one before. */
export function makeChain(count: number, prefix = 's'): readonly StepDefinition[] {
  return Array.from({ length: count }, (_, index) =>
    plainStep(`${prefix}${index}`, index === 0 ? [] : [`${prefix}${index - 1}`]),
  );
}

/** `width` steps that one last step, `join`, comes after. */
export function makeFan(width: number): readonly StepDefinition[] {
  const branches = Array.from({ length: width }, (_, index) => plainStep(`s${index}`));
  return [
    ...branches,
    plainStep(
      'join',
      branches.map(({ id }) => id),
    ),
  ];
}

/** One run on one device, driven by commands as the app drives it: decide, then fold. */
export interface BenchRun {
  readonly fold: RunFold;
  readonly log: readonly RunEvent[];
  readonly give: (command: Command) => readonly RunEvent[];
  readonly complete: (step: StepId) => void;
}

export function startBenchRun(steps: readonly StepDefinition[], name = 'run'): BenchRun {
  const fold = createRunFold(asId<RunId>(name));
  const log: RunEvent[] = [];
  let count = 0;
  const give = (command: Command): readonly RunEvent[] => {
    const author: Author = {
      actor: ana,
      device,
      now: 1_772_442_000_000 + count,
      commandId: `${name}-${count++}`,
    };
    const made = decide(command, fold.state, author);
    if (!made.ok) throw new Error(`refused: ${JSON.stringify(made.error)}`);
    fold.add(made.value);
    log.push(...made.value);
    return made.value;
  };
  give({
    kind: 'startRun',
    title: name,
    workflow: {
      number: 1,
      hash: '00',
      definition: { id: asId('bench'), title: name, parts: [], facts: [], steps },
    },
    conductor: ana,
    parts: {},
    facts: {},
    context: { people: [{ id: ana, name: 'Ana', colour: 'sand' }], zone: 'Europe/Lisbon' },
    alreadyDone: [],
  });
  return {
    fold,
    log,
    give,
    complete: (step) => void give({ kind: 'completeStep', occurrence: firstOccurrence(step) }),
  };
}

/** Milliseconds that `work` takes. */
export function timeOf(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
