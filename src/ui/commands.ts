/**
 * How screens change anything: one command, one toast with Undo, or a sentence about what went wrong.
 * A change shows on screen only through the views; nothing is drawn ahead of the worker.
 */
import { createSignal } from 'solid-js';
import { useHousehold } from '../client/household.ts';
import { useMessages } from '../i18n/messages-context.tsx';
import type { Command } from '../model/command.ts';
import type { RunId } from '../model/ids.ts';
import type { IntentDone, IntentFailure, IntentResult } from '../worker/messages.ts';
import { useToasts } from './kit/toast.tsx';
import { sayFailure, type TitleOfStep } from './say-failure.ts';

export interface SendOptions {
  /** What the toast says when it worked; without it there is none. */
  readonly said?: string;
  /** Names the steps that a failure mentions. */
  readonly titleOf?: TitleOfStep;
  /** True when the screen answers this failure itself; then nothing is said. */
  readonly answers?: (failure: IntentFailure) => boolean;
}

export function useCommands() {
  const household = useHousehold();
  const toasts = useToasts();
  const messages = useMessages();
  const [busy, setBusy] = createSignal(false);

  const sayFailed = (failure: IntentFailure, titleOf?: TitleOfStep): void => {
    const words = sayFailure(messages, failure, titleOf);
    toasts.show({ text: words.what, detail: words.wayOut });
  };

  const undo = async (back: NonNullable<IntentDone['undo']>): Promise<void> => {
    for (const command of back.commands) {
      const result = await household.intent({ kind: 'command', run: back.run, command });
      if (!result.ok) {
        sayFailed(result.error);
        return;
      }
    }
    toasts.show({ text: messages.frame.undone });
  };

  const send = async (run: RunId, command: Command, options: SendOptions = {}): Promise<IntentResult> => {
    setBusy(true);
    try {
      const result = await household.intent({ kind: 'command', run, command });
      if (!result.ok) {
        if (options.answers?.(result.error) !== true) sayFailed(result.error, options.titleOf);
        return result;
      }
      const back = result.value.undo;
      if (options.said !== undefined) {
        toasts.show({
          text: options.said,
          ...(back && { action: { label: messages.frame.undo, run: () => void undo(back) } }),
        });
      }
      return result;
    } finally {
      setBusy(false);
    }
  };

  return { send, busy, sayFailed };
}
