/** What the workflow is called. */
import { createSignal, untrack } from 'solid-js';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { longestName } from '../shared/name-sheet.tsx';
import type { EditorPageProps } from './editor-sheet.tsx';
import { useEditorWords } from './use-editor-words.ts';

export function RenamePage(props: EditorPageProps) {
  const words = useEditorWords();
  const [title, setTitle] = createSignal(untrack(() => props.view.definition.title));
  const save = async (): Promise<void> => {
    const wanted = title().trim();
    if (wanted === '') return;
    const set = { title: wanted };
    if (await props.commands.change([{ kind: 'setWorkflow', set }], words.saved(wanted))) props.onClose();
  };
  return (
    <>
      <SheetBody>
        <Field
          label={words.name}
          value={title()}
          onInput={setTitle}
          onEnter={() => void save()}
          maxLength={longestName}
        />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow disabled={title().trim() === ''} onClick={() => void save()}>
          {words.save}
        </Button>
      </SheetFoot>
    </>
  );
}
