/** A file that the system opened with Baton, that was dropped on it or is chosen here: by its name, what it holds. */
import { useNavigate } from '@solidjs/router';
import { createSignal, lazy, Match, onCleanup, Show, Suspense, Switch } from 'solid-js';
import IconCalendar from '~icons/lucide/calendar-days';
import IconFileUp from '~icons/lucide/file-up';
import { shareWords as words } from '../../../i18n/core/en/share.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useAppView } from '../../app-view.tsx';
import { useDevice } from '../../device.tsx';
import { Button } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { paths, personPath } from '../../routes.ts';
import { useAddCalendar } from '../files/use-add-calendar.ts';
import { PageHead } from '../shared/page-head.tsx';

const OpenSavedSheet = lazy(async () => ({
  default: (await import('../spaces/open-saved-sheet.tsx')).OpenSavedSheet,
}));
const OpenWorkflowSheet = lazy(async () => ({
  default: (await import('../files/open-workflow-sheet.tsx')).OpenWorkflowSheet,
}));

/** Only its name is asked: what is in it, the worker says. */
function kindOf(file: File): 'household' | 'workflow' | 'calendar' | 'foreign' {
  if (/\.baton$/i.test(file.name)) return 'household';
  if (/\.ics$/i.test(file.name)) return 'calendar';
  return /\.json$/i.test(file.name) ? 'workflow' : 'foreign';
}

export function OpenScreen() {
  const messages = useMessages();
  const navigate = useNavigate();
  const { files } = useDevice();
  const app = useAppView();
  const { add, busy } = useAddCalendar();
  const [file, setFile] = createSignal<File | null>(files.take());
  let chooser!: HTMLInputElement;
  onCleanup(files.subscribe(() => setFile(files.take())));
  const fileOf = (kind: ReturnType<typeof kindOf>): File | null => {
    const opened = file();
    return opened !== null && kindOf(opened) === kind ? opened : null;
  };
  const leaveFor = (path: string): void => {
    setFile(null);
    navigate(path);
  };
  const addCalendar = async (calendar: File): Promise<void> => {
    if (!(await add(calendar))) return;
    const me = app()?.me?.id;
    leaveFor(me === undefined ? paths.people : personPath(me));
  };
  return (
    <>
      <PageHead
        title={words.openTitle}
        back={{ href: paths.now, label: messages.frame.back, narrowOnly: true }}
      />
      <Show
        when={fileOf('calendar')}
        keyed
        fallback={
          <EmptyState
            title={fileOf('foreign') === null ? words.openWhat : words.notOurs(fileOf('foreign')?.name ?? '')}
            hint={words.openHint}
            picture={<IconFileUp />}
          >
            <Button kind="ink" onClick={() => chooser.click()}>
              {words.choose}
            </Button>
          </EmptyState>
        }
      >
        {(calendar) => (
          <EmptyState
            title={words.calendarTitle(calendar.name)}
            hint={words.calendarHint}
            picture={<IconCalendar />}
          >
            <Button kind="ink" aria-disabled={busy()} onClick={() => void addCalendar(calendar)}>
              {words.addCalendar}
            </Button>
            <Button onClick={() => leaveFor(paths.now)}>{words.forget}</Button>
          </EmptyState>
        )}
      </Show>
      <input
        ref={chooser}
        hidden
        type="file"
        aria-label={words.choose}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (chosen !== undefined) setFile(chosen);
        }}
      />
      <Suspense>
        <Switch>
          <Match when={fileOf('household')} keyed>
            {(saved) => <OpenSavedSheet file={saved} onClose={() => leaveFor(paths.now)} />}
          </Match>
          <Match when={fileOf('workflow')} keyed>
            {(workflow) => (
              <OpenWorkflowSheet
                file={workflow}
                onClose={(added) => leaveFor(added ? paths.flows : paths.now)}
              />
            )}
          </Match>
        </Switch>
      </Suspense>
    </>
  );
}
