/**
 * Yes, no with a reason, and taking one's vote back; the same for somebody who has no device and says it to whoever
 * writes it down. A no is asked for its reason before it is sent.
 */
import { createSignal, createUniqueId, Show } from 'solid-js';
import type { Command } from '../../../model/command.ts';
import { occurrenceFromKey } from '../../../model/occurrence.ts';
import type { VoterView } from '../../../views/approval-view.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useCommands } from '../../commands.ts';
import { BatonPill } from '../../kit/baton.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { stepToNames } from '../step/step-names.ts';
import styles from './approval.module.css';
import { useApprovalWords } from './use-approval-words.ts';

type VoteKind = Extract<Command, { kind: 'vote' }>['vote'];

export function VoteButtons(props: {
  readonly step: StepView;
  /** Whose vote it is; absent: mine. */
  readonly speaksFor?: VoterView;
  readonly onVoted?: () => void;
}) {
  const words = useApprovalWords();
  const { send, busy } = useCommands();
  const errorId = createUniqueId();
  let field: HTMLElement | undefined;
  const [asking, setAsking] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const [missing, setMissing] = createSignal(false);
  const other = () => props.speaksFor?.person;
  const mine = () => props.speaksFor ?? props.step.approval?.voters.find(({ person }) => person.isMe);
  const can = () => {
    const { vote, withdrawVote } = props.step.actions;
    const may = props.speaksFor?.speakFor;
    return may === undefined
      ? { vote, withdrawVote }
      : { vote: may?.vote ?? false, withdrawVote: may?.withdraw ?? false };
  };
  const counts = (how: 'approve' | 'reject'): boolean => mine()?.vote === how && mine()?.void === false;

  const vote = async (how: VoteKind): Promise<void> => {
    const occurrence = occurrenceFromKey(props.step.key);
    if (!occurrence.ok || busy()) return;
    const note = reason().trim();
    const result = await send(
      props.step.run,
      { kind: 'vote', occurrence: occurrence.value, vote: how, ...(how === 'reject' && { note }) },
      {
        said: words.toast.voted(how, props.step.title, other()?.name ?? null),
        names: stepToNames(props.step),
        ...(props.speaksFor !== undefined && { onBehalfOf: props.speaksFor.person.id }),
      },
    );
    if (!result.ok) return;
    setAsking(false);
    setReason('');
    if (how !== 'withdraw') props.onVoted?.();
  };
  const sendBack = (): void => {
    if (reason().trim() === '') {
      setMissing(true);
      field?.focus();
    } else void vote('reject');
  };
  const approve = (): void => {
    navigator.vibrate?.(10);
    void vote('approve');
  };

  return (
    <>
      <Show when={asking() && can().vote}>
        <div class={styles.ask}>
          <Field
            label={words.reason}
            value={reason()}
            onInput={(text) => {
              setReason(text);
              setMissing(false);
            }}
            multiline
            maxLength={2000}
            invalid={missing()}
            describedBy={errorId}
            ref={(element) => {
              field = element;
              queueMicrotask(() => element.focus());
            }}
          />
          <p id={errorId} class={styles.error} role="alert">
            <Show when={missing()}>{words.reasonMissing}</Show>
          </p>
          <div class={styles.acts}>
            <Button kind="ink" grow aria-busy={busy()} onClick={sendBack}>
              {words.sendBackNow}
            </Button>
            <Button onClick={() => setAsking(false)}>{words.notNow}</Button>
          </div>
        </div>
      </Show>
      <Show when={!asking() && can().vote && !(counts('approve') && counts('reject'))}>
        <div class={styles.acts}>
          <Show when={!counts('approve')}>
            <Button kind={other() === undefined ? 'turn' : 'plain'} grow aria-busy={busy()} onClick={approve}>
              {words.approve(other()?.name ?? null)}
              <Show when={other() === undefined}>
                <BatonPill />
              </Show>
            </Button>
          </Show>
          <Show when={!counts('reject')}>
            <Button grow={counts('approve')} onClick={() => setAsking(true)}>
              {words.sendBack(other()?.name ?? null)}
            </Button>
          </Show>
        </div>
      </Show>
      <Show when={!asking() && can().withdrawVote}>
        <Button size={48} aria-busy={busy()} onClick={() => void vote('withdraw')}>
          {words.takeBack(other()?.name ?? null)}
        </Button>
      </Show>
    </>
  );
}
