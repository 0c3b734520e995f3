/** Who votes on an approval, how many have to agree, and whether one "no" is enough to end it. */
import { Index } from 'solid-js';
import IconVote from '~icons/lucide/vote';
import IconX from '~icons/lucide/x';
import type { ApprovalRule, Assignee } from '../../../model/workflow.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { Tick } from '../../kit/tick.tsx';
import { NumberField } from './number-field.tsx';
import { sayWho } from './sayable.ts';
import styles from './step-editor.module.css';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { stepsBefore } from './steps-before.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';
import { WhoField } from './who-field.tsx';

export const votesPage: StepPage = {
  key: 'votes',
  isOffered: (_, { kind }) => kind === 'approval',
  icon: () => <IconVote />,
  title: (words) => words.votesTitle,
  summary: (surface, { approval }, words) =>
    approval === undefined || approval.by.length === 0
      ? { says: words.noVotes, quiet: true }
      : {
          says: words.votesLine(
            approval.needed,
            approval.by.map((who) => sayWho(surface, words, who)),
            approval.veto === true,
          ),
          quiet: false,
        },
  Part: VotesPart,
};

function VotesPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const rule = (): ApprovalRule => props.step.approval ?? { by: [], needed: 1 };
  const change = (part: Partial<ApprovalRule>): void => props.set({ approval: { ...rule(), ...part } });
  const setVoter = (index: number, who: Assignee | null): void => {
    if (who !== null) change({ by: rule().by.map((each, at) => (at === index ? who : each)) });
  };
  return (
    <>
      <div class={styles.lines}>
        <Index each={rule().by}>
          {(who, index) => (
            <div class={styles.line}>
              <WhoField
                surface={props.surface}
                label={words.voter(index + 1)}
                value={who()}
                doers={stepsBefore(props.surface.steps, props.step)}
                onChoose={(chosen) => setVoter(index, chosen)}
              />
              <IconButton
                label={words.dropVoter(index + 1)}
                onClick={() => change({ by: rule().by.filter((_, at) => at !== index) })}
              >
                <IconX />
              </IconButton>
            </div>
          )}
        </Index>
      </div>
      <Button
        size={48}
        class={styles.start ?? ''}
        onClick={() => change({ by: [...rule().by, { kind: 'conductor' }] })}
      >
        {words.addVoter}
      </Button>
      <NumberField
        label={words.needed}
        value={rule().needed}
        least={1}
        onNumber={(needed) => change({ needed })}
      />
      <Tick
        label={words.veto}
        checked={rule().veto === true}
        onChange={(on) => {
          const { veto: _, ...kept } = rule();
          props.set({ approval: on ? { ...kept, veto: true } : kept });
        }}
      />
    </>
  );
}
