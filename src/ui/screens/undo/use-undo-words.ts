/** Words about undoing load with the screens that say them and not with the page. */
import { undoWords } from '../../../i18n/core/en/undo.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useUndoWords(): ReturnType<typeof undoWords> {
  const { formats, times } = useMessages();
  return undoWords(formats, times);
}
