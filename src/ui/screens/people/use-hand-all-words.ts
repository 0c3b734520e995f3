/** Words for handing everything over load with the People screen and not with the page. */
import { handAllWords } from '../../../i18n/core/en/hand-all.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useHandAllWords(): ReturnType<typeof handAllWords> {
  return handAllWords(useMessages().formats);
}
