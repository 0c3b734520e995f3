/** Where a workflow file is opened: a button, and the whole screen to drop one on. */
import { createSignal, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js';
import IconFileUp from '~icons/lucide/file-up';
import { Button } from '../../kit/button.tsx';
import { useDailyWords } from '../shared/use-daily-words.ts';
import styles from './files.module.css';

const OpenWorkflowSheet = lazy(async () => ({
  default: (await import('./open-workflow-sheet.tsx')).OpenWorkflowSheet,
}));

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** `button`: whether the button shows; a file can be dropped either way. */
export function OpenWorkflow(props: { readonly button: boolean }) {
  const words = useDailyWords();
  const [opening, setOpening] = createSignal<{ readonly file: File | null }>();
  const [over, setOver] = createSignal(false);
  onMount(() => {
    const ends = new AbortController();
    const { signal } = ends;
    addEventListener(
      'dragover',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    addEventListener(
      'drop',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file !== undefined) setOpening({ file });
      },
      { signal },
    );
    onCleanup(() => ends.abort());
  });
  return (
    <>
      <Show when={props.button}>
        <div class={styles.open}>
          <Button size={48} aria-haspopup="dialog" onClick={() => setOpening({ file: null })}>
            <IconFileUp />
            {words.openFile}
          </Button>
        </div>
      </Show>
      <Show when={over()}>
        <p class={styles.over} role="status">
          {words.dropHere}
        </p>
      </Show>
      <Show when={opening()} keyed>
        {({ file }) => (
          <Suspense>
            <OpenWorkflowSheet file={file} onClose={() => setOpening(undefined)} />
          </Suspense>
        )}
      </Show>
    </>
  );
}
