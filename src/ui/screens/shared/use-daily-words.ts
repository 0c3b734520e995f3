/** Words about files, calendars, printing and what is over load with the screens that show them. */
import { type DailyWords, dailyWords } from '../../../i18n/core/en/daily.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useDailyWords(): DailyWords {
  const { formats, times } = useMessages();
  return dailyWords(formats, times);
}
