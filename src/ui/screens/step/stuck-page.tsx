/**
 * Stuck: what is in the way, and what to do about it. Every choice says what follows from it, the button
 * then names the choice, and nothing is chosen before a tap.
 */
import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import IconHourglass from '~icons/lucide/hourglass';
import IconNote from '~icons/lucide/octagon-minus';
import IconRepeat from '~icons/lucide/repeat';
import IconUserRoundCheck from '~icons/lucide/user-round-check';
import IconUsers from '~icons/lucide/users-round';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import type { PersonView } from '../../../views/shared.ts';
import type { StepView } from '../../../views/step-view.ts';
import { BatonPill } from '../../kit/baton.tsx';
import { Button } from '../../kit/button.tsx';
import { Choice, Choices } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { ToneText } from '../../kit/tone-text.tsx';
import { PersonChoice } from '../shared/person-choice.tsx';
import { useStepCommands, type WaitedFor } from './step-commands.ts';
import styles from './step-parts.module.css';
import { nextTry, stuckAction, type WayOut } from './stuck-ways.ts';
import { WaitedForFields } from './waited-for-fields.tsx';
import { WaysWithout } from './ways-without.tsx';

export function StuckPage(props: {
  readonly step: StepView;
  readonly before?: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const commands = useStepCommands(() => props.step);
  const errorId = createUniqueId();
  let reasonField!: HTMLElement;
  const [reason, setReason] = createSignal('');
  const [way, setWay] = createSignal<WayOut>();
  const [person, setPerson] = createSignal<PersonId>();
  const [waitedFor, setWaitedFor] = createSignal<WaitedFor>({ on: '', person: null });
  const [missesReason, setMissesReason] = createSignal(false);

  const can = () => props.step.actions;
  const backup = (): PersonView | null => {
    const candidate = props.step.backup;
    return candidate === null || candidate.id === props.step.holder?.id ? null : candidate;
  };
  const others = () =>
    props.step.people.filter((other) => other.id !== props.step.holder?.id && other.id !== backup()?.id);
  const receiver = (): PersonView | undefined => {
    if (way() === 'backup') return backup() ?? undefined;
    return way() === 'somebody' ? others().find((other) => other.id === person()) : undefined;
  };
  const noteConsequence = (): string => {
    const conductor = props.step.conductor;
    if (conductor?.isMe === true) return messages.step.noteConsequenceMine;
    return messages.step.noteConsequence(conductor?.name ?? null);
  };
  const againConsequence = (): string => {
    const holder = props.step.holder;
    return messages.step.tryAgainConsequence(
      nextTry(props.step),
      holder === null || holder.isMe ? null : holder.name,
    );
  };
  const action = () =>
    stuckAction(messages, props.step, commands, {
      reason: reason(),
      way: way(),
      receiver: receiver(),
      waitedFor: waitedFor(),
    });
  const turn = () => props.step.tone === 'turn';

  const act = async (): Promise<void> => {
    const chosen = action();
    if (chosen.needsReason && reason().trim() === '') {
      setMissesReason(true);
      reasonField.focus();
      return;
    }
    if (await chosen.send()) props.onDone();
  };
  const choice = (key: WayOut, picture: JSX.Element, title: string, sub: string) => (
    <Choice picture={picture} title={title} sub={sub} checked={way() === key} onChoose={() => setWay(key)} />
  );

  return (
    <>
      <SheetHead
        title={messages.step.stuckTitle}
        sub={props.step.title}
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
        eyebrow={
          <>
            <StateGlyph shape="stuck" />
            <ToneText tone="stuck">{messages.step.stuck}</ToneText>
          </>
        }
      />
      <SheetBody>
        <Field
          label={messages.step.stuckReason}
          placeholder={messages.step.stuckPlaceholder}
          value={reason()}
          onInput={(text) => {
            setReason(text);
            setMissesReason(false);
          }}
          multiline
          maxLength={2000}
          invalid={missesReason()}
          describedBy={errorId}
          ref={(element) => {
            reasonField = element;
          }}
        />
        <p id={errorId} class={styles.error} role="alert">
          <Show when={missesReason()}>{messages.step.sayWhy}</Show>
        </p>
        <Choices legend={messages.step.whatNow}>
          <Show when={can().retry || can().stuck}>
            {choice('again', <IconRepeat />, messages.step.tryAgain, againConsequence())}
          </Show>
          <Show when={can().handOver && backup()}>
            {(other) =>
              choice(
                'backup',
                <IconUserRoundCheck />,
                messages.step.askBackup(other().name),
                messages.step.askConsequence(other().name),
              )
            }
          </Show>
          <Show when={can().handOver && others().length > 0}>
            {choice(
              'somebody',
              <IconUsers />,
              messages.step.askSomebody,
              messages.step.askSomebodyConsequence,
            )}
          </Show>
          <Show when={way() === 'somebody'}>
            <PersonChoice
              legend={messages.step.handOverTitle}
              people={others()}
              chosen={person()}
              onChoose={setPerson}
              taken={undefined}
              takenNote=""
            />
          </Show>
          <Show when={can().wait}>
            {choice('wait', <IconHourglass />, messages.step.waitOption, messages.step.waitConsequence)}
          </Show>
          <Show when={way() === 'wait'}>
            <WaitedForFields people={props.step.people} value={waitedFor()} onChange={setWaitedFor} />
          </Show>
          <WaysWithout step={props.step} chosen={way()} onChoose={setWay} />
          <Show when={can().stuck}>
            {choice('note', <IconNote />, messages.step.noteOption, noteConsequence())}
          </Show>
        </Choices>
      </SheetBody>
      <SheetFoot>
        <Button
          kind={action().ready ? (turn() ? 'turn' : 'ink') : 'soft'}
          grow
          wraps
          disabled={!action().ready}
          aria-busy={commands.busy()}
          onClick={() => void act()}
        >
          {action().label}
          <Show when={receiver() !== undefined && turn()}>
            <BatonPill />
          </Show>
        </Button>
      </SheetFoot>
    </>
  );
}
