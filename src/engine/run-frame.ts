/**
 * What a run's own events (not its steps') say: the pinned plan with its patches, who conducts, the
 * context it carries [E6], whether it was cancelled or suspended. Null until `run.started` has arrived.
 */
import type { LogEvent, RunEvent, RunEventOf } from '../model/event.ts';
import type { PersonId, StepId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import type { Person, RunContext } from '../model/person.ts';
import { stepOfPlace } from '../model/place.ts';
import type { FactDefinition } from '../model/fact.ts';
import type { Saw } from './event-heads.ts';
import type { FollowUp, WorkflowDefinition } from '../model/workflow.ts';
import { applyFollowUps } from './follow-ups/apply-follow-ups.ts';
import { expandFacts } from './items/expand-facts.ts';
import { expandPlan } from './items/expand-plan.ts';
import { computeItemLists, type ItemEvent, type ItemList } from './items/item-list.ts';
import type { PlacedStep } from './items/placed-step.ts';
import { applyPatches, type PatchedPlan } from './plan-changes/apply-patches.ts';
import { findRivalDues } from './plan-changes/find-rival-dues.ts';
import { applyPlacePatches } from './plan-changes/apply-place-patches.ts';
import { computePauses } from './run-pauses.ts';
import { computePause, type Pause } from './waiting.ts';
import { withChoices } from './together/with-choices.ts';
import type { Cast } from './who.ts';
import type { Pauses } from './working-time.ts';

export interface RunFrame {
  readonly started: RunEventOf<'run.started/2'>;
  /** Further `run.started`, later in total order: without effect, kept aside. */
  readonly startedAgain: readonly LogEvent[];
  /** Of the plan, in total order. */
  readonly patches: readonly RunEventOf<'run.patched/2'>[];
  /** As it was written and patched since. */
  readonly plan: PatchedPlan;
  /** What starts when the run has ended. */
  readonly followUps: readonly FollowUp[];
  readonly items: readonly ItemList[];
  /** The plan laid out for the items, in the order in which people see it, steps that were taken out too. */
  readonly steps: readonly PlacedStep[];
  /** Of `steps`. */
  readonly removed: ReadonlySet<StepId>;
  /** Those of items once an item. */
  readonly facts: readonly FactDefinition[];
  /** Who is who, as things are. */
  readonly cast: Cast;
  /** All there were, in total order: what somebody knew of roles when they voted [O6]. */
  readonly contexts: readonly RunEventOf<'run.contextSet/1'>[];
  readonly conductors: readonly RunEventOf<'run.conductorChanged/1'>[];
  readonly context: RunContext | null;
  readonly personById: ReadonlyMap<PersonId, Person>;
  readonly cancelled: RunEventOf<'run.cancelled/1'> | null;
  /** Every one of them: whoever declined an undo had seen at least one [U2]. */
  readonly cancellations: readonly RunEvent[];
  readonly ends: readonly RunEventOf<'run.finished/1'>[];
  /** They take ends back that they saw [Q1]. */
  readonly resumptions: readonly RunEvent[];
  /** Of the run; null while it goes on. */
  readonly pause: Pause | null;
  /** Those that are over. */
  readonly pauses: Pauses;
}

function planOf(
  definition: WorkflowDefinition,
  patches: readonly RunEventOf<'run.patched/2'>[],
  saw: Saw,
): PatchedPlan {
  const plan = applyPatches(definition, patches, saw);
  const rivals = findRivalDues(patches, saw);
  return rivals.length === 0 ? plan : { ...plan, flags: [...plan.flags, ...rivals] };
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
  const contexts = events.filter((event) => event.type === 'run.contextSet/1');
  const conductors = events.filter((event) => event.type === 'run.conductorChanged/1');
  const context = contexts.at(-1)?.data.context ?? null;
  const cast = toCast(started, contexts.at(-1), conductors.at(-1));
  const { definition } = started.data.workflow;
  const known = before?.started === started ? before : null;
  const plan =
    known !== null && known.patches.length === patches.length ? known.plan : planOf(definition, patches, saw);
  const lists = computeItemLists(plan, started.data.items, events.filter(isItemEvent), saw);
  const items = known !== null && isSame(known.items, lists) ? known.items : lists;
  const isLaidOut = known !== null && known.plan === plan && known.items === items;
  const steps = isLaidOut
    ? known.steps
    : withChoices(
        applyPlacePatches(expandPlan(plan.steps, plan.facts, items), patches),
        plan.sections,
        items,
      );
  return {
    started,
    startedAgain,
    patches,
    plan,
    followUps: applyFollowUps(
      definition.followUps ?? [],
      events.filter((event) => event.type === 'run.followUpSet/1'),
    ),
    items,
    steps,
    removed: placeRemoved(plan, steps, items),
    facts: isLaidOut ? known.facts : expandFacts(plan.facts, items),
    cast,
    contexts,
    conductors,
    context,
    personById: new Map(context?.people.map((person) => [person.id, person])),
    cancelled: events.find((event) => event.type === 'run.cancelled/1') ?? null,
    cancellations: events.filter(({ type }) => type === 'run.cancelled/1'),
    ends: events.filter((event) => event.type === 'run.finished/1'),
    resumptions: pauses.filter(({ type }) => type === 'run.resumed/1'),
    pause: computePause(pauses, saw),
    pauses: computePauses(pauses),
  };
}

function toCast(
  { data }: RunFrame['started'],
  context: RunFrame['contexts'][number] | undefined,
  conductor: RunFrame['conductors'][number] | undefined,
): Cast {
  return {
    parts: data.parts,
    partRoles: data.partRoles ?? {},
    conductor: conductor?.data.conductor ?? data.conductor,
    roles: context?.data.context.roles ?? [],
  };
}

/** Who was who as far as an event had seen; the very cast of the frame when that is what is so now. */
export function castSeenBy(frame: RunFrame, { id }: Pick<LogEvent, 'id'>, saw: Saw): Cast {
  const context = frame.contexts.findLast((each) => saw(id, each.id));
  const conductor = frame.conductors.findLast((each) => saw(id, each.id));
  const isNow = context === frame.contexts.at(-1) && conductor === frame.conductors.at(-1);
  return isNow ? frame.cast : toCast(frame.started, context, conductor);
}

function isItemEvent(event: RunEvent): event is ItemEvent {
  return event.type.startsWith('item.');
}

function placeRemoved(
  { removed }: PatchedPlan,
  steps: readonly PlacedStep[],
  items: readonly ItemList[],
): ReadonlySet<StepId> {
  if (removed.size === 0 || items.length === 0) return removed;
  return new Set(steps.map(({ id }) => id).filter((id) => removed.has(stepOfPlace(id))));
}
