/** Asks what an item of a list is called: one more, or one that gets another name. Stays open until that worked. */
import { createSignal, untrack } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { longestName } from '../shared/name-sheet.tsx';
import { useItemWords } from './use-item-words.ts';

export function ItemNameSheet(props: {
  readonly title: string;
  readonly hint?: string;
  readonly action: string;
  readonly name?: string;
  readonly busy: boolean;
  /** Without blanks around it, never empty. Answers whether it worked. */
  readonly onName: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const words = useItemWords();
  const [name, setName] = createSignal(untrack(() => props.name ?? ''));
  const give = async (): Promise<void> => {
    const wanted = name().trim();
    if (props.busy || wanted === '') return;
    if (await props.onName(wanted)) props.onClose();
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={props.title} sub={props.hint} closeLabel={messages.frame.close} />
      <SheetBody>
        <Field
          label={words.nameOf}
          value={name()}
          onInput={setName}
          onEnter={() => void give()}
          enterKeyHint="done"
          maxLength={longestName}
        />
      </SheetBody>
      <SheetFoot>
        <Button
          kind="ink"
          grow
          disabled={name().trim() === ''}
          aria-busy={props.busy}
          onClick={() => void give()}
        >
          {props.action}
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
