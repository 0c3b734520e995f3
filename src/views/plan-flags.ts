/** Changes of a plan that had to give way, told to whoever conducts, once. */
import type { PlanFlag } from '../engine/plan-changes/apply-patches.ts';
import type { StepId } from '../model/ids.ts';
import type { PlanFlagView } from './flow-view.ts';
import type { RunReading } from './run-reading.ts';

export function computePlanFlags(run: RunReading): readonly PlanFlagView[] {
  const { state, people, iConduct } = run;
  const { me } = people;
  if (!iConduct || me === null) return [];
  const titleOf = (id: StepId): string => run.stepById.get(id)?.step.title ?? '';
  return state.planFlags.flatMap((flag): readonly PlanFlagView[] => {
    // That is for somebody to settle, not to read.
    if (flag.kind === 'rivalDue') return [];
    const alert = flagToAlert(flag);
    if (state.acknowledged.get(alert)?.has(me) === true) return [];
    if (flag.kind === 'keptStep') return [{ kind: 'keptStep', alert, title: titleOf(flag.step) }];
    return [{ kind: 'cycle', alert, title: titleOf(flag.to), from: titleOf(flag.from) }];
  });
}

/** The same on every device. */
function flagToAlert(flag: Exclude<PlanFlag, { kind: 'rivalDue' }>): string {
  const of = flag.kind === 'keptStep' ? [flag.step] : [flag.from, flag.to];
  return ['plan', flag.kind, flag.event, ...of].join('/');
}
