/** A small table-top for engine tests: ids, a trip to run, and devices that keep their own part of a log. */
import { type Author, decide } from '../../src/engine/decide.ts';
import { createRunFold, foldRun, type RunFold } from '../../src/engine/fold-run.ts';
import type { Refusal } from '../../src/engine/refusal.ts';
import type { OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import type { Command } from '../../src/model/command.ts';
import type { EventPayloads, EventType, LogEvent, RunEvent } from '../../src/model/event.ts';
import {
  asId,
  type DeviceId,
  type EventId,
  type PersonId,
  type RoleId,
  type RunId,
  type StepId,
} from '../../src/model/ids.ts';
import type { Occurrence } from '../../src/model/occurrence.ts';
import type { RunContext } from '../../src/model/person.ts';
import type { Result } from '../../src/model/result.ts';
import type { StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { occurrenceAt } from '../../src/model/place.ts';

export const run = asId<RunId>('run-1');
export const ana = asId<PersonId>('ana');
export const sam = asId<PersonId>('sam');
export const leo = asId<PersonId>('leo');
export const stepId = (id: string): StepId => asId<StepId>(id);

export const context: RunContext = {
  people: [
    { id: ana, name: 'Ana', colour: 'sand' },
    { id: sam, name: 'Sam', colour: 'sky' },
    { id: leo, name: 'Leo', colour: 'moss' },
  ],
  zone: 'Europe/Lisbon',
};

export const board = asId<RoleId>('board');
/** As `context`, with a role of Sam and Leo. */
export const contextWithBoard: RunContext = {
  ...context,
  roles: [{ id: board, name: 'Board', people: [sam, leo] }],
};

/** `register` or, in an item, `register/mia`. */
export function occurrence(step: string, iteration = 1): Occurrence {
  return occurrenceAt(stepId(step), iteration);
}

/** `['hotel', 'flight', 'dates']`: hotel after flight and dates. */
export function step(
  id: string,
  after: readonly string[] = [],
  more: Partial<StepDefinition> = {},
): StepDefinition {
  return {
    id: stepId(id),
    kind: 'task',
    title: id,
    after: after.map((from) => ({ from: stepId(from) })),
    ...more,
  };
}

export const tripSteps: readonly StepDefinition[] = [
  step('dates'),
  step('flight', ['dates'], { assignee: { kind: 'part', part: 'traveller' } }),
  step('budget', ['dates'], { assignee: { kind: 'conductor' } }),
  step('hotel', ['flight', 'budget'], { checklist: [{ id: 'late', text: 'Late check-in' }] }),
  step('pack', ['hotel']),
];

/** A plan of these steps; `more` brings facts and sections. */
export function plan(
  steps: readonly StepDefinition[],
  more: Partial<WorkflowDefinition> = {},
): WorkflowDefinition {
  return {
    id: asId<never>('trip'),
    title: 'Trip',
    parts: [{ id: 'traveller', name: 'Traveller' }],
    facts: [],
    steps,
    ...more,
  };
}

export function startCommand(
  steps: readonly StepDefinition[] = tripSteps,
  more: Partial<StartRun> = {},
): StartRun {
  return startPlan(plan(steps), more);
}

export function startPlan(definition: WorkflowDefinition, more: Partial<StartRun> = {}): StartRun {
  return {
    kind: 'startRun',
    title: 'Lisbon',
    workflow: { number: 1, hash: '00', definition },
    conductor: ana,
    parts: { traveller: sam },
    facts: {},
    context,
    alreadyDone: [],
    ...more,
  };
}

type StartRun = Extract<Command, { kind: 'startRun' }>;

export interface Device {
  readonly fold: RunFold;
  readonly log: () => readonly LogEvent[];
  readonly state: () => RunState;
  readonly of: (step: string) => OccurrenceState;
  /** Decides and, when allowed, writes. */
  readonly give: (command: Command, author?: Partial<Author>) => Result<readonly RunEvent[], Refusal>;
  /** As `give`; fails the test on a refusal. */
  readonly do: (command: Command, author?: Partial<Author>) => readonly RunEvent[];
  /** Writes what nobody decided: the words of a foreign or an older client. */
  readonly write: (added: readonly LogEvent[]) => void;
  readonly receive: (...from: Device[]) => void;
  readonly complete: (step: string, iteration?: number) => RunEvent;
  readonly fail: (step: string) => RunEvent;
  readonly skip: (step: string) => RunEvent;
  readonly reopen: (step: string, iteration?: number) => RunEvent;
}

let commands = 0;

export function makeDevice(
  actor: PersonId,
  name: string = actor,
  clock: () => number = defaultClock,
): Device {
  const fold = createRunFold(run);
  const events: LogEvent[] = [];
  const write = (added: readonly LogEvent[]): void => {
    events.push(...added);
    fold.add(added);
  };
  const give: Device['give'] = (command, author = {}) => {
    const commandId = `${name}-${String(commands++).padStart(6, '0')}`;
    const made = decide(command, fold.state, {
      actor,
      device: asId<DeviceId>(name),
      now: clock(),
      commandId,
      ...author,
    });
    if (made.ok) write(made.value);
    return made;
  };
  const act: Device['do'] = (command, author) => {
    const made = give(command, author);
    if (!made.ok) throw new Error(`refused: ${JSON.stringify(made.error)}`);
    return made.value;
  };
  const last = (made: readonly RunEvent[]): RunEvent => made.at(-1) as RunEvent;
  return {
    fold,
    log: () => events,
    state: () => fold.state,
    of: (id) => fold.state.current.get(stepId(id)) as OccurrenceState,
    give,
    do: act,
    write,
    receive: (...from) => {
      const known = new Set(events.map((event) => event.id));
      for (const other of from) write(other.log().filter(({ id }) => !known.has(id) && known.add(id)));
    },
    complete: (id, iteration) => last(act({ kind: 'completeStep', occurrence: occurrence(id, iteration) })),
    fail: (id) => last(act({ kind: 'failStep', occurrence: occurrence(id), reason: 'no answer' })),
    skip: (id) => last(act({ kind: 'skipStep', occurrence: occurrence(id) })),
    reopen: (id, iteration) => last(act({ kind: 'reopenStep', occurrence: occurrence(id, iteration) })),
  };
}

let ticks = 0;
const defaultClock = (): number => Date.UTC(2026, 2, 2, 9) + ticks++ * 60_000;

/** Two devices that know the same started run, and a way to bring them together again. */
export function startTwo(
  steps?: readonly StepDefinition[],
  more: Partial<WorkflowDefinition> = {},
): { a: Device; b: Device; meet: () => RunState } {
  const [a, b] = [makeDevice(ana, 'phone-a'), makeDevice(sam, 'phone-b')];
  a.do(startPlan(plan(steps ?? tripSteps, more)));
  b.receive(a);
  return {
    a,
    b,
    meet: () => {
      a.receive(b);
      b.receive(a);
      return foldRun(run, a.log());
    },
  };
}

/** An event written by hand, for logs that no honest device would write. */
export function event<Type extends EventType>(
  id: string,
  type: Type,
  data: EventPayloads[Type],
  parents: readonly string[] = [],
  more: Partial<RunEvent> = {},
): RunEvent {
  const envelope = {
    id: asId<EventId>(id),
    run,
    actor: ana,
    device: asId<DeviceId>('hand'),
    at: 1_772_442_000_000,
  };
  return {
    ...envelope,
    parents: parents.map((parent) => asId<EventId>(parent)),
    type,
    data,
    ...more,
  } as RunEvent;
}
