/** Words about the pictures of a flow load with its screen and not with the page. */
import { flowTabWords } from '../../../i18n/core/en/flow-tabs.ts';

export function useFlowTabWords(): ReturnType<typeof flowTabWords> {
  return flowTabWords();
}
