/** Asks before a flow goes on without the rest of a list. */
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunId } from '../../../model/ids.ts';
import type { ItemListView } from '../../../views/item-views.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useItemWords } from './use-item-words.ts';

/** What was done is enough: the rest is skipped. */
export function FinishSheet(props: {
  readonly run: RunId;
  readonly list: ItemListView;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const words = useItemWords();
  const { send, busy } = useCommands();
  const finish = async (): Promise<void> => {
    const { section, name } = props.list;
    const result = await send(props.run, { kind: 'finishItems', section }, { said: words.wentOn(name) });
    if (result.ok) props.onClose();
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={words.enoughTitle} closeLabel={messages.frame.close} />
      <SheetBody>
        <p>{words.enoughHint(props.list.name)}</p>
      </SheetBody>
      <SheetFoot>
        <Button grow onClick={props.onClose}>
          {words.notYet}
        </Button>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void finish()}>
          {words.enoughConfirm}
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
