/** A file that the system opened with Baton, or that is chosen here: a household or a workflow, by its name. */
import { useNavigate } from '@solidjs/router';
import { createSignal, lazy, Match, onCleanup, Suspense, Switch } from 'solid-js';
import IconFileUp from '~icons/lucide/file-up';
import { shareWords as words } from '../../../i18n/core/en/share.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useDevice } from '../../device.tsx';
import { Button } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { paths } from '../../routes.ts';
import { PageHead } from '../shared/page-head.tsx';

const OpenSavedSheet = lazy(async () => ({
  default: (await import('../spaces/open-saved-sheet.tsx')).OpenSavedSheet,
}));
const OpenWorkflowSheet = lazy(async () => ({
  default: (await import('../files/open-workflow-sheet.tsx')).OpenWorkflowSheet,
}));

/** Only its name is asked: what is in it, the worker says. */
function kindOf(file: File): 'household' | 'workflow' | 'foreign' {
  if (/\.baton$/i.test(file.name)) return 'household';
  return /\.json$/i.test(file.name) ? 'workflow' : 'foreign';
}

export function OpenScreen() {
  const messages = useMessages();
  const navigate = useNavigate();
  const { files } = useDevice();
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
  return (
    <>
      <PageHead
        title={words.openTitle}
        back={{ href: paths.now, label: messages.frame.back, narrowOnly: true }}
      />
      <EmptyState
        title={fileOf('foreign') === null ? words.openWhat : words.notOurs(fileOf('foreign')?.name ?? '')}
        hint={words.openHint}
        picture={<IconFileUp />}
      >
        <Button kind="ink" onClick={() => chooser.click()}>
          {words.choose}
        </Button>
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
      </EmptyState>
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
