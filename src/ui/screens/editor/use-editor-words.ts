/** Words about writing a workflow load with its screen and not with the page. */
import { editorWords, type EditorWords } from '../../../i18n/core/en/editor.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useEditorWords(): EditorWords {
  const { formats, times } = useMessages();
  return editorWords(formats, times);
}
