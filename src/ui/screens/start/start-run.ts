/** Starts a run, and makes the household first when there is none; a failure is said in a toast. */
import { createSignal } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { Intent, IntentFailure } from '../../../worker/messages.ts';
import { useAppView } from '../../app-view.tsx';
import { useCommands } from '../../commands.ts';
import type { Names } from '../../names.ts';

export interface StartOptions {
  /** What the plan's steps, facts and sections are called, for what is wrong with them. */
  readonly names?: Names;
  /** True when the screen shows this failure itself; then nothing is said. */
  readonly answers?: (failure: IntentFailure) => boolean;
}

export function useStart() {
  const household = useHousehold();
  const messages = useMessages();
  const app = useAppView();
  const { sayFailed } = useCommands();
  const [busy, setBusy] = createSignal(false);

  /** True when it runs. A second tap while it starts does nothing. */
  const start = async (
    myName: string,
    intent: Extract<Intent, { kind: 'startRun' }>,
    options: StartOptions = {},
  ): Promise<boolean> => {
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
      if (!started.ok && options.answers?.(started.error) !== true) sayFailed(started.error, options.names);
      return started.ok;
    } finally {
      setBusy(false);
    }
  };
  return { start, busy };
}
