/** What moves the step on: Done or one button for every outcome, They answered, Stuck, and the ways back. */
import { Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { BatonPill } from '../../kit/baton.tsx';
import { Button } from '../../kit/button.tsx';
import { SheetFoot } from '../../kit/sheet-parts.tsx';
import { useAwayWords } from '../shared/use-away-words.ts';
import { OutcomeButtons } from './outcome-buttons.tsx';
import { useContactWords } from '../contact/use-contact-words.ts';
import type { StepCommands } from './step-commands.ts';
import styles from './step-foot.module.css';
import type { StepPageName } from './step-pages.tsx';

export function StepFoot(props: {
  readonly step: StepView;
  readonly commands: StepCommands;
  /** D and S press its buttons, and are shown. */
  readonly keys: boolean;
  readonly onComplete: (outcome: string | null) => void;
  readonly onDone: () => void;
  readonly onAmend: () => void;
  readonly onGo: (page: StepPageName) => void;
}) {
  const messages = useMessages();
  const contactWords = useContactWords();
  const away = useAwayWords();
  const can = () => props.step.actions;
  const answers = () => can().reply;
  const asks = () => props.step.stepKind === 'contact' && can().contact && props.step.contact;
  const asked = () => props.step.waitingOn !== null;
  /** A wait is over when they answered, and so is a contact; the page for that completes it. */
  const finishes = () =>
    can().complete &&
    props.step.inTheWay.length === 0 &&
    !(answers() && (props.step.stepKind === 'wait' || props.step.stepKind === 'contact'));
  const plain = () => finishes() && props.step.outcomes.length === 0;
  const turn = () =>
    props.step.tone === 'turn' &&
    (props.step.holder?.isMe === true || props.step.away?.standIn?.isMe === true);
  const done = (): string => {
    const other = props.step.actFor?.person;
    if (other !== undefined) return away.doneFor(other.name);
    return props.step.unlocks.length > 0 ? messages.step.done : messages.step.doneLast;
  };
  const then = async (done: Promise<boolean>): Promise<void> => {
    if (await done) props.onDone();
  };
  const shortcut = (key: string) => (props.keys ? { shortcut: key } : {});
  return (
    <SheetFoot>
      <Show when={!asked() && asks()}>
        {(contact) => (
          <Button
            kind={turn() ? 'turn' : 'ink'}
            grow
            class={styles.main}
            onClick={() => props.onGo('contact')}
          >
            {contactWords.open(contact().how, contact().to?.name ?? null)}
            <Show when={turn() && !props.keys}>
              <BatonPill />
            </Show>
          </Button>
        )}
      </Show>
      <Show when={answers()}>
        <Button
          kind={asks() && !asked() ? 'plain' : 'ink'}
          grow
          class={asks() && !asked() ? undefined : styles.main}
          onClick={() => props.onGo('reply')}
        >
          {messages.waiting.answered}
        </Button>
      </Show>
      <Show when={asked() && asks()}>
        <Button grow onClick={() => props.onGo('contact')}>
          {contactWords.again}
        </Button>
      </Show>
      <Show when={finishes() && !plain()}>
        <OutcomeButtons
          step={props.step}
          kind={turn() ? 'turn' : 'ink'}
          busy={props.commands.busy()}
          onChoose={props.onComplete}
        />
      </Show>
      <Show when={plain()}>
        <Button
          kind={answers() ? 'plain' : turn() ? 'turn' : 'ink'}
          grow
          class={styles.main}
          aria-busy={props.commands.busy()}
          onClick={() => props.onComplete(null)}
          {...shortcut('D')}
        >
          {done()}
          <Show when={turn() && !props.keys}>
            <BatonPill />
          </Show>
        </Button>
      </Show>
      <Show when={can().retry}>
        <Button kind="ink" grow class={styles.main} onClick={() => void then(props.commands.retry())}>
          {messages.step.retry}
        </Button>
        <Button grow onClick={() => props.onGo('stuck')}>
          {messages.step.otherWays}
        </Button>
      </Show>
      <Show when={can().stuck}>
        <Button grow onClick={() => props.onGo('stuck')} {...shortcut('S')}>
          {messages.step.stuck}
        </Button>
      </Show>
      <Show when={can().reopen}>
        <Button grow onClick={() => void then(props.commands.reopen())}>
          {messages.step.reopen}
        </Button>
      </Show>
      <Show when={can().amend}>
        <Button grow onClick={() => props.onAmend()}>
          {messages.step.amend}
        </Button>
      </Show>
    </SheetFoot>
  );
}
