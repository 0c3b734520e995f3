/** Several steps to choose from. Of very many only those that are ticked and the nearest stand there at first. */
import { createSignal, For, Show } from 'solid-js';
import type { StepId } from '../../../model/ids.ts';
import type { StepDefinition } from '../../../model/workflow.ts';
import { Button } from '../../kit/button.tsx';
import { Tick } from '../../kit/tick.tsx';
import styles from './step-editor.module.css';
import { useStepEditorWords } from './use-step-editor-words.ts';

/** As many as a phone shows without scrolling far. */
const shownAtFirst = 8;

export function StepTicks(props: {
  readonly legend: string;
  readonly hint?: string;
  /** In the plan's order. */
  readonly steps: readonly Pick<StepDefinition, 'id' | 'title'>[];
  readonly ticked: ReadonlySet<StepId>;
  /** Why one cannot be ticked; null where it can. */
  readonly lockedBecause?: (step: StepId) => string | null;
  readonly onToggle: (step: StepId, on: boolean) => void;
}) {
  const words = useStepEditorWords();
  const [all, setAll] = createSignal(false);
  const isFree = (step: StepId): boolean => (props.lockedBecause?.(step) ?? null) === null;
  const shown = () => {
    if (all() || props.steps.length <= shownAtFirst + 1) return props.steps;
    const near = new Set(
      props.steps
        .filter(({ id }) => isFree(id))
        .slice(-shownAtFirst)
        .map(({ id }) => id),
    );
    return props.steps.filter(({ id }) => near.has(id) || props.ticked.has(id));
  };
  return (
    <Show when={props.steps.length > 0}>
      <fieldset>
        <legend class={styles.legend}>{props.legend}</legend>
        <Show when={props.hint}>
          <p class={styles.hint}>{props.hint}</p>
        </Show>
        <For each={shown()}>
          {(step) => (
            <Tick
              label={props.lockedBecause?.(step.id) ?? step.title}
              checked={props.ticked.has(step.id)}
              disabled={!isFree(step.id)}
              onChange={(on) => props.onToggle(step.id, on)}
            />
          )}
        </For>
        <Show when={shown().length < props.steps.length}>
          <Button kind="ghost" size={48} onClick={() => setAll(true)}>
            {words.allSteps(props.steps.length - shown().length)}
          </Button>
        </Show>
      </fieldset>
    </Show>
  );
}
