/** Did they answer? Asked once something has gone out; until they do the step waits for them. */
import { type JSX, Show } from 'solid-js';
import type { StepView } from '../../../views/step-view.ts';
import { Button } from '../../kit/button.tsx';
import { SheetBody } from '../../kit/sheet-parts.tsx';
import { useStepCommands } from '../step/step-commands.ts';
import styles from './contact.module.css';
import { useContactWords } from './use-contact-words.ts';
import { SheetPageHead } from '../shared/sheet-page-head.tsx';

export function AnswerPage(props: {
  readonly step: StepView;
  readonly before: JSX.Element;
  readonly onAnswered: () => void;
  readonly onNotYet: () => void;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}) {
  const words = useContactWords();
  const commands = useStepCommands(() => props.step);
  /** An outcome or a step in the way takes more than a tap. */
  const mayEnd = () =>
    props.step.stepKind === 'contact' &&
    props.step.actions.complete &&
    props.step.inTheWay.length === 0 &&
    props.step.outcomes.length === 0;
  const again = async (): Promise<void> => {
    if (await commands.stopWaiting()) props.onAgain();
  };
  const end = async (): Promise<void> => {
    if (await commands.complete({ outcome: null })) props.onDone();
  };
  return (
    <>
      <SheetPageHead
        title={words.answerTitle(props.step.contact?.to?.name ?? null)}
        sub={props.step.title}
        before={props.before}
      />
      <SheetBody>
        <p class={styles.hint}>{words.answerHint}</p>
        <div class={styles.answers}>
          <Button kind="ink" wraps onClick={() => props.onAnswered()}>
            {words.yes}
          </Button>
          <Button wraps onClick={() => props.onNotYet()}>
            {words.notYet}
          </Button>
          <Button wraps aria-busy={commands.busy()} onClick={() => void again()}>
            {words.noAnswer}
          </Button>
          <Show when={mayEnd()}>
            <Button kind="ghost" wraps aria-busy={commands.busy()} onClick={() => void end()}>
              {words.doneAnyway}
            </Button>
          </Show>
        </div>
      </SheetBody>
    </>
  );
}
