/** The menu on a workflow: making it start by itself, and what its later version would change in flows under way. */
import { useNavigate } from '@solidjs/router';
import { createSignal, lazy, Match, Suspense, Switch } from 'solid-js';
import IconCopy from '~icons/lucide/copy';
import IconEllipsis from '~icons/lucide/ellipsis';
import IconGitCompare from '~icons/lucide/git-compare-arrows';
import IconPen from '~icons/lucide/pen-line';
import IconRepeat from '~icons/lucide/repeat';
import IconShare from '~icons/lucide/share-2';
import IconTrash from '~icons/lucide/trash-2';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { WorkflowLine } from '../../../views/flows-view.ts';
import { useIsMember } from '../../access.ts';
import { Menu } from '../../kit/menu.tsx';
import { workflowPath } from '../../routes.ts';
import { useEditorWords } from '../editor/use-editor-words.ts';
import { useFiles } from '../files/use-files.ts';
import { useDailyWords } from '../shared/use-daily-words.ts';
import { useRecurringWords } from '../recurring/use-recurring-words.ts';

const RepeatSheet = lazy(async () => ({
  default: (await import('../recurring/repeat-sheet.tsx')).RepeatSheet,
}));
const OffersSheet = lazy(async () => ({
  default: (await import('../flow/plan/offers-sheet.tsx')).OffersSheet,
}));

const DuplicateSheet = lazy(async () => ({
  default: (await import('../editor/duplicate-sheet.tsx')).DuplicateSheet,
}));
const DeleteSheet = lazy(async () => ({
  default: (await import('../editor/delete-sheet.tsx')).DeleteSheet,
}));

export function WorkflowMenu(props: { readonly workflow: WorkflowLine }) {
  const messages = useMessages();
  const words = useRecurringWords();
  const [open, setOpen] = createSignal<'repeat' | 'offers' | 'duplicate' | 'delete'>();
  const editing = useEditorWords();
  const mayChange = useIsMember();
  const navigate = useNavigate();
  const daily = useDailyWords();
  const files = useFiles();
  const close = (): void => {
    setOpen();
  };
  return (
    <>
      <Menu
        label={words.more(props.workflow.title)}
        icon={<IconEllipsis />}
        items={[
          ...(mayChange()
            ? [
                {
                  label: props.workflow.source === 'template' ? editing.makeYours : editing.change,
                  icon: <IconPen />,
                  run: () => navigate(workflowPath(props.workflow.id)),
                },
                { label: editing.duplicate, icon: <IconCopy />, run: () => setOpen('duplicate') },
              ]
            : []),
          { label: words.repeat, icon: <IconRepeat />, run: () => setOpen('repeat') },
          {
            label: daily.share,
            icon: <IconShare />,
            run: () => void files.shareWorkflow(props.workflow.id),
          },
          ...(props.workflow.offers > 0
            ? [
                {
                  label: messages.flows.behind(props.workflow.offers),
                  icon: <IconGitCompare />,
                  run: () => setOpen('offers'),
                },
              ]
            : []),
          ...(mayChange() && props.workflow.source === 'saved'
            ? [{ label: editing.remove, icon: <IconTrash />, run: () => setOpen('delete') }]
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
          <Match when={open() === 'duplicate'}>
            <DuplicateSheet workflow={props.workflow.id} title={props.workflow.title} onClose={close} />
          </Match>
          <Match when={open() === 'delete'}>
            <DeleteSheet workflow={props.workflow.id} title={props.workflow.title} onClose={close} />
          </Match>
          <Match when={open() === 'offers'}>
            <OffersSheet workflow={props.workflow.id} onClose={close} />
          </Match>
        </Switch>
      </Suspense>
    </>
  );
}
