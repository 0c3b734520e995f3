/** What can be done about the facts of a run and the steps that rest on them, with the words that follow. */
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { Command } from '../../../model/command.ts';
import type { FactValue } from '../../../model/fact.ts';
import type { FactId, RunId } from '../../../model/ids.ts';
import { type Occurrence, occurrenceFromKey, type OccurrenceKey } from '../../../model/occurrence.ts';
import type { FactView } from '../../../views/fact-view.ts';
import type { StepRef } from '../../../views/shared.ts';
import { placeOf } from '../../../model/place.ts';
import { type SendOptions, useCommands } from '../../commands.ts';

export type CheckedStep = Pick<StepRef, 'key' | 'title'>;
type NamedFact = Pick<FactView, 'fact' | 'name'>;

export function useFactCommands(run: () => RunId) {
  const messages = useMessages();
  const { send, busy } = useCommands();
  const said = messages.facts.said;

  const give = async (command: Command, options: SendOptions): Promise<boolean> => {
    if (busy()) return false;
    return (await send(run(), command, options)).ok;
  };
  const giveStep = (
    step: CheckedStep,
    command: (occurrence: Occurrence) => Command,
    options: SendOptions,
  ): Promise<boolean> => {
    const occurrence = occurrenceFromKey(step.key);
    if (!occurrence.ok) return Promise.resolve(false);
    const names: SendOptions['names'] = {
      step: (id) => (id === placeOf(occurrence.value) ? step.title : undefined),
    };
    return give(command(occurrence.value), { names, ...options });
  };
  /** `at`: the step at which it is said, if any. */
  const setTo = (fact: NamedFact, value: FactValue | null, at: OccurrenceKey | undefined, words: string) => {
    const occurrence = at === undefined ? undefined : occurrenceFromKey(at);
    return give(
      {
        kind: 'setFact',
        fact: fact.fact,
        value,
        ...(occurrence?.ok === true && { occurrence: occurrence.value }),
      },
      { said: words },
    );
  };

  return {
    busy,
    set: (fact: NamedFact, value: FactValue | null, at?: OccurrenceKey) =>
      setTo(fact, value, at, value === null ? said.takenAway(fact.name) : said.set(fact.name)),
    /** Settles a dispute: the chosen value is set anew, over all sides. */
    keep: (fact: NamedFact, value: FactValue | null, at?: OccurrenceKey) =>
      setTo(fact, value, at, said.kept(fact.name)),
    stillRight: (step: CheckedStep) =>
      giveStep(step, (occurrence) => ({ kind: 'recheckStep', occurrence }), {
        said: said.stillRight(step.title),
      }),
    /** `onIrreversible`: it cannot be done again, so it has to be amended. */
    reopen: (step: CheckedStep, onIrreversible: () => void) =>
      giveStep(step, (occurrence) => ({ kind: 'reopenStep', occurrence }), {
        said: said.reopened(step.title),
        answers: (failure) => {
          if (failure.type !== 'irreversible') return false;
          onIrreversible();
          return true;
        },
      }),
    amend: (step: CheckedStep, facts: Readonly<Record<FactId, FactValue | null>>, note: string) =>
      giveStep(
        step,
        (occurrence) => ({
          kind: 'amendStep',
          occurrence,
          ...(Object.keys(facts).length > 0 && { facts }),
          ...(note.trim() !== '' && { note: note.trim() }),
        }),
        { said: said.amended(step.title) },
      ),
    acknowledge: (alert: string) => give({ kind: 'acknowledgeAlert', alert }, {}),
  };
}
