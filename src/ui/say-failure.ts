/** An intent's failure in the form that words want it: step ids become titles. */
import type { FailureWords, SayableFailure } from '../i18n/core/en/failures.ts';
import type { Messages } from '../i18n/core/en/messages.ts';
import type { StepId } from '../model/ids.ts';
import type { IntentFailure } from '../worker/messages.ts';

export type TitleOfStep = (step: StepId) => string | undefined;

function failureToSayable(failure: IntentFailure, titleOf: TitleOfStep, unnamed: string): SayableFailure {
  const titles = (steps: readonly StepId[]): readonly string[] =>
    steps.map((step) => titleOf(step) ?? unnamed);
  switch (failure.type) {
    case 'stepsInTheWay':
      return { type: failure.type, titles: titles(failure.steps) };
    case 'blocked':
      return { type: failure.type, titles: titles(failure.by) };
    case 'alreadyClosed':
      return {
        type: failure.type,
        how: failure.status === 'completed' || failure.status === 'skipped' ? failure.status : 'other',
      };
    case 'invalidWorkflow':
      return { type: failure.type, reason: failure.reason };
    default:
      return { type: failure.type };
  }
}

/** What happened and the way out. `titleOf` names the steps of the run in question. */
export function sayFailure(
  messages: Messages,
  failure: IntentFailure,
  titleOf: TitleOfStep = () => undefined,
): FailureWords {
  return messages.failure(failureToSayable(failure, titleOf, messages.states.anotherStep));
}
