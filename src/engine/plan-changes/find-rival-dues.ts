/**
 * Due dates of a step that people set without knowing of each other [C7]. The later in total order holds, as with every
 * field; this says that there was another, until somebody who saw both sets one of them, or yet another.
 */
import type { RunEventOf } from '../../model/event.ts';
import type { EventId, PersonId, StepId } from '../../model/ids.ts';
import { isSame } from '../../model/is-same.ts';
import type { DateRule } from '../../model/workflow.ts';
import { computeEventHeads, type Saw } from '../event-heads.ts';

export interface RivalDue {
  readonly kind: 'rivalDue';
  /** The one that holds. */
  readonly event: EventId;
  /** Of the plan, or its place in one item alone. */
  readonly step: StepId;
  /** In total order, each date once: what holds is the last. */
  readonly sides: readonly DueSide[];
}

export interface DueSide {
  readonly id: EventId;
  readonly actor: PersonId;
  readonly at: number;
  /** Null: it was not to be due any more. */
  readonly due: DateRule | null;
}

const none: readonly never[] = [];

/** `patches` in total order. */
export function findRivalDues(
  patches: readonly RunEventOf<'run.patched/2'>[],
  saw: Saw,
): readonly RivalDue[] {
  if (patches.length < 2) return none;
  const sidesByStep = new Map<StepId, Map<EventId, DueSide>>();
  for (const { id, actor, at, data } of patches)
    for (const operation of data.operations) {
      if (operation.kind !== 'setStep' || operation.set.due === undefined) continue;
      const sides = sidesByStep.get(operation.step) ?? new Map<EventId, DueSide>();
      // What one patch says twice, it means as it says it last.
      sidesByStep.set(operation.step, sides.set(id, { id, actor, at, due: operation.set.due }));
    }
  return [...sidesByStep].flatMap(([step, byEvent]) => {
    const heads = computeEventHeads([...byEvent.values()], saw);
    const sides = heads.filter(
      ({ due }, index) => !heads.slice(index + 1).some((later) => isSame(later.due, due)),
    );
    const held = sides.at(-1);
    return held === undefined || sides.length < 2
      ? []
      : [{ kind: 'rivalDue' as const, event: held.id, step, sides }];
  });
}
