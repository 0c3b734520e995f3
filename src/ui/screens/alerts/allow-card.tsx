/** Offers notifications once there was something to be told; never at the start, and never again once answered. */
import { Show } from 'solid-js';
import IconBell from '~icons/lucide/bell';
import { Button } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { createNotifications } from './create-notifications.ts';
import { useAlertWords } from './use-alert-words.ts';

export function AllowCard() {
  const words = useAlertWords();
  const { state, ask } = createNotifications();
  return (
    <Show when={state() === 'unasked'}>
      <MatterCard quiet level={2} start={<IconBell />} title={words.allowTitle} hint={words.allowHint}>
        <Button size={48} wraps onClick={() => void ask()}>
          {words.allow}
        </Button>
      </MatterCard>
    </Show>
  );
}
