/** On Settings, of this device as a whole: whether several people use it, and deleting everything. */
import { createSignal, Show } from 'solid-js';
import IconTrash from '~icons/lucide/trash-2';
import IconUsers from '~icons/lucide/users-round';
import { useHousehold } from '../../../client/household.ts';
import { useAppView } from '../../app-view.tsx';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { CardRow } from '../../kit/card.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { EraseSheet } from './erase-sheet.tsx';
import { useSpacesWords } from './use-spaces-words.ts';

export function DeviceRows() {
  const household = useHousehold();
  const words = useSpacesWords();
  const toasts = useToasts();
  const app = useAppView();
  const { sayFailed } = useCommands();
  const [erasing, setErasing] = createSignal(false);
  const share = async (shared: boolean): Promise<void> => {
    const result = await household.intent({ kind: 'shareDevice', shared });
    if (result.ok) toasts.show({ text: words.sharedNow(shared) });
    else sayFailed(result.error);
  };
  return (
    <Show when={app() !== undefined && app()?.stage !== 'empty'}>
      <CardRow
        start={<IconUsers />}
        title={words.shared}
        sub={words.sharedHint}
        end={
          <Button size={40} onClick={() => void share(!(app()?.shared ?? false))}>
            {app()?.shared ? words.turnOff : words.turnOn}
          </Button>
        }
      />
      <CardRow
        start={<IconTrash />}
        title={words.erase}
        sub={words.eraseHint}
        end={
          <Button size={40} onClick={() => setErasing(true)}>
            {words.eraseShort}
          </Button>
        }
      />
      <Show when={erasing()}>
        <EraseSheet onClose={() => setErasing(false)} />
      </Show>
    </Show>
  );
}
