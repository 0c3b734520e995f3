/** Whom the plan means with a step, where that is no one person, and whom it keeps from it. */
import type { RunState } from '../engine/run-state.ts';
import { findDoers } from '../engine/who.ts';
import type { PersonId } from '../model/ids.ts';
import type { StepDefinition } from '../model/workflow.ts';
import { readingsOf, type RunReading, type StepReading, stepToRef } from './run-reading.ts';
import type { StepView } from './step-view.ts';

export function computeWho(run: RunReading, reading: StepReading): Pick<StepView, 'belongsTo' | 'notFor'> {
  return { belongsTo: findBelongsTo(run, reading), notFor: findNotFor(run, reading) };
}

/** Whoever did one of the steps that its doer must not have done. */
export function findBarred(state: RunState, { notBy = [] }: StepDefinition): ReadonlySet<PersonId> {
  return new Set(notBy.flatMap((did) => findDoers(state, did)));
}

function findBelongsTo(run: RunReading, { role, step, occurrence }: StepReading): StepView['belongsTo'] {
  const { people } = run;
  if (role !== null)
    return { kind: 'role', name: role.name, people: role.people.flatMap((each) => people.find(each) ?? []) };
  if (step.assignee?.kind !== 'sameAs' || occurrence.taken) return null;
  const [source] = readingsOf(run, [step.assignee.step]);
  return source === undefined ? null : { kind: 'sameAs', step: stepToRef(source) };
}

function findNotFor(run: RunReading, { step }: StepReading): StepView['notFor'] {
  const barred = [...findBarred(run.state, step)].flatMap((person) => run.people.find(person) ?? []);
  if (barred.length === 0) return null;
  return { people: barred, did: readingsOf(run, step.notBy ?? []).map((each) => each.step.title) };
}
