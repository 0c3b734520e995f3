/** What a step says of votes and of who must not do it. */
import { Show } from 'solid-js';
import type { StepView } from '../../../views/step-view.ts';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { ApprovalCard } from './approval-card.tsx';
import { useApprovalWords } from './use-approval-words.ts';

export function WhoVotes(props: { readonly step: StepView; readonly onVoted: () => void }) {
  const words = useApprovalWords();
  const notFor = () => (props.step.closedAt === null ? props.step.notFor : null);
  return (
    <>
      <ApprovalCard step={props.step} onVoted={props.onVoted} />
      <Show when={notFor()}>
        {(kept) => (
          <MatterCard
            quiet
            start={<StateGlyph shape="next" />}
            title={words.notFor(kept().people)}
            hint={words.notForHint(kept().did)}
          />
        )}
      </Show>
    </>
  );
}
