/** Words about votes load with the screens that tell of them and not with the page. */
import { approvalWords } from '../../../i18n/core/en/approvals.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useApprovalWords(): ReturnType<typeof approvalWords> {
  const { formats, times } = useMessages();
  return approvalWords(formats, times);
}
