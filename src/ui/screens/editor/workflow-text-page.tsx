/** The workflow as lines: changed there as one change, and copied from there. */
import { untrack } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { useHousehold } from '../../../client/household.ts';
import { TextPage } from '../capture/text-page.tsx';
import type { EditorPageProps } from './editor-sheet.tsx';
import { useEditorWords } from './use-editor-words.ts';

export function WorkflowTextPage(props: EditorPageProps) {
  const words = useEditorWords();
  const household = useHousehold();
  // Lines are compared with what they were written from: what others change meanwhile stays as they have it.
  // The view itself goes along with them.
  const { text, before } = untrack(() => ({
    text: props.view.text,
    before: structuredClone(unwrap(props.view.definition)),
  }));
  const save = async (changed: string): Promise<boolean> => {
    const operations = await household.textToOperations(before, changed);
    // Nothing to take back.
    if (operations.length === 0) return true;
    return props.commands.change(operations, words.saved(props.view.definition.title));
  };
  return (
    <TextPage
      text={text}
      onSave={props.view.mayChange ? save : null}
      before={null}
      onDone={() => props.onClose()}
    />
  );
}
