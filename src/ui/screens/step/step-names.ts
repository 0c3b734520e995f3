/** What the things around one step are called, for the sentences of a refusal. */
import type { StepView } from '../../../views/step-view.ts';
import type { Names } from '../../names.ts';

export function stepToNames(view: StepView): Names {
  const facts = [...view.reads, ...view.writes, ...view.missingFacts, ...view.disputedFacts];
  const ends = [
    view.ifDone,
    view.ifSkipped,
    view.ifCancelled,
    ...view.outcomes.map(({ follows }) => follows),
  ];
  const refs = [
    view,
    ...view.inTheWay,
    ...view.startsAfter,
    ...view.unlocks,
    ...view.betterAfter,
    ...(view.together?.underWay ?? []).map(({ step }) => step),
    ...ends.flatMap((end) => [...end.ready, ...end.withdrawn, ...end.stillWaiting, ...end.redone]),
  ];
  return {
    step: (id) => refs.find((ref) => ref.step === id)?.title,
    fact: (id) => facts.find((each) => each.fact === id)?.name,
    person: (id) => view.people.find((person) => person.id === id)?.name,
    outcome: (id) => view.outcomes.find((outcome) => outcome.id === id)?.name,
  };
}
