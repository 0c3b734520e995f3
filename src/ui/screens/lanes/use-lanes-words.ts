/** Words about lanes load with them and not with the page. */
import { lanesWords } from '../../../i18n/core/en/lanes.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useLanesWords(): ReturnType<typeof lanesWords> {
  return lanesWords(useMessages().formats);
}
