/** The words for who else is here; they load with what shows it, and not with the page. */
import { presenceWords } from '../../../i18n/core/en/presence.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function usePresenceWords(): ReturnType<typeof presenceWords> {
  return presenceWords(useMessages().formats);
}
