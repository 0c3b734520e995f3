/** Words about what comes after a flow load with what shows them and not with the page. */
import { followUpWords } from '../../../i18n/core/en/follow-ups.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useFollowUpWords(): ReturnType<typeof followUpWords> {
  return followUpWords(useMessages().formats);
}
