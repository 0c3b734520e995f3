/** The button that opens a workflow file. */
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import IconFileUp from '~icons/lucide/file-up';
import { Button } from '../../kit/button.tsx';
import { useDailyWords } from '../shared/use-daily-words.ts';
import styles from './files.module.css';

const OpenWorkflowSheet = lazy(async () => ({
  default: (await import('./open-workflow-sheet.tsx')).OpenWorkflowSheet,
}));

export function OpenWorkflow() {
  const words = useDailyWords();
  const [opening, setOpening] = createSignal(false);
  return (
    <>
      <div class={styles.open}>
        <Button size={48} aria-haspopup="dialog" onClick={() => setOpening(true)}>
          <IconFileUp />
          {words.openFile}
        </Button>
      </div>
      <Show when={opening()}>
        <Suspense>
          <OpenWorkflowSheet file={null} onClose={() => setOpening(false)} />
        </Suspense>
      </Show>
    </>
  );
}
