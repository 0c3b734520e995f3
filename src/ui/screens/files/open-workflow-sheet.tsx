/** A workflow out of a file: what it holds and what is wrong with it, before it is added. */
import { createSignal, For, onMount, Show } from 'solid-js';
import IconFileUp from '~icons/lucide/file-up';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { useHousehold, type WorkflowFilePreview } from '../../../client/household.ts';
import type { WorkflowFileTrouble } from '../../../i18n/core/en/daily.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useIsMember } from '../../access.ts';
import { useAppView } from '../../app-view.tsx';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { FileField } from '../../kit/file-field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { definitionToNames } from '../../names.ts';
import { sayFailure } from '../../say-failure.ts';
import { useDailyWords } from '../shared/use-daily-words.ts';
import styles from './files.module.css';

/** Bytes; what is larger is not even read. */
const largest = 4_000_000;

export function OpenWorkflowSheet(props: {
  /** That was dropped on the page or opened with Baton; without one it is chosen here. */
  readonly file: File | null;
  readonly onClose: (added: boolean) => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useDailyWords();
  const toasts = useToasts();
  const { sayFailed } = useCommands();
  const app = useAppView();
  const isMember = useIsMember();
  const [text, setText] = createSignal('');
  const [preview, setPreview] = createSignal<WorkflowFilePreview>();
  const [trouble, setTrouble] = createSignal<WorkflowFileTrouble>();
  const [busy, setBusy] = createSignal(false);

  const read = async (file: File): Promise<void> => {
    setPreview(undefined);
    setTrouble(undefined);
    if (file.size > largest) {
      setTrouble('tooLarge');
      return;
    }
    const written = await file.text().catch(() => '');
    const result = await household.daily.previewWorkflowFile(written);
    setText(written);
    if (result.ok) setPreview(() => result.value);
    else setTrouble(result.error.type);
  };
  onMount(() => {
    if (props.file !== null) void read(props.file);
  });

  const add = async (): Promise<void> => {
    const shown = preview();
    if (busy() || shown === undefined) return;
    setBusy(true);
    const result = await household.intent({ kind: 'addWorkflow', text: text() });
    setBusy(false);
    if (!result.ok) {
      sayFailed(result.error);
      return;
    }
    toasts.show({ text: words.added(shown.definition.title) });
    props.onClose(true);
  };
  /** It can be looked at wherever it was opened. */
  const hindrance = () =>
    app()?.stage === 'empty'
      ? sayFailure(messages, { type: 'noSpace' })
      : isMember()
        ? null
        : sayFailure(messages, { type: 'viewOnly' });
  const mending = (shown: WorkflowFilePreview): string =>
    sayFailure(
      messages,
      { type: 'invalidWorkflow', problems: shown.problems },
      definitionToNames(shown.definition),
    ).what;

  return (
    <Sheet place="centre" onClose={() => props.onClose(false)}>
      <SheetHead title={words.openTitle} sub={words.openHint} closeLabel={messages.frame.close} />
      <SheetBody>
        <FileField
          label={words.choose}
          icon={<IconFileUp />}
          accept=".json,application/json"
          onFile={(file) => void read(file)}
        />
        <Show when={trouble()}>
          {(what) => (
            <Notice
              urgent
              start={<IconTriangleAlert />}
              what={words.fileTrouble(what()).what}
              wayOut={words.fileTrouble(what()).wayOut}
            />
          )}
        </Show>
        <Show when={preview()}>
          {(shown) => (
            <section class={styles.preview}>
              <h3 class={styles.title}>{shown().definition.title}</h3>
              <p class={styles.holds}>
                {words.holds(shown().definition.steps.length, shown().definition.parts.length)}
              </p>
              <Show when={shown().problems.length > 0}>
                <Notice start={<IconTriangleAlert />} what={words.mend} wayOut={mending(shown())} />
              </Show>
              <Show when={hindrance()}>
                {(why) => <Notice start={<IconTriangleAlert />} what={why().what} wayOut={why().wayOut} />}
              </Show>
              <ol class={styles.steps}>
                <For each={shown().definition.steps}>{(step) => <li>{step.title}</li>}</For>
              </ol>
            </section>
          )}
        </Show>
      </SheetBody>
      <Show when={preview() !== undefined && hindrance() === null}>
        <SheetFoot>
          <Button kind="ink" grow aria-busy={busy()} onClick={() => void add()}>
            {words.add}
          </Button>
        </SheetFoot>
      </Show>
    </Sheet>
  );
}
