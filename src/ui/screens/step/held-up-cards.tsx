/** Facts that hold the step up: one that is missing can be filled in, of rival ones one can be kept. */
import { createSignal, For } from 'solid-js';
import IconHelp from '~icons/lucide/circle-help';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactView } from '../../../views/fact-view.ts';
import type { StepView } from '../../../views/step-view.ts';
import { Button } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { DisputeCard } from '../facts/dispute-card.tsx';
import { useFactCommands } from '../facts/fact-commands.ts';
import { type FactEntry, valueToEntry } from '../facts/fact-entry.ts';
import { FactInput } from '../facts/fact-input.tsx';
import { isToldBy } from './step-facts.tsx';
import { useSituationWords } from './use-situation-words.ts';

export function HeldUpCards(props: { readonly step: StepView }) {
  return (
    <>
      <For each={props.step.missingFacts}>{(fact) => <MissingFact fact={fact} step={props.step} />}</For>
      <For each={props.step.disputedFacts}>{(fact) => <DisputeCard run={props.step.run} fact={fact} />}</For>
    </>
  );
}

function MissingFact(props: { readonly fact: FactView; readonly step: StepView }) {
  const messages = useMessages();
  const situation = useSituationWords();
  const commands = useFactCommands(() => props.step.run);
  const [entry, setEntry] = createSignal<FactEntry>(valueToEntry(null));
  const [insist, setInsist] = createSignal(false);
  const save = (): void => {
    const typed = entry();
    const at = isToldBy(props.step, props.fact.fact) ? props.step.key : undefined;
    if (typed.kind === 'value') void commands.set(props.fact, typed.value, at);
    else setInsist(true);
  };
  return (
    <MatterCard
      start={<IconHelp />}
      title={situation.heldUpBy(props.fact.name)}
      hint={messages.facts.canSay(props.fact.suppliers)}
    >
      <FactInput fact={props.fact} value={null} insist={insist()} onEntry={setEntry} />
      <Button
        size={48}
        disabled={entry().kind === 'empty'}
        aria-busy={commands.busy()}
        aria-label={situation.fillIn(props.fact.name)}
        onClick={save}
      >
        {messages.facts.save}
      </Button>
    </MatterCard>
  );
}
