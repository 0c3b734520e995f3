/**
 * They answered: what they said, and the facts that the step asks for. A step that only waits or asks is done
 * with it, if one likes; any other is somebody's turn again.
 */
import { createSignal, type JSX, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { OutcomeButtons } from './outcome-buttons.tsx';
import { useStepCommands } from './step-commands.ts';
import styles from './step-parts.module.css';
import { factsToTell, ToldFactFields, useToldFacts } from './told-facts.tsx';

export function ReplyPage(props: {
  readonly step: StepView;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const commands = useStepCommands(() => props.step);
  const [text, setText] = createSignal('');
  const told = useToldFacts(() => factsToTell(props.step.writes));
  const finishes = () =>
    (props.step.stepKind === 'wait' || props.step.stepKind === 'contact') &&
    props.step.actions.complete &&
    props.step.inTheWay.length === 0;
  const record = async (): Promise<void> => {
    const facts = told.given();
    if (facts !== null && (await commands.reply(text(), facts))) props.onDone();
  };
  const finish = async (outcome: string | null): Promise<void> => {
    const facts = told.given();
    if (facts !== null && (await commands.replyAndComplete(text(), facts, outcome))) props.onDone();
  };
  return (
    <>
      <SheetHead
        title={messages.waiting.replyTitle}
        sub={
          props.step.waitingOn === null
            ? props.step.title
            : messages.waiting.answeredNamed(props.step.waitingOn.on)
        }
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
      />
      <SheetBody>
        <Field
          label={messages.waiting.replyText}
          placeholder={messages.waiting.replyPlaceholder}
          value={text()}
          onInput={setText}
          multiline
          maxLength={2000}
        />
        <Show when={told.facts.length > 0}>
          <div>
            <h3 class={styles.label}>{messages.waiting.replyFacts}</h3>
            <ToldFactFields told={told} />
          </div>
        </Show>
      </SheetBody>
      <SheetFoot>
        <Show
          when={finishes()}
          fallback={
            <Button kind="ink" grow aria-busy={commands.busy()} onClick={() => void record()}>
              {messages.waiting.replyRecord}
            </Button>
          }
        >
          <Show
            when={props.step.outcomes.length > 0}
            fallback={
              <Button kind="ink" grow aria-busy={commands.busy()} onClick={() => void finish(null)}>
                {messages.waiting.replyDone}
              </Button>
            }
          >
            <OutcomeButtons
              step={props.step}
              kind="ink"
              busy={commands.busy()}
              onChoose={(outcome) => void finish(outcome)}
            />
          </Show>
          <Button onClick={() => void record()}>{messages.waiting.replyOnlyRecord}</Button>
        </Show>
      </SheetFoot>
    </>
  );
}
