/**
 * Stuck: what is in the way, and what to do about it. Every choice says what follows from it, the button
 * then names the choice, and nothing is chosen before a tap.
 */
import { createSignal, createUniqueId, type JSX, Show } from 'solid-js';
import IconNote from '~icons/lucide/octagon-minus';
import IconSkip from '~icons/lucide/skip-forward';
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
import { useStepCommands } from './step-commands.ts';
import styles from './stuck-page.module.css';

type WayOut = 'backup' | 'somebody' | 'skip' | 'note';

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
  const [wayOut, setWayOut] = createSignal<WayOut>();
  const [person, setPerson] = createSignal<PersonId>();
  const [missesReason, setMissesReason] = createSignal(false);

  const backup = (): PersonView | null => {
    const candidate = props.step.backup;
    return candidate === null || candidate.id === props.step.holder?.id ? null : candidate;
  };
  const others = () =>
    props.step.people.filter((other) => other.id !== props.step.holder?.id && other.id !== backup()?.id);
  const receiver = (): PersonView | undefined => {
    if (wayOut() === 'backup') return backup() ?? undefined;
    return wayOut() === 'somebody' ? others().find((other) => other.id === person()) : undefined;
  };
  const noteConsequence = (): string => {
    const conductor = props.step.conductor;
    if (conductor?.isMe === true) return messages.step.noteConsequenceMine;
    return messages.step.noteConsequence(conductor?.name ?? null);
  };
  const action = (): string => {
    const to = receiver();
    if (to !== undefined) return messages.step.passTo(to.name);
    if (wayOut() === 'skip') return messages.step.skipOption;
    return wayOut() === 'note' ? messages.step.noteOption : messages.step.chooseFirst;
  };
  const ready = () => receiver() !== undefined || wayOut() === 'skip' || wayOut() === 'note';

  const act = async (): Promise<void> => {
    const to = receiver();
    const way = wayOut();
    if (way === 'note' && reason().trim() === '') {
      setMissesReason(true);
      reasonField.focus();
      return;
    }
    const done =
      to !== undefined
        ? commands.handTo(to.id, to.isMe ? messages.states.you : to.name, reason())
        : way === 'skip'
          ? commands.skip(reason())
          : way === 'note'
            ? commands.fail(reason())
            : Promise.resolve(false);
    if (await done) props.onDone();
  };

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
          <Show when={props.step.actions.handOver && backup()}>
            {(other) => (
              <Choice
                picture={<IconUserRoundCheck />}
                title={messages.step.askBackup(other().name)}
                sub={messages.step.askConsequence(other().name)}
                checked={wayOut() === 'backup'}
                onChoose={() => setWayOut('backup')}
              />
            )}
          </Show>
          <Show when={props.step.actions.handOver && others().length > 0}>
            <Choice
              picture={<IconUsers />}
              title={messages.step.askSomebody}
              sub={messages.step.askSomebodyConsequence}
              checked={wayOut() === 'somebody'}
              onChoose={() => setWayOut('somebody')}
            />
          </Show>
          <Show when={props.step.actions.skip}>
            <Choice
              picture={<IconSkip />}
              title={messages.step.skipOption}
              sub={messages.step.skipConsequence(props.step.unlocks.map((step) => step.title))}
              checked={wayOut() === 'skip'}
              onChoose={() => setWayOut('skip')}
            />
          </Show>
          <Show when={props.step.actions.stuck}>
            <Choice
              picture={<IconNote />}
              title={messages.step.noteOption}
              sub={noteConsequence()}
              checked={wayOut() === 'note'}
              onChoose={() => setWayOut('note')}
            />
          </Show>
        </Choices>
        <Show when={wayOut() === 'somebody'}>
          <PersonChoice
            legend={messages.step.handOverTitle}
            people={others()}
            chosen={person()}
            onChoose={setPerson}
            taken={undefined}
            takenNote=""
          />
        </Show>
      </SheetBody>
      <SheetFoot>
        <Button
          kind={ready() ? (props.step.tone === 'turn' ? 'turn' : 'ink') : 'soft'}
          grow
          disabled={!ready()}
          aria-busy={commands.busy()}
          onClick={() => void act()}
        >
          {action()}
          <Show when={receiver() !== undefined && props.step.tone === 'turn'}>
            <BatonPill />
          </Show>
        </Button>
      </SheetFoot>
    </>
  );
}
