/** What invites give, in words that load with the screens that say it and not with the page. */
import { inviteKindWords } from '../../../i18n/core/en/invite-kinds.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useInviteKindWords(): ReturnType<typeof inviteKindWords> {
  return inviteKindWords(useMessages().times);
}
