/** Starts a run, and makes the household first when there is none; a failure is said in a toast. */
import { createSignal } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { Intent } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { useCommands } from '../../commands.ts';

export function useStart() {
  const household = useHousehold();
  const messages = useMessages();
  const app = useAppView();
  const { sayFailed } = useCommands();
  const [busy, setBusy] = createSignal(false);

  /** True when it runs. A second tap while it starts does nothing. */
  const start = async (myName: string, intent: Extract<Intent, { kind: 'startRun' }>): Promise<boolean> => {
    if (busy()) return false;
    setBusy(true);
    try {
      if (app()?.stage === 'empty') {
        const made = await household.intent({ kind: 'createSpace', myName, zone: messages.formats.zone });
        // A sibling tab may have made it meanwhile; then the start goes there.
        if (!made.ok && made.error.type !== 'spaceExists') {
          sayFailed(made.error);
          return false;
        }
      }
      const started = await household.intent(intent);
      if (!started.ok) sayFailed(started.error);
      return started.ok;
    } finally {
      setBusy(false);
    }
  };
  return { start, busy };
}
