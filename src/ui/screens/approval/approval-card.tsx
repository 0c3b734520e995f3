/** An approval on its step: how far it is, who said what, my vote, and what to do when it stands still. */
import { Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { ApprovalView } from '../../../views/approval-view.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { useApprovalWords } from './use-approval-words.ts';
import { VoteButtons } from './vote-buttons.tsx';
import { LookAgain, VoteLines } from './vote-lines.tsx';

export function ApprovalCard(props: { readonly step: StepView; readonly onVoted: () => void }) {
  return (
    <Show when={props.step.approval}>
      {(approval) => (
        <>
          <Standstill step={props.step} approval={approval()} />
          <Votes step={props.step} approval={approval()} onVoted={props.onVoted} />
        </>
      )}
    </Show>
  );
}

function Votes(props: {
  readonly step: StepView;
  readonly approval: ApprovalView;
  readonly onVoted: () => void;
}) {
  const words = useApprovalWords();
  const open = () => props.step.closedAt === null;
  const missing = () =>
    props.approval.voters.filter(({ vote, barred, void: isVoid }) => !barred && (vote === null || isVoid));
  const hint = (): string =>
    open()
      ? `${words.waitsFor(missing().map(({ person }) => person))} ${props.approval.veto ? words.veto : words.noVeto}`
      : '';
  return (
    <MatterCard
      start={<StateGlyph shape={props.step.tone} />}
      title={words.title}
      heading={
        props.step.outcome === null || open()
          ? words.progress(props.approval.approvals, props.approval.needed)
          : props.step.outcome
      }
      hint={hint()}
    >
      <LookAgain approval={props.approval} />
      <VoteLines step={props.step} approval={props.approval} />
      <VoteButtons step={props.step} onVoted={props.onVoted} />
    </MatterCard>
  );
}

/** Nobody's vote would move it: too few have one, or it was sent back and nothing followed. */
function Standstill(props: { readonly step: StepView; readonly approval: ApprovalView }) {
  const words = useApprovalWords();
  const messages = useMessages();
  const { send, busy } = useCommands();
  const redo = () => (props.step.mayPlan ? props.approval.redo : null);
  return (
    <>
      <Show when={props.approval.tooFew && props.step.closedAt === null}>
        <MatterCard
          start={<StateGlyph shape="stuck" />}
          title={words.tooFew(props.approval.needed)}
          hint={words.tooFewHint}
        />
      </Show>
      <Show when={props.approval.awaitsRedo}>
        <MatterCard
          start={<StateGlyph shape="stuck" />}
          title={words.awaits}
          hint={words.awaitsHint(props.approval.redo?.name ?? null)}
        >
          <Show when={redo()}>
            {(again) => (
              <Button
                kind="ink"
                wraps
                aria-busy={busy()}
                onClick={() =>
                  void send(
                    props.step.run,
                    { kind: 'redoSection', section: again().section },
                    {
                      said: words.toast.again(again().name),
                      names: { section: () => again().name, step: () => messages.states.anotherStep },
                    },
                  )
                }
              >
                {words.doAgain(again().name)}
              </Button>
            )}
          </Show>
        </MatterCard>
      </Show>
    </>
  );
}
