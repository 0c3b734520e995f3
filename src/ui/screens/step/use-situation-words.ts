/**
 * What a step's situation is called. Only the step's own screens say it, so these words load with them
 * and not with the page.
 */
import { situationWords } from '../../../i18n/core/en/situations.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useSituationWords(): ReturnType<typeof situationWords> {
  const { formats, times } = useMessages();
  return situationWords(formats, times);
}
