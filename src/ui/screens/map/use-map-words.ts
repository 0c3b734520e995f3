/** Words about the map load with it and not with the page. */
import { mapWords } from '../../../i18n/core/en/map.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useMapWords(): ReturnType<typeof mapWords> {
  return mapWords(useMessages().formats);
}
