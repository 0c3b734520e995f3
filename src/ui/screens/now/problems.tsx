/** What is wrong and what to do about it. Loads when something is. */
import { createSignal, For, Show } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { problemWords } from '../../../i18n/core/en/problems.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { Problem } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { OpenSavedSheet } from '../spaces/open-saved-sheet.tsx';
import { SaveSheet } from '../spaces/save-sheet.tsx';
import styles from './now-screen.module.css';

/** What a file helps with: being made from what is here, or being opened. */
function fileFor(problem: Problem): 'save' | 'open' | null {
  switch (problem.type) {
    case 'storageUnavailable':
    case 'storageFull':
    case 'damagedUpdates':
    case 'damagedEntries':
      return 'save';
    case 'keysDamaged':
      return 'open';
    case 'contentMissing':
      return problem.lost ? 'open' : null;
    case 'newerEvents':
    case 'relayRefuses':
    case 'foreignFrames':
    case 'unreadableChanges':
    case 'forked':
      return null;
  }
}

export function Problems() {
  const words = problemWords(useMessages().formats);
  const app = useAppView();
  const [open, setOpen] = createSignal<'save' | 'open'>();
  const close = (): void => {
    setOpen(undefined);
  };
  const shown = () => app()?.spaces.find((space) => space.shown);
  return (
    <div class={styles.notices}>
      <For each={app()?.problems}>
        {(problem) => {
          // A row may come to say something else.
          const said = () => words.problem(problem);
          const file = () => fileFor(problem);
          return (
            <Notice start={<IconTriangleAlert />} what={said().what} wayOut={said().wayOut}>
              <Show when={file()}>
                {(way) => (
                  <Button size={40} wraps onClick={() => setOpen(way())}>
                    {words[way()]}
                  </Button>
                )}
              </Show>
            </Notice>
          );
        }}
      </For>
      <Show when={open() === 'open'}>
        <OpenSavedSheet onClose={close} />
      </Show>
      <Show when={open() === 'save' && shown()}>
        {(space) => <SaveSheet space={space().id} name={space().name} onClose={close} />}
      </Show>
    </div>
  );
}
