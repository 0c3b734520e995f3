/** Words about who is away load with what says them and not with the page. */
import { awayWords } from '../../../i18n/core/en/away.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useAwayWords(): ReturnType<typeof awayWords> {
  const { formats, times } = useMessages();
  return awayWords(formats, times);
}
