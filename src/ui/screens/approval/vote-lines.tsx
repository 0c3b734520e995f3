/** Who votes and what they said, and what of one's own vote counts no more. */
import { createSignal, For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonId } from '../../../model/ids.ts';
import type { ApprovalView, VoterView } from '../../../views/approval-view.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { useTelling } from '../facts/telling.ts';
import styles from './approval.module.css';
import { useApprovalWords } from './use-approval-words.ts';
import { VoteButtons } from './vote-buttons.tsx';

export function VoteLines(props: { readonly step: StepView; readonly approval: ApprovalView }) {
  const messages = useMessages();
  const words = useApprovalWords();
  const now = useNow();
  const [speaksFor, setSpeaksFor] = createSignal<PersonId>();
  return (
    <ul class={styles.voters} aria-label={words.voters}>
      <For each={props.approval.voters}>
        {(voter) => (
          <li class={styles.voter} data-vote={voter.void || voter.barred ? 'none' : (voter.vote ?? 'none')}>
            <Avatar face={voter.person} size={24} />
            <span class={styles.said}>
              <b>{voter.person.isMe ? messages.states.you : voter.person.name}</b>
              <small>{words.said(voter, now())}</small>
              <Show when={voter.note}>{(note) => <q>{note()}</q>}</Show>
              <Show when={voter.speakFor !== null}>
                <Show
                  when={speaksFor() === voter.person.id || voter.speakFor?.vote === false}
                  fallback={
                    <Button size={40} onClick={() => setSpeaksFor(voter.person.id)}>
                      {words.speakFor(voter.person.name)}
                    </Button>
                  }
                >
                  <span class={styles.other} role="group" aria-label={words.voteOf(voter.person.name)}>
                    <Show when={voter.speakFor?.vote}>
                      <small>{words.speakForHint(voter.person.name)}</small>
                    </Show>
                    <VoteButtons
                      step={props.step}
                      speaksFor={voter}
                      onVoted={() => setSpeaksFor(undefined)}
                    />
                  </span>
                </Show>
              </Show>
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}

/** "Draft has changed since you approved it. Look again." */
export function LookAgain(props: { readonly approval: ApprovalView }) {
  const messages = useMessages();
  const words = useApprovalWords();
  const mine = (): VoterView | undefined =>
    props.approval.voters.find(({ person, void: isVoid }) => person.isMe && isVoid);
  const telling = useTelling(() => (mine()?.stale ?? []).map(({ kind }) => kind));
  return (
    <Show when={mine()}>
      {(voter) => (
        <div class={styles.again}>
          <p>
            <b>
              {words.lookAgain(
                voter().stale.map(({ name }) => name),
                voter().vote ?? 'approve',
              )}
            </b>
          </p>
          <For each={voter().stale}>{(fact) => <p>{messages.facts.wasNow(fact, telling())}</p>}</For>
        </div>
      )}
    </Show>
  );
}
