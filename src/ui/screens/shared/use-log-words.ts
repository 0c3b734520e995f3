/** Words for what happened. Only screens that tell a history say them, so they load with those. */
import { logWords } from '../../../i18n/core/en/log.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useLogWords(): ReturnType<typeof logWords> {
  const { formats, times } = useMessages();
  return logWords(formats, times);
}
