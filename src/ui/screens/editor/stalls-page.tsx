/** What happens if the step stalls: lines of its own, or as it usually is. */
import { Show } from 'solid-js';
import IconStairs from '~icons/lucide/signal';
import { Button } from '../../kit/button.tsx';
import { LadderFields } from '../step/ladder-fields.tsx';
import styles from './step-editor.module.css';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

export const stallsPage: StepPage = {
  key: 'stalls',
  isOffered: (_, { kind }) => kind !== 'subflow',
  icon: () => <IconStairs />,
  title: (words) => words.stallsTitle,
  summary: (_, { ifStalls }, words) =>
    ifStalls === undefined
      ? { says: words.stallsUsual, quiet: true }
      : { says: words.stallsCount(ifStalls.length), quiet: false },
  Part: StallsPart,
};

function StallsPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const hasFallback = () => props.surface.steps.some(({ fallbackOf }) => fallbackOf === props.step.id);
  return (
    <>
      <Show
        when={props.step.ifStalls !== undefined}
        fallback={<p class={styles.hint}>{words.stallsUsual}</p>}
      >
        <Button size={48} class={styles.start ?? ''} onClick={() => props.set({ ifStalls: null })}>
          {words.asUsual}
        </Button>
      </Show>
      <LadderFields
        rungs={props.step.ifStalls ?? []}
        empty={props.step.ifStalls === undefined ? null : words.stallsCount(0)}
        hasDue={props.step.due !== undefined}
        hasBackup={props.step.backup !== undefined}
        hasFallback={hasFallback()}
        onChange={(ifStalls) => props.set({ ifStalls })}
      />
    </>
  );
}
