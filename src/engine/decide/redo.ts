/** The next pass of a section [J5]: which steps it opens again, and when there has been enough of it. */
import type { StepId } from '../../model/ids.ts';
import { occurrenceKey } from '../../model/occurrence.ts';
import { occurrenceAt, placeId, stepOfPlace } from '../../model/place.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { OutcomeDefinition, SectionDefinition, StepDefinition } from '../../model/workflow.ts';
import type { Refusal } from '../refusal.ts';
import type { RunState } from '../run-state.ts';
import type { Draft } from './draft.ts';
import { planIndexOf } from './plan-index.ts';

type Redo = NonNullable<OutcomeDefinition['redo']>;

export function findSection(state: RunState, id: string): SectionDefinition | null {
  return state.plan.sections.find((section) => section.id === id) ?? null;
}

/**
 * Where the section's steps stand in the run's plan: those of a per-item section in each item, or, `within` a
 * place of one item, in that item alone [J6].
 */
export function placesOfSection(
  state: Pick<RunState, 'items'>,
  { steps }: Pick<SectionDefinition, 'steps'>,
  within: StepId | null = null,
): readonly StepId[] {
  if (state.items.length === 0) return steps;
  return steps.flatMap((step) => {
    const list = state.items.find((each) => each.steps.includes(step));
    if (list === undefined) return [step];
    const places = list.items.map(({ id }) => placeId(step, id));
    const [item] = within === null ? [] : occurrenceAt(within, 1).items;
    const own = item === undefined ? undefined : places.find((place) => place === placeId(step, item));
    const isOwnList = within !== null && list.steps.includes(stepOfPlace(within));
    return isOwnList && own !== undefined ? [own] : places;
  });
}

/** Steps that judge the section: with one of their outcomes it is redone. */
export function findJudges(
  state: RunState,
  section: string,
): readonly { readonly step: StepDefinition; readonly redo: Redo }[] {
  return state.steps.flatMap((step) => {
    const redo = step.outcomes?.find((outcome) => outcome.redo?.section === section)?.redo;
    return redo === undefined ? [] : [{ step, redo }];
  });
}

/**
 * How many passes the section has had or is in, in the judge's item where it has one: no more than its judges,
 * all of them together, have sent it back, and no more than its steps were opened again. A tick that was taken
 * back opens a step and sends nothing back; two who send the same pass back open one.
 */
function countPasses(state: RunState, judge: StepId, id: string): number {
  const itemOf = (place: StepId): string => occurrenceAt(place, 1).items.join('/');
  const judges = findJudges(state, id).filter(({ step }) => itemOf(step.id) === itemOf(judge));
  const section = findSection(state, id);
  const places = section === null ? [] : placesOfSection(state, section, judge);
  const passesOf = (place: StepId): number => state.current.get(place)?.occurrence.iteration ?? 1;
  const opened = Math.max(1, ...[...places, ...judges.map(({ step }) => step.id)].map(passesOf));
  const sentBack = judges.reduce((sum, { step }) => sum + countSentBack(state, step, id), 0);
  return Math.min(opened, sentBack + 1);
}

function countSentBack(
  state: RunState,
  { id: place, outcomes = [] }: StepDefinition,
  section: string,
): number {
  const last = state.current.get(place)?.occurrence;
  if (last === undefined) return 0;
  let count = 0;
  for (let iteration = 1; iteration < last.iteration; iteration++) {
    const outcome = state.occurrences.get(occurrenceKey({ ...last, iteration }))?.outcome ?? null;
    if (outcomes.some(({ id, redo }) => id === outcome && redo?.section === section)) count += 1;
  }
  return count;
}

/** How often the judge may still send the section back; the pass that it is in counts among `atMost`. */
export function countRedosLeft(state: RunState, judge: StepId, { section, atMost }: Redo): number {
  return Math.max(0, atMost - countPasses(state, judge, section));
}

/** Null while the judge may send the section back once more. */
export function refuseRedo(state: RunState, judge: StepId, redo: Redo): Result<never, Refusal> | null {
  const { section, atMost } = redo;
  return countRedosLeft(state, judge, redo) > 0
    ? null
    : err({ type: 'redoLimit', step: judge, section, atMost });
}

/**
 * The closed steps of the section that open again, in topological order, its judges with them: what they
 * said was about the pass before. What cannot be done twice stays as it is and asks to be checked [F3].
 * `closing`: steps that the same command completes. `within`: see `placesOfSection`.
 */
export function findRedone(
  state: RunState,
  section: SectionDefinition,
  judges: readonly StepId[],
  closing: ReadonlySet<StepId> = new Set(),
  within: StepId | null = null,
): readonly StepId[] {
  const { inOrder, stepOf } = planIndexOf(state.steps);
  return inOrder([...placesOfSection(state, section, within), ...judges]).filter((id) => {
    const status = closing.has(id) ? 'completed' : state.current.get(id)?.status;
    if (status === 'completed') return !isIrreversible(stepOf(id));
    return status === 'skipped' || status === 'failed';
  });
}

export function isIrreversible(step: Pick<StepDefinition, 'irreversible'> | undefined): boolean {
  return step?.irreversible === true;
}

export function draftReopening(
  state: RunState,
  steps: readonly StepId[],
  reason: string | undefined,
): readonly Draft[] {
  const data = reason === undefined ? {} : { reason };
  return steps.flatMap((id): readonly Draft[] => {
    const current = state.current.get(id);
    return current === undefined ? [] : [{ type: 'step.reopened/1', data, occurrence: current.occurrence }];
  });
}

/** What ending the step with the outcome sends back; nothing when the outcome sends nothing back. */
export function draftRedo(
  state: RunState,
  judge: StepId,
  outcome: OutcomeDefinition | null,
  closing: ReadonlySet<StepId>,
  reason: string | undefined,
): Result<readonly Draft[], Refusal> {
  if (outcome?.redo === undefined) return ok([]);
  const section = findSection(state, outcome.redo.section);
  if (section === null) return err({ type: 'unknownSection' });
  const refusal = refuseRedo(state, judge, outcome.redo);
  return refusal ?? ok(draftReopening(state, findRedone(state, section, [judge], closing, judge), reason));
}
