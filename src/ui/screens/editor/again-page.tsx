/** When a step that did not work is to be tried again: how often, and after how long. */
import { Show } from 'solid-js';
import IconRotateCw from '~icons/lucide/rotate-cw';
import type { RetryRule } from '../../../model/ladder.ts';
import { Tick } from '../../kit/tick.tsx';
import { LengthField } from './length-field.tsx';
import { NumberField } from './number-field.tsx';
import styles from './step-editor.module.css';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

/** Two tries more, after an hour and after two. */
const usual: RetryRule = { attempts: 3, firstDelay: 60, maxDelay: 1440 };

export const againPage: StepPage = {
  key: 'again',
  isOffered: (_, { kind }) => kind !== 'subflow' && kind !== 'milestone' && kind !== 'approval',
  icon: () => <IconRotateCw />,
  title: (words) => words.againTitle,
  summary: (_, { retry }, words) =>
    retry === undefined
      ? { says: words.againNo, quiet: true }
      : { says: words.againLine(retry.attempts, retry.firstDelay), quiet: false },
  Part: AgainPart,
};

function AgainPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const retry = () => props.step.retry;
  return (
    <>
      <p class={styles.hint}>{words.againHint}</p>
      <Tick
        label={words.again}
        checked={retry() !== undefined}
        onChange={(on) => props.set({ retry: on ? usual : null })}
      />
      <Show when={retry()}>
        {(rule) => (
          <>
            <NumberField
              label={words.attempts}
              value={rule().attempts}
              least={1}
              onNumber={(attempts) => props.set({ retry: { ...rule(), attempts } })}
            />
            <LengthField
              label={words.firstDelay}
              value={rule().firstDelay}
              onLength={(minutes) => {
                const firstDelay = minutes ?? usual.firstDelay;
                const maxDelay = Math.max(firstDelay, rule().maxDelay);
                props.set({ retry: { ...rule(), firstDelay, maxDelay } });
              }}
            />
            <LengthField
              label={words.maxDelay}
              value={rule().maxDelay}
              onLength={(minutes) => {
                const maxDelay = Math.max(rule().firstDelay, minutes ?? usual.maxDelay);
                props.set({ retry: { ...rule(), maxDelay } });
              }}
            />
          </>
        )}
      </Show>
    </>
  );
}
