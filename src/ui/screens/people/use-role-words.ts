/** Words about roles load with their card and not with the page. */
import { roleWords } from '../../../i18n/core/en/roles.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useRoleWords(): ReturnType<typeof roleWords> {
  return roleWords(useMessages().formats);
}
