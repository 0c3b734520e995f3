/** Words about several households. Only lazily loaded sheets and cards say them, so they load with those. */
import { spacesWords } from '../../../i18n/core/en/spaces.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useSpacesWords(): ReturnType<typeof spacesWords> {
  return spacesWords(useMessages().formats);
}
