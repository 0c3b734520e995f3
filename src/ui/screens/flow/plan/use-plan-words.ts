/** Words about changing a plan load with its sheet and not with the page. */
import { planWords } from '../../../../i18n/core/en/plan.ts';
import { useMessages } from '../../../../i18n/messages-context.tsx';

export function usePlanWords(): ReturnType<typeof planWords> {
  return planWords(useMessages().formats);
}
