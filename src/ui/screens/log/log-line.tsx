/** One thing that happened; where it can be taken back, the button that does so. */
import { createSignal, Show } from 'solid-js';
import IconUndo from '~icons/lucide/undo-2';
import { useHousehold } from '../../../client/household.ts';
import { occurrenceFromKey, type OccurrenceKey } from '../../../model/occurrence.ts';
import type { HistoryLine } from '../../../views/log-view.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { runPath, stepPath } from '../../routes.ts';
import { HistorySentence } from '../shared/history-sentence.tsx';
import { useLogWords } from '../shared/use-log-words.ts';
import styles from './log-screen.module.css';

export function LogLine(props: { readonly line: HistoryLine }) {
  const words = useLogWords();
  const href = (): string => {
    const key = props.line.step?.key;
    return key !== undefined && occurrenceFromKey(key).ok
      ? stepPath(props.line.run, key as OccurrenceKey)
      : runPath(props.line.run);
  };
  const quote = (): string | null => (words.saysText(props.line.type) ? null : props.line.text);
  return (
    <li class={styles.line}>
      <StateGlyph shape={props.line.tone} />
      <div class={styles.text}>
        <p class={styles.said}>
          <a class={styles.open} href={href()}>
            <HistorySentence line={props.line} />
          </a>
        </p>
        <Show when={quote()}>{(text) => <p class={styles.quote}>{text()}</p>}</Show>
        <p class={styles.meta}>{words.at(props.line.at, props.line.runTitle)}</p>
      </div>
      <Show when={props.line.takeBack}>{(kind) => <TakeBack line={props.line} kind={kind()} />}</Show>
    </li>
  );
}

function TakeBack(props: { readonly line: HistoryLine; readonly kind: 'undo' | 'restore' }) {
  const household = useHousehold();
  const toasts = useToasts();
  const words = useLogWords();
  const { sayFailed } = useCommands();
  const [busy, setBusy] = createSignal(false);
  const what = (): string => props.line.step?.title ?? props.line.fact?.name ?? props.line.runTitle;
  const takeBack = async (): Promise<void> => {
    if (busy()) return;
    const { run, event } = props.line;
    const said = props.kind === 'undo' ? words.undone : words.restored;
    setBusy(true);
    const result = await household.intent({ kind: 'takeBack', run, event });
    setBusy(false);
    if (result.ok) toasts.show({ text: said });
    else sayFailed(result.error);
  };
  return (
    <span class={styles.back}>
      <Button
        size={40}
        aria-busy={busy()}
        aria-label={props.kind === 'undo' ? words.undoThis(what()) : words.restoreThis(what())}
        onClick={() => void takeBack()}
      >
        <IconUndo />
        {props.kind === 'undo' ? words.undo : words.restore}
      </Button>
    </span>
  );
}
