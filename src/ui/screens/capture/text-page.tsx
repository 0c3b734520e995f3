/** A workflow as the lines that say it, to be changed as text or copied. A page of a sheet; loaded when it is opened. */
import { createEffect, createSignal, For, type JSX, on, onCleanup, Show } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { captureWords } from '../../../i18n/core/en/capture.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { CapturePreview } from '../../../worker/messages.ts';
import { Button } from '../../kit/button.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { CaptureAids } from './capture-aids.tsx';
import { LeftOut } from './left-out.tsx';
import { createPasting } from './pasting.ts';
import { RailEditor } from './rail-editor.tsx';
import styles from './text-page.module.css';

/** As on the screen where a flow is written. */
const previewAfterMs = 120;

export function TextPage(props: {
  /** As `definitionToText` wrote it. */
  readonly text: string;
  /** True when it was kept. Null for whoever may only look. */
  readonly onSave: ((text: string) => Promise<boolean>) | null;
  /** Stands before the title, as on every page: the way back. */
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const words = captureWords(messages.formats);
  const household = useHousehold();
  const toasts = useToasts();
  // What somebody else writes meanwhile must not take away what is being typed.
  // oxlint-disable-next-line solid/reactivity
  const [text, setText] = createSignal(props.text);
  const [preview, setPreview] = createSignal<CapturePreview>();
  const [busy, setBusy] = createSignal(false);
  const [failed, setFailed] = createSignal(false);
  let area!: HTMLTextAreaElement;
  createEffect(
    on(text, (typed) => {
      let stale = false;
      const read = async (): Promise<void> => {
        const found = await household.previewTyped(typed);
        if (!stale) setPreview(() => found);
      };
      const timer = setTimeout(() => void read(), previewAfterMs);
      onCleanup(() => {
        stale = true;
        clearTimeout(timer);
      });
    }),
  );
  const badLines = () =>
    new Set((preview()?.issues ?? []).flatMap((issue) => (issue.type === 'noMatch' ? [issue.line - 1] : [])));
  const pasting = createPasting(() => area, setText);
  const save = async (): Promise<void> => {
    const { onSave } = props;
    if (busy() || onSave === null) return;
    setBusy(true);
    setFailed(false);
    // What is on screen may be a few letters behind.
    const found = await household.previewTyped(text());
    setPreview(() => found);
    const kept = found.definition.steps.length > 0 && (await onSave(text()));
    setBusy(false);
    setFailed(!kept && found.definition.steps.length > 0);
    if (kept) props.onDone();
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      toasts.show({ text: words.copyFailed });
      return;
    }
    toasts.show({ text: words.copied });
  };
  return (
    <>
      <SheetHead
        title={words.textTitle}
        sub={props.onSave === null ? words.onlyText : words.keepEditing}
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
      />
      <SheetBody>
        <RailEditor
          ref={(element) => {
            area = element;
          }}
          label={words.label}
          placeholder={words.placeholder}
          text={text()}
          preview={preview()}
          badLines={badLines()}
          faceOf={() => null}
          describedBy="text-page-issues"
          readOnly={props.onSave === null}
          onInput={setText}
          onPaste={(event) => void pasting.paste(event)}
        />
        <Show when={props.onSave !== null}>
          <CaptureAids
            words={words}
            text={text()}
            preview={preview()}
            area={() => area}
            names={(preview()?.definition.parts ?? []).map((part) => part.name)}
            onText={setText}
          />
        </Show>
        <Show when={pasting.leftOut().length > 0}>
          <LeftOut
            words={words}
            lines={pasting.leftOut()}
            onPutBack={pasting.putBack}
            onClose={pasting.forget}
          />
        </Show>
        <div id="text-page-issues" class={styles.issues} aria-live="polite">
          <For each={preview()?.issues}>{(issue) => <p>{words.issue(issue)}</p>}</For>
          <Show when={failed()}>
            <p>{words.notSaved}</p>
          </Show>
        </div>
      </SheetBody>
      <SheetFoot>
        <Button grow={props.onSave === null} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Show when={props.onSave !== null}>
          <Button
            kind="ink"
            grow
            aria-busy={busy()}
            disabled={preview()?.definition.steps.length === 0}
            onClick={() => void save()}
          >
            {words.save}
          </Button>
        </Show>
      </SheetFoot>
    </>
  );
}
