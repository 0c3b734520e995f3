/** The menu on a workflow: making it start by itself, and what its later version would change in flows under way. */
import { createSignal, lazy, Match, Suspense, Switch } from 'solid-js';
import IconEllipsis from '~icons/lucide/ellipsis';
import IconGitCompare from '~icons/lucide/git-compare-arrows';
import IconRepeat from '~icons/lucide/repeat';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { WorkflowLine } from '../../../views/flows-view.ts';
import { Menu } from '../../kit/menu.tsx';
import { useRecurringWords } from '../recurring/use-recurring-words.ts';

const RepeatSheet = lazy(async () => ({
  default: (await import('../recurring/repeat-sheet.tsx')).RepeatSheet,
}));
const OffersSheet = lazy(async () => ({
  default: (await import('../flow/plan/offers-sheet.tsx')).OffersSheet,
}));

export function WorkflowMenu(props: { readonly workflow: WorkflowLine }) {
  const messages = useMessages();
  const words = useRecurringWords();
  const [open, setOpen] = createSignal<'repeat' | 'offers'>();
  const close = (): void => {
    setOpen();
  };
  return (
    <>
      <Menu
        label={words.more(props.workflow.title)}
        icon={<IconEllipsis />}
        items={[
          { label: words.repeat, icon: <IconRepeat />, run: () => setOpen('repeat') },
          ...(props.workflow.offers > 0
            ? [
                {
                  label: messages.flows.behind(props.workflow.offers),
                  icon: <IconGitCompare />,
                  run: () => setOpen('offers'),
                },
              ]
            : []),
        ]}
      />
      <Suspense>
        <Switch>
          <Match when={open() === 'repeat'}>
            <RepeatSheet
              workflow={props.workflow.id}
              title={props.workflow.title}
              schedule={null}
              pattern={null}
              onClose={close}
            />
          </Match>
          <Match when={open() === 'offers'}>
            <OffersSheet workflow={props.workflow.id} onClose={close} />
          </Match>
        </Switch>
      </Suspense>
    </>
  );
}
