/** Words for what needs a look. Only screens that tell of it say them, so they load with those. */
import { alertWords } from '../../../i18n/core/en/alerts.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useAlertWords(): ReturnType<typeof alertWords> {
  const { formats, times } = useMessages();
  return alertWords(formats, times);
}
