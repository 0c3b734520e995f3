/** Every household of this device: which one is shown, the way to the others, and new ones. */
import { useNavigate } from '@solidjs/router';
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import IconFileUp from '~icons/lucide/file-up';
import IconHouse from '~icons/lucide/house';
import IconPlus from '~icons/lucide/plus';
import IconTicket from '~icons/lucide/ticket';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { SpaceLine } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { useCommands } from '../../commands.ts';
import { Row } from '../../kit/row.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetHead } from '../../kit/sheet-parts.tsx';
import { paths } from '../../routes.ts';
import { useHouseholdName } from '../../use-household-name.ts';
import { NewSpacePage } from './new-space-page.tsx';
import { OpenSavedPage } from './open-saved-page.tsx';
import styles from './spaces-sheet.module.css';
import { useSpacesWords } from './use-spaces-words.ts';

export function SpacesSheet(props: { readonly onClose: () => void }) {
  const [page, setPage] = createSignal<'list' | 'new' | 'open'>('list');
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <Switch>
        <Match when={page() === 'list'}>
          <List onClose={props.onClose} onPage={setPage} />
        </Match>
        <Match when={page() === 'new'}>
          <NewSpacePage onClose={props.onClose} />
        </Match>
        <Match when={page() === 'open'}>
          <OpenSavedPage onClose={props.onClose} />
        </Match>
      </Switch>
    </Sheet>
  );
}

function List(props: { readonly onClose: () => void; readonly onPage: (page: 'new' | 'open') => void }) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useSpacesWords();
  const app = useAppView();
  const nameOf = useHouseholdName();
  const navigate = useNavigate();
  const { sayFailed } = useCommands();

  const show = async (space: SpaceLine): Promise<void> => {
    if (!space.shown) {
      const result = await household.intent({ kind: 'showSpace', space: space.id });
      if (!result.ok) {
        sayFailed(result.error);
        return;
      }
    }
    props.onClose();
    navigate(paths.now);
  };
  const join = (): void => {
    props.onClose();
    navigate(paths.join);
  };

  return (
    <>
      <SheetHead title={words.title} sub={words.hint} closeLabel={messages.frame.close} />
      <SheetBody>
        <ul class={styles.list}>
          <For each={app()?.spaces}>
            {(space) => (
              <Row
                start={<IconHouse />}
                title={nameOf(space.id)}
                sub={
                  <>
                    {words.line(space.me, space.holdingCount)}
                    <Show when={words.access(space.access)}>
                      {(access) => <span class={styles.access}>{access()}</span>}
                    </Show>
                  </>
                }
                passiveEnd
                {...(space.shown && { end: <Shown label={words.shown} /> })}
                onOpen={() => void show(space)}
              />
            )}
          </For>
        </ul>
        <ul class={styles.list}>
          <Row start={<IconPlus />} title={words.another} onOpen={() => props.onPage('new')} />
          <Row start={<IconTicket />} title={words.join} onOpen={join} />
          <Row start={<IconFileUp />} title={words.openFile} onOpen={() => props.onPage('open')} />
        </ul>
      </SheetBody>
    </>
  );
}

function Shown(props: { readonly label: string }) {
  return (
    <span class={styles.shown} role="img" aria-label={props.label}>
      <IconCheck />
    </span>
  );
}
