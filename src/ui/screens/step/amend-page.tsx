/** Something done for good is put right: the step stays done, and says what changed. */
import { createSignal, type JSX, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useStepCommands } from './step-commands.ts';
import styles from './step-parts.module.css';
import { factsToTell, ToldFactFields, useToldFacts } from './told-facts.tsx';

export function AmendPage(props: {
  readonly step: StepView;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const commands = useStepCommands(() => props.step);
  const [note, setNote] = createSignal('');
  const [empty, setEmpty] = createSignal(false);
  const told = useToldFacts(() => factsToTell(props.step.writes));
  const save = async (): Promise<void> => {
    const facts = told.given();
    if (facts === null) return;
    if (note().trim() === '' && Object.keys(facts).length === 0) {
      setEmpty(true);
      return;
    }
    if (await commands.amend(facts, note())) props.onDone();
  };
  return (
    <>
      <SheetHead
        title={messages.facts.amendTitle}
        sub={props.step.title}
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
      />
      <SheetBody>
        <p class={styles.none}>{messages.facts.amendHint}</p>
        <ToldFactFields told={told} />
        <Field
          label={messages.facts.amendNote}
          placeholder={messages.facts.amendNoteHint}
          value={note()}
          onInput={(text) => {
            setNote(text);
            setEmpty(false);
          }}
          multiline
          maxLength={2000}
        />
        <p class={styles.error} role="alert">
          <Show when={empty()}>{messages.facts.amendEmpty}</Show>
        </p>
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={commands.busy()} onClick={() => void save()}>
          {messages.facts.amendSave}
        </Button>
      </SheetFoot>
    </>
  );
}
