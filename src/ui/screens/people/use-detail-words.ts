/** Words about what is said of a person load with the People screen and not with the page. */
import { personDetailWords } from '../../../i18n/core/en/person-details.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useDetailWords(): ReturnType<typeof personDetailWords> {
  const { formats, times } = useMessages();
  return personDetailWords(formats, times);
}
