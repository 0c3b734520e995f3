/**
 * The whole page, on every screen, is where a file is dropped. Without this a browser leaves for what was dropped,
 * and with it goes what was half written.
 */
import { useNavigate } from '@solidjs/router';
import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { useDevice } from '../../device.tsx';
import { paths } from '../../routes.ts';
import { useDailyWords } from '../shared/use-daily-words.ts';
import styles from './files.module.css';

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** A place of its own for files takes what is dropped on it. */
function isTaken(event: DragEvent): boolean {
  return event.target instanceof HTMLInputElement && event.target.type === 'file';
}

export function DropFiles() {
  const words = useDailyWords();
  const navigate = useNavigate();
  const { files } = useDevice();
  const [over, setOver] = createSignal(false);
  onMount(() => {
    const ends = new AbortController();
    const { signal } = ends;
    addEventListener(
      'dragover',
      (event) => {
        if (!holdsFiles(event) || isTaken(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal });
    addEventListener(
      'drop',
      (event) => {
        setOver(false);
        if (!holdsFiles(event) || isTaken(event)) return;
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file === undefined) return;
        files.give(file);
        navigate(paths.open);
      },
      { signal },
    );
    onCleanup(() => ends.abort());
  });
  return (
    <Show when={over()}>
      <p class={styles.over} role="status">
        {words.dropHere}
      </p>
    </Show>
  );
}
