/** How Baton gets onto this device: the browser's own question where there is one, else what to press. */
import { For, Show } from 'solid-js';
import IconArchive from '~icons/lucide/archive';
import IconClock from '~icons/lucide/clock';
import IconSmartphone from '~icons/lucide/smartphone';
import { installWords as words } from '../../../i18n/core/en/install.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useAppView } from '../../app-view.tsx';
import { type InstallWay, useDevice } from '../../device.tsx';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { Fact, FactList } from '../../kit/fact-list.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { paths } from '../../routes.ts';
import styles from './install-sheet.module.css';

const onApple: ReadonlySet<InstallWay> = new Set(['iosSafari', 'iosOther']);

export function InstallSheet(props: { readonly onClose: () => void }) {
  const messages = useMessages();
  const { install } = useDevice();
  const app = useAppView();
  const way = install.way();
  const isApple = onApple.has(way);
  const ask = async (): Promise<void> => {
    await install.prompt();
    props.onClose();
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={words.title} sub={words.hint} closeLabel={messages.frame.close} />
      <SheetBody>
        <Show when={words.steps[way].length > 0}>
          <ol class={styles.steps}>
            <For each={words.steps[way]}>{(step) => <li>{step}</li>}</For>
          </ol>
        </Show>
        <FactList>
          <Show when={isApple && app()?.stage === 'ready'}>
            <Fact icon={<IconSmartphone />}>{words.own}</Fact>
          </Show>
          <Show when={isApple || way === 'macSafari'}>
            <Fact icon={<IconClock />}>{words.safari}</Fact>
          </Show>
          <Fact icon={<IconArchive />}>{words.keeps}</Fact>
        </FactList>
      </SheetBody>
      <SheetFoot>
        <Show when={isApple && app()?.stage === 'ready' && app()?.guestOf == null}>
          <ButtonLink grow href={paths.people} onFollow={() => props.onClose()}>
            {words.ownLink}
          </ButtonLink>
        </Show>
        <Show
          when={way === 'prompt'}
          fallback={
            <Button kind="ink" grow onClick={() => props.onClose()}>
              {words.done}
            </Button>
          }
        >
          <Button kind="ink" grow onClick={() => void ask()}>
            {words.install}
          </Button>
        </Show>
      </SheetFoot>
    </Sheet>
  );
}
