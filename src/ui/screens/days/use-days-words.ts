/** Words about days load with them and not with the page. */
import { daysWords } from '../../../i18n/core/en/days.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

/** `zone`: IANA, in which the days are. */
export function useDaysWords(zone: string): ReturnType<typeof daysWords> {
  return daysWords(useMessages().formats, zone);
}
