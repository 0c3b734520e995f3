/**
 * An intent's failure in the form that words want it, ids become titles and names; and the words.
 * They are many and seldom needed, so nothing that loads first may import this: it loads with the sheets that
 * say failures themselves, or when one is to be said (`commands.ts`).
 */
import { failureWords, type FailureWords, type SayableFailure } from '../i18n/core/en/failures.ts';
import type { Messages } from '../i18n/core/en/messages.ts';
import { workflowProblemWords } from '../i18n/core/en/workflow-problems.ts';
import type { PersonId } from '../model/ids.ts';
import type { IntentFailure } from '../worker/messages.ts';
import type { Names } from './names.ts';
import { nameThings } from './naming.ts';
import { workflowProblemToSayable } from './workflow-problem-to-sayable.ts';

function failureToSayable(messages: Messages, failure: IntentFailure, names: Names): SayableFailure {
  const named = nameThings(messages, names);
  const sayProblem = workflowProblemWords(messages.formats);
  switch (failure.type) {
    case 'stepsInTheWay':
    case 'enforcedSteps':
    case 'underWay':
      return { type: failure.type, titles: failure.steps.map(named.step) };
    case 'blocked':
      return { type: failure.type, titles: failure.by.map(named.step) };
    case 'alreadyClosed':
      return { type: failure.type, how: closedHow(failure.status) };
    case 'factsMissing':
      return {
        type: failure.type,
        facts: failure.facts.map(named.fact),
        who: failure.who.flatMap((person: PersonId) => named.person(person) ?? []),
      };
    case 'factsDisputed':
      return { type: failure.type, facts: failure.facts.map(named.fact) };
    case 'wrongFactKind':
      return { type: failure.type, fact: named.fact(failure.fact) };
    case 'derivedFact':
      return { type: failure.type, fact: named.fact(failure.fact), from: named.fact(failure.from) };
    case 'outcomeNeeded':
      return { type: failure.type, outcomes: failure.outcomes.flatMap((id) => names.outcome?.(id) ?? []) };
    case 'notAVoter':
      return { type: failure.type, who: failure.voters.flatMap((person) => named.person(person) ?? []) };
    case 'didItsPart':
      return {
        type: failure.type,
        person: named.person(failure.person) ?? null,
        did: named.step(failure.did),
      };
    case 'redoLimit':
      return { type: failure.type, section: named.section(failure.section), atMost: failure.atMost };
    case 'itemsNeeded':
    case 'listClosed':
      return { type: failure.type, section: named.section(failure.section) };
    case 'listOpen':
      return { type: failure.type, sections: failure.sections.map(named.section) };
    case 'irreversible':
      return {
        type: failure.type,
        holder: failure.holder === null ? null : (named.person(failure.holder) ?? null),
      };
    case 'invalidWorkflow':
      return {
        type: failure.type,
        problems: failure.problems.map((problem) => sayProblem(workflowProblemToSayable(problem, named))),
      };
    default:
      return { type: failure.type };
  }
}

function closedHow(status: string): Extract<SayableFailure, { type: 'alreadyClosed' }>['how'] {
  if (status === 'completed' || status === 'skipped') return status;
  return status === 'terminated' ? 'cancelled' : 'other';
}

/** What happened and the way out. `names` says what the things of the run in question are called. */
export function sayFailure(messages: Messages, failure: IntentFailure, names: Names = {}): FailureWords {
  return failureWords(messages.formats)(failureToSayable(messages, failure, names));
}
