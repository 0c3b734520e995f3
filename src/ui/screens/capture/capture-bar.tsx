/** Above the keyboard: what may be written next, what a reference of the line means, and the signs to insert. */
import { For, Show } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import type { captureWords } from '../../../i18n/core/en/capture.ts';
import type { CaptureReference } from '../../../worker/messages.ts';
import { keepAboveKeyboard } from './keyboard-room.ts';
import type { Suggestion, Suggestions } from './suggest.ts';
import styles from './capture-bar.module.css';

/** A press takes no focus from the text, so that the keyboard stays. */
const keepFocus = (event: PointerEvent): void => event.preventDefault();

export function CaptureBar(props: {
  readonly words: ReturnType<typeof captureWords>;
  readonly suggestions: Suggestions | null;
  /** Those of the line that is written. */
  readonly references: readonly CaptureReference[];
  readonly titleOf: (reference: CaptureReference) => string;
  readonly onInsert: (mark: string) => void;
  readonly onSuggestion: (suggestion: Suggestion) => void;
  readonly onReference: (reference: CaptureReference) => void;
}) {
  let bar!: HTMLDivElement;
  keepAboveKeyboard(() => bar);
  return (
    <div ref={bar} class={styles.bar}>
      <Show when={props.suggestions !== null || props.references.length > 0}>
        <div class={styles.offers} role="group" aria-label={props.words.offers}>
          <For each={props.suggestions?.found}>
            {(suggestion) => (
              <button
                type="button"
                class={styles.offer}
                onPointerDown={keepFocus}
                onClick={() => props.onSuggestion(suggestion)}
              >
                {suggestion.label}
              </button>
            )}
          </For>
          <Show when={props.suggestions === null}>
            <For each={props.references}>
              {(reference) => (
                <button
                  type="button"
                  class={styles.offer}
                  data-kind="reference"
                  data-unsure={reference.unsure}
                  aria-haspopup="dialog"
                  onPointerDown={keepFocus}
                  onClick={() => props.onReference(reference)}
                >
                  <Show when={reference.unsure}>
                    <IconTriangleAlert />
                  </Show>
                  {props.words.means(reference.text, props.titleOf(reference))}
                </button>
              )}
            </For>
          </Show>
        </div>
      </Show>
      <div class={styles.chips} role="toolbar" aria-label={props.words.insert}>
        <For each={props.words.chips}>
          {(chip) => (
            <button
              type="button"
              class={styles.chip}
              onPointerDown={keepFocus}
              onClick={() => props.onInsert(chip.text)}
            >
              <b>{chip.text}</b>
              <small>{chip.says}</small>
            </button>
          )}
        </For>
      </div>
    </div>
  );
}
