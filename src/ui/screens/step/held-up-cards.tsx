/** Facts that hold the step up: one that is missing can be filled in, of rival ones one can be kept. */
import { createSignal, For } from 'solid-js';
import IconHelp from '~icons/lucide/circle-help';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactView } from '../../../views/fact-view.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { type FactEntry, valueToEntry } from '../facts/fact-entry.ts';
import { FactInput } from '../facts/fact-input.tsx';
import styles from './conflict-card.module.css';
import { StepCard } from './step-card.tsx';
import type { StepCommands } from './step-commands.ts';
import { whoSaid } from './who-said.ts';

export function HeldUpCards(props: { readonly step: StepView; readonly commands: StepCommands }) {
  return (
    <>
      <For each={props.step.missingFacts}>
        {(fact) => <MissingFact fact={fact} commands={props.commands} />}
      </For>
      <For each={props.step.disputedFacts}>
        {(fact) => <DisputedFact fact={fact} step={props.step} commands={props.commands} />}
      </For>
    </>
  );
}

function MissingFact(props: { readonly fact: FactView; readonly commands: StepCommands }) {
  const messages = useMessages();
  const [entry, setEntry] = createSignal<FactEntry>(valueToEntry(null));
  const [insist, setInsist] = createSignal(false);
  const save = (): void => {
    const typed = entry();
    if (typed.kind === 'value') void props.commands.setFact(props.fact, typed.value);
    else setInsist(true);
  };
  return (
    <StepCard
      start={<IconHelp />}
      title={messages.situation.heldUpBy(props.fact.name)}
      hint={messages.facts.canSay(props.fact.suppliers)}
    >
      <FactInput fact={props.fact} value={null} insist={insist()} onEntry={setEntry} />
      <Button
        size={48}
        disabled={entry().kind === 'empty'}
        aria-busy={props.commands.busy()}
        aria-label={messages.situation.fillIn(props.fact.name)}
        onClick={save}
      >
        {messages.facts.save}
      </Button>
    </StepCard>
  );
}

function DisputedFact(props: {
  readonly fact: FactView;
  readonly step: StepView;
  readonly commands: StepCommands;
}) {
  const messages = useMessages();
  const now = useNow();
  const told = (value: FactView['value']): string => {
    const person = value?.kind === 'person' ? value.person : undefined;
    const name = props.step.people.find(({ id }) => id === person)?.name;
    return messages.facts.value(value, props.fact.options, name, now());
  };
  return (
    <StepCard
      start={<StateGlyph shape="conflict" />}
      title={messages.facts.bothSet(
        props.fact.name,
        props.fact.sides.map(({ by }) => by),
      )}
      hint={messages.facts.criticalHint}
    >
      <ul class={styles.sides}>
        <For each={props.fact.sides}>
          {(side) => (
            <li class={styles.side}>
              <small class={styles.who}>
                {side.by !== null && <Avatar face={side.by} size={24} />}
                {whoSaid(messages, side.by)}, {messages.times.moment(side.at, true, now())}
              </small>
              <b>{told(side.value)}</b>
              <Button
                size={48}
                wraps
                aria-label={messages.step.keepThisOne(whoSaid(messages, side.by), told(side.value))}
                onClick={() => void props.commands.keepValue(props.fact, side.value)}
              >
                {messages.facts.keepThis}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </StepCard>
  );
}
