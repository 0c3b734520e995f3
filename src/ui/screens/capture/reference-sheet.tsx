/** What a reference means, and what it may mean instead or as well. */
import { For, Show } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import type { captureWords } from '../../../i18n/core/en/capture.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepId } from '../../../model/ids.ts';
import type { CapturePreview, CaptureReference } from '../../../worker/messages.ts';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetHead } from '../../kit/sheet-parts.tsx';
import styles from './reference-sheet.module.css';

export function ReferenceSheet(props: {
  readonly words: ReturnType<typeof captureWords>;
  readonly reference: CaptureReference;
  readonly preview: CapturePreview;
  readonly onChoose: (step: StepId) => void;
  readonly onAdd: (step: StepId) => void;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const titleOf = (id: StepId) => props.preview.definition.steps.find((step) => step.id === id)?.title ?? '';
  /** What fits, best first, then everything else above. */
  const choices = (): readonly StepId[] => {
    const { lines } = props.preview;
    const above = lines.filter(({ line }) => line < props.reference.line).map(({ step }) => step);
    return [...new Set([props.reference.step, ...props.reference.others, ...above])];
  };
  const isNamed = (id: StepId): boolean =>
    props.preview.references.some(({ line, step }) => line === props.reference.line && step === id);
  return (
    <Sheet onClose={props.onClose}>
      <SheetHead title={props.words.meansWhat(props.reference.text)} closeLabel={messages.frame.close} />
      <SheetBody>
        <ul class={styles.choices}>
          <For each={choices()}>
            {(id) => (
              <li class={styles.choice} data-chosen={id === props.reference.step}>
                <button
                  type="button"
                  class={styles.use}
                  aria-pressed={id === props.reference.step}
                  onClick={() => props.onChoose(id)}
                >
                  <IconCheck />
                  <span>{titleOf(id)}</span>
                </button>
                <Show when={!isNamed(id)}>
                  <button
                    type="button"
                    class={styles.add}
                    aria-label={props.words.addTooNamed(titleOf(id))}
                    onClick={() => props.onAdd(id)}
                  >
                    {props.words.addToo}
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </SheetBody>
    </Sheet>
  );
}
