/** Offered where a workflow that mostly comes again and again is about to be started once. */
import { createSignal, Show } from 'solid-js';
import IconRepeat from '~icons/lucide/repeat';
import type { WorkflowId } from '../../../model/ids.ts';
import type { RepeatPattern } from '../../../model/repeat-pattern.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import styles from './recurring.module.css';
import { RepeatSheet } from './repeat-sheet.tsx';
import { useRecurringWords } from './use-recurring-words.ts';

export function RepeatOffer(props: {
  readonly workflow: WorkflowId;
  readonly title: string;
  readonly pattern: RepeatPattern;
  readonly onSaved: () => void;
}) {
  const words = useRecurringWords();
  const [open, setOpen] = createSignal(false);
  return (
    <div class={styles.offer}>
      <Notice start={<IconRepeat />} what={words.offer(props.pattern)} wayOut={words.offerHint}>
        <Button kind="soft" onClick={() => setOpen(true)}>
          {words.repeat}
        </Button>
      </Notice>
      <Show when={open()}>
        <RepeatSheet
          workflow={props.workflow}
          title={props.title}
          schedule={null}
          pattern={props.pattern}
          onClose={() => setOpen(false)}
          onSaved={props.onSaved}
        />
      </Show>
    </div>
  );
}
