/**
 * What came out of it: asked for before the step is done, where it tells something that nobody knows yet.
 * Every value may stay empty; Later completes without any.
 */
import { type JSX, Show, untrack } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { BatonPill } from '../../kit/baton.tsx';
import { Button } from '../../kit/button.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { outcomeWords } from './consequence-words.ts';
import { type GivenFacts, useStepCommands } from './step-commands.ts';
import styles from './step-parts.module.css';
import { factsToAsk, ToldFactFields, useToldFacts } from './told-facts.tsx';
import { useSituationWords } from './use-situation-words.ts';
import { SheetPageHead } from '../shared/sheet-page-head.tsx';

export function CompletePage(props: {
  readonly step: StepView;
  readonly outcome: string | null;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const situation = useSituationWords();
  const commands = useStepCommands(() => props.step);
  const told = useToldFacts(() => factsToAsk(props.step.writes));
  const outcome = () => props.step.outcomes.find(({ id }) => id === props.outcome);
  const finish = async (facts: GivenFacts | null): Promise<void> => {
    if (facts === null) return;
    const including = props.step.inTheWay.map(({ step }) => step);
    if (await commands.complete({ outcome: props.outcome, facts, including })) props.onDone();
  };
  const action = (): string =>
    outcome()?.name ?? (props.step.unlocks.length > 0 ? messages.step.done : messages.step.doneLast);
  const mine = untrack(() => props.step.tone === 'turn');
  return (
    <>
      <SheetPageHead title={messages.step.tellsTitle} sub={props.step.title} before={props.before} />
      <SheetBody>
        <p class={styles.none}>{messages.step.laterHint}</p>
        <ToldFactFields told={told} />
        <Show when={outcome()}>{(end) => <p class={styles.none}>{outcomeWords(messages, end())}</p>}</Show>
        <Show when={props.step.inTheWay.length > 0}>
          <p class={styles.none}>{messages.step.alsoDone(props.step.inTheWay.map(({ title }) => title))}</p>
        </Show>
        <Show when={props.step.irreversible}>
          <p class={styles.none}>
            {situation.irreversible}. {situation.irreversibleOpen}
          </p>
        </Show>
      </SheetBody>
      <SheetFoot>
        <Button
          kind={mine ? 'turn' : 'ink'}
          grow
          wraps
          aria-busy={commands.busy()}
          onClick={() => void finish(told.given())}
        >
          {action()}
          <Show when={mine && outcome() === undefined}>
            <BatonPill />
          </Show>
        </Button>
        <Button onClick={() => void finish({})}>{messages.step.later}</Button>
      </SheetFoot>
    </>
  );
}
