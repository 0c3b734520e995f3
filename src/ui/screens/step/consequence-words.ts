/** What follows from an end of a step, as words. */
import { consequenceWords } from '../../../i18n/core/en/consequences.ts';
import type { Messages } from '../../../i18n/core/en/messages.ts';
import type { StepRef } from '../../../views/shared.ts';
import type { ConsequenceView, OutcomeView } from '../../../views/step-view.ts';

const titles = (refs: readonly StepRef[]): readonly string[] => refs.map(({ title }) => title);

export function followsWords(
  messages: Messages,
  follows: ConsequenceView,
  redosLeft: number | null = null,
): string {
  return consequenceWords(messages.formats).follows({
    // One that is done again is told once, though it can start.
    ready: titles(follows.ready.filter(({ step }) => !follows.redone.some((again) => again.step === step))),
    withdrawn: titles(follows.withdrawn),
    stillWaiting: titles(follows.stillWaiting),
    redone: titles(follows.redone),
    redosLeft,
  });
}

export function outcomeWords(messages: Messages, outcome: OutcomeView): string {
  return followsWords(messages, outcome.follows, outcome.redosLeft);
}
