/** What the households of this device are called, so that no two of them look alike. */
import { useMessages } from '../i18n/messages-context.tsx';
import type { SpaceId } from '../model/ids.ts';
import { useAppView } from './app-view.tsx';
import { useNow } from './clock.tsx';

/** Empty for a household that is not on this device (any more). */
export function useHouseholdName(): (id: SpaceId | undefined) => string {
  const messages = useMessages();
  const app = useAppView();
  const now = useNow();
  return (id) => {
    const all = app()?.spaces ?? [];
    const household = all.find((space) => space.id === id);
    return household === undefined ? '' : messages.households.called(household, all, now());
  };
}
