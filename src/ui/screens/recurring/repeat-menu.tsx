/** The menu on a workflow: making it start by itself. */
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import IconEllipsis from '~icons/lucide/ellipsis';
import IconRepeat from '~icons/lucide/repeat';
import type { WorkflowLine } from '../../../views/flows-view.ts';
import { Menu } from '../../kit/menu.tsx';
import { useRecurringWords } from './use-recurring-words.ts';

const RepeatSheet = lazy(async () => ({ default: (await import('./repeat-sheet.tsx')).RepeatSheet }));

export function RepeatMenu(props: { readonly workflow: WorkflowLine }) {
  const words = useRecurringWords();
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <Menu
        label={words.more(props.workflow.title)}
        icon={<IconEllipsis />}
        items={[{ label: words.repeat, icon: <IconRepeat />, run: () => setOpen(true) }]}
      />
      <Show when={open()}>
        <Suspense>
          <RepeatSheet
            workflow={props.workflow.id}
            title={props.workflow.title}
            schedule={null}
            pattern={null}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      </Show>
    </>
  );
}
