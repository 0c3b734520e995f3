/**
 * What a run's own events (not its steps') say: the pinned plan with its patches, who conducts, the
 * context it carries [E6], whether it was cancelled or suspended. Null until `run.started` has arrived.
 */
import type { LogEvent, RunEvent, RunEventOf } from '../model/event.ts';
import type { PersonId } from '../model/ids.ts';
import type { Person, RunContext } from '../model/person.ts';
import type { StepDefinition } from '../model/workflow.ts';
import type { Saw } from './event-heads.ts';
import { applyPatches, type PatchedPlan } from './plan-changes/apply-patches.ts';
import { computePaused } from './waiting.ts';

export interface RunFrame {
  readonly started: RunEventOf<'run.started/2'>;
  /** Further `run.started`, later in total order: without effect, kept aside. */
  readonly startedAgain: readonly LogEvent[];
  /** Of the plan, in total order. */
  readonly patches: readonly RunEventOf<'run.patched/2'>[];
  /** Patched, in the order in which people see them, removed ones too. */
  readonly steps: readonly StepDefinition[];
  readonly plan: PatchedPlan;
  readonly conductor: PersonId;
  readonly parts: Readonly<Record<string, PersonId>>;
  readonly context: RunContext | null;
  readonly personById: ReadonlyMap<PersonId, Person>;
  readonly cancelled: RunEventOf<'run.cancelled/1'> | null;
  /** Every one of them: whoever declined an undo had seen at least one [U2]. */
  readonly cancellations: readonly RunEvent[];
  readonly ends: readonly RunEventOf<'run.finished/1'>[];
  /** They take ends back that they saw [Q1]. */
  readonly resumptions: readonly RunEvent[];
  readonly suspended: boolean;
}

/** `events`: the run-level events in total order. `before`: what fewer of them came to, if that is known. */
export function computeRunFrame(
  events: readonly RunEvent[],
  saw: Saw,
  before: RunFrame | null = null,
): RunFrame | null {
  const [started, ...startedAgain] = events.filter((event) => event.type === 'run.started/2');
  if (started === undefined) return null;
  const patches = events.filter((event) => event.type === 'run.patched/2');
  const pauses = events.filter(({ type }) => type === 'run.suspended/1' || type === 'run.resumed/1');
  const context = events.findLast((event) => event.type === 'run.contextSet/1')?.data.context ?? null;
  const conductor = events.findLast((event) => event.type === 'run.conductorChanged/1')?.data.conductor;
  const plan =
    before?.started === started && before.patches.length === patches.length
      ? before.plan
      : applyPatches(started.data.workflow.definition.steps, patches, saw);
  return {
    started,
    startedAgain,
    patches,
    steps: plan.steps,
    plan,
    conductor: conductor ?? started.data.conductor,
    parts: started.data.parts,
    context,
    personById: new Map(context?.people.map((person) => [person.id, person])),
    cancelled: events.find((event) => event.type === 'run.cancelled/1') ?? null,
    cancellations: events.filter(({ type }) => type === 'run.cancelled/1'),
    ends: events.filter((event) => event.type === 'run.finished/1'),
    resumptions: pauses.filter(({ type }) => type === 'run.resumed/1'),
    suspended: computePaused(pauses, saw),
  };
}
