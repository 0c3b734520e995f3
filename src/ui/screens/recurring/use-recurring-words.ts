/** Words about what starts by itself load with the screens that show it, and not with the page. */
import { recurringWords, type RecurringWords } from '../../../i18n/core/en/recurring.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useRecurringWords(): RecurringWords {
  const { formats, times } = useMessages();
  return recurringWords(formats, times);
}
