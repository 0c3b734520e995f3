/** Words about guests load with the flow's screen and not with the page. */
import { guestWords } from '../../../i18n/core/en/guests.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useGuestWords(): ReturnType<typeof guestWords> {
  const { formats, times } = useMessages();
  return guestWords(formats, times);
}
