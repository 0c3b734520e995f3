/** My vote, straight from the card on Now: what is judged, how far it is, yes or no. */
import { Show } from 'solid-js';
import type { RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import { useMayAct } from '../../access.ts';
import { FactRows } from '../facts/fact-rows.tsx';
import { StepHere } from '../step/step-here.tsx';
import styles from './approval.module.css';
import { useApprovalWords } from './use-approval-words.ts';
import { VoteButtons } from './vote-buttons.tsx';
import { LookAgain } from './vote-lines.tsx';

export function HeroVote(props: { readonly run: RunId; readonly key: OccurrenceKey }) {
  const words = useApprovalWords();
  const mayAct = useMayAct();
  return (
    <StepHere run={props.run} key={props.key}>
      {(step) => (
        <div class={styles.hero}>
          <Show when={step().approval}>
            {(approval) => (
              <>
                <p class={styles.progress}>{words.progress(approval().approvals, approval().needed)}</p>
                <LookAgain approval={approval()} />
              </>
            )}
          </Show>
          <Show when={step().reads.length > 0}>
            <FactRows run={step().run} facts={step().reads} label={words.judged} fixed />
          </Show>
          <Show when={mayAct()}>
            <VoteButtons step={step()} />
          </Show>
        </div>
      )}
    </StepHere>
  );
}
