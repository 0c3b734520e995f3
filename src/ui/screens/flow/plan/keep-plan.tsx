/** The changed plan becomes what its workflow starts with; other flows of it may take the change over, one by one. */
import { createSignal, Show } from 'solid-js';
import IconGitCompare from '~icons/lucide/git-compare-arrows';
import IconRepeat from '~icons/lucide/repeat';
import { useHousehold } from '../../../../client/household.ts';
import type { RunId } from '../../../../model/ids.ts';
import { useCommands } from '../../../commands.ts';
import { Button } from '../../../kit/button.tsx';
import { useToasts } from '../../../kit/toast.tsx';
import styles from './plan.module.css';
import { usePlanWords } from './use-plan-words.ts';

/** `onOthers`: to the flows under way that it would change, `others` in number. */
export function KeepPlan(props: {
  readonly run: RunId;
  readonly mayKeep: boolean;
  readonly others: number;
  readonly onOthers: () => void;
}) {
  const household = useHousehold();
  const toasts = useToasts();
  const { sayFailed } = useCommands();
  const words = usePlanWords();
  const [busy, setBusy] = createSignal(false);
  const keep = async (): Promise<void> => {
    if (busy()) return;
    setBusy(true);
    const result = await household.intent({ kind: 'keepPlan', run: props.run });
    setBusy(false);
    if (result.ok) toasts.show({ text: words.kept });
    else sayFailed(result.error);
  };
  return (
    <div class={styles.keep}>
      <Show when={props.mayKeep}>
        <Button size={48} aria-busy={busy()} onClick={() => void keep()}>
          <IconRepeat />
          {words.keep}
        </Button>
        <p class={styles.hint}>{words.keepHint}</p>
      </Show>
      <Show when={props.others > 0}>
        <Button size={48} onClick={() => props.onOthers()}>
          <IconGitCompare />
          {words.behind(props.others)}
        </Button>
      </Show>
    </div>
  );
}
