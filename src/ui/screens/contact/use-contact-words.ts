/** Words about getting in touch, which load with the screens that say them and not with the page. */
import { contactWords } from '../../../i18n/core/en/contact.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export type ContactWords = ReturnType<typeof contactWords>;

export function useContactWords(): ContactWords {
  const { formats, times } = useMessages();
  return contactWords(formats, times);
}
