/** Names for sentences: what has none gets a general word, people excepted, of whom nothing is made up. */
import { unnamedWords } from '../i18n/core/en/failures.ts';
import type { Messages } from '../i18n/core/en/messages.ts';
import type { FactId, PersonId, StepId } from '../model/ids.ts';
import type { Names } from './names.ts';

export interface Naming {
  readonly step: (id: StepId) => string;
  readonly fact: (id: FactId) => string;
  readonly person: (id: PersonId) => string | undefined;
  readonly outcome: (id: string) => string;
  readonly section: (id: string) => string;
}

export function nameThings(messages: Messages, names: Names): Naming {
  return {
    step: (id) => names.step?.(id) ?? messages.states.anotherStep,
    fact: (id) => names.fact?.(id) ?? unnamedWords.fact,
    person: (id) => names.person?.(id),
    outcome: (id) => names.outcome?.(id) ?? unnamedWords.outcome,
    section: (id) => names.section?.(id) ?? unnamedWords.section,
  };
}
