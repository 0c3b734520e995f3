/** Words about the items of a flow load where there are any, and not with the page. */
import { itemWords } from '../../../i18n/core/en/items.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useItemWords(): ReturnType<typeof itemWords> {
  return itemWords(useMessages().formats);
}
