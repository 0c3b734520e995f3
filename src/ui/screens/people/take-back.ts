/** Takes an invite back and says how that went. */
import { useHousehold } from '../../../client/household.ts';
import type { FailureWords } from '../../../i18n/core/en/failures.ts';
import type { Messages } from '../../../i18n/core/en/messages.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentFailure } from '../../../worker/messages.ts';
import { useToasts } from '../../kit/toast.tsx';
import { sayFailure } from '../../say-failure.ts';

function sayTakeBackFailure(messages: Messages, failure: IntentFailure): FailureWords {
  switch (failure.type) {
    case 'offline':
      return messages.people.offlineToTakeBack;
    case 'inviteUsed':
      return messages.people.usedBeforeTakeBack;
    case 'inviteUnknown':
      return messages.people.madeElsewhere;
    default:
      return sayFailure(messages, failure);
  }
}

/** The promise tells whether the invite is out of the world. */
export function useTakeBack(): (invite: string) => Promise<boolean> {
  const household = useHousehold();
  const messages = useMessages();
  const toasts = useToasts();
  return async (invite) => {
    const result = await household.intent({ kind: 'revokeInvite', invite });
    if (result.ok) {
      toasts.show({ text: messages.people.takenBack });
      return true;
    }
    const words = sayTakeBackFailure(messages, result.error);
    toasts.show({ text: words.what, detail: words.wayOut });
    return false;
  };
}
