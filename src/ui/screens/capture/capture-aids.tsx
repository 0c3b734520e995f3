/** What helps to write lines: the bar above the keyboard, references that can be changed, and those that are not sure. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import type { captureWords } from '../../../i18n/core/en/capture.ts';
import type { StepId } from '../../../model/ids.ts';
import type { CapturePreview, CaptureReference } from '../../../worker/messages.ts';
import { Button } from '../../kit/button.tsx';
import { CaptureBar } from './capture-bar.tsx';
import { createCaret } from './caret.ts';
import { insertAt } from './insert-at.ts';
import { ReferenceSheet } from './reference-sheet.tsx';
import { replaceReference, stepToReference } from './step-to-reference.ts';
import { suggest, type Suggestion } from './suggest.ts';
import styles from './capture-aids.module.css';

export function CaptureAids(props: {
  readonly words: ReturnType<typeof captureWords>;
  readonly text: string;
  readonly preview: CapturePreview | undefined;
  readonly area: () => HTMLTextAreaElement;
  readonly names: readonly string[];
  readonly onText: (text: string) => void;
}) {
  const caret = createCaret(() => props.area());
  const [asked, setAsked] = createSignal<CaptureReference>();
  const suggestions = createMemo(() => {
    const at = caret.at();
    return at < 0 ? null : suggest(props.text, at, props.preview, props.names, props.words);
  });
  const caretLine = (): number => props.text.slice(0, Math.max(0, caret.at())).split('\n').length;
  const references = createMemo(() =>
    caret.at() < 0 ? [] : (props.preview?.references ?? []).filter(({ line }) => line === caretLine()),
  );
  const unsure = () => (props.preview?.references ?? []).filter((reference) => reference.unsure);
  const titleOf = (id: StepId): string =>
    props.preview?.definition.steps.find((step) => step.id === id)?.title ?? '';

  const write = (text: string, at: number): void => {
    props.onText(text);
    const area = props.area();
    area.focus();
    area.setSelectionRange(at, at);
    caret.look();
  };
  const insert = (mark: string): void => {
    const area = props.area();
    const next = insertAt(area.value, area.selectionStart, area.selectionEnd, mark);
    write(next.text, next.caret);
  };
  const complete = (suggestion: Suggestion): void => {
    const found = suggestions();
    if (found === null) return;
    const area = props.area();
    const rest = area.value.slice(area.selectionEnd);
    const head = `${area.value.slice(0, found.from)}${suggestion.text}${/^[ \n]/.test(rest) ? '' : ' '}`;
    const at = head.length + (rest.startsWith(' ') ? 1 : 0);
    write(`${head}${rest}`, at);
  };
  /** `toText`: what stands in place of the reference, by what it was and what was chosen. */
  const change = (reference: CaptureReference, step: StepId, toText: (chosen: string) => string): void => {
    const { preview } = props;
    const chosen = preview === undefined ? undefined : stepToReference(preview, step)[0];
    setAsked(undefined);
    if (chosen === undefined) return;
    const lines = props.text.split('\n');
    const at = reference.line - 1;
    lines[at] = replaceReference(lines[at] ?? '', reference.text, toText(chosen.text));
    write(lines.join('\n'), lines.slice(0, at + 1).join('\n').length);
  };

  return (
    <>
      <CaptureBar
        words={props.words}
        suggestions={suggestions()}
        references={references()}
        titleOf={(reference) => titleOf(reference.step)}
        onInsert={insert}
        onSuggestion={complete}
        onReference={setAsked}
      />
      <Show when={unsure().length > 0}>
        <ul class={styles.unsure} aria-live="polite">
          <For each={unsure()}>
            {(reference) => (
              <li>
                <IconTriangleAlert />
                <span>{props.words.mayMean(reference.line, reference.text, titleOf(reference.step))}</span>
                <Button
                  kind="soft"
                  size={48}
                  aria-label={props.words.chooseNamed(reference.text)}
                  onClick={() => setAsked(reference)}
                >
                  {props.words.choose}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={asked()}>
        {(reference) => (
          <Show when={props.preview}>
            {(preview) => (
              <ReferenceSheet
                words={props.words}
                reference={reference()}
                preview={preview()}
                onChoose={(step) => change(reference(), step, (chosen) => chosen)}
                onAdd={(step) => change(reference(), step, (chosen) => `${reference().text}, ${chosen}`)}
                onClose={() => setAsked(undefined)}
              />
            )}
          </Show>
        )}
      </Show>
    </>
  );
}
