/**
 * How screens change anything: one command (or a few in order), one toast with Undo, or a sentence about
 * what went wrong, with the way out as a button where one command is the way out.
 * A change shows on screen only through the views; what is drawn ahead of the worker is a guess (`createGuess`) and goes
 * again where nothing comes of it.
 */
import { createSignal } from 'solid-js';
import { useHousehold } from '../client/household.ts';
import { useMessages } from '../i18n/messages-context.tsx';
import type { Command } from '../model/command.ts';
import type { PersonId, RunId } from '../model/ids.ts';
import type { IntentDone, IntentFailure, IntentResult } from '../worker/messages.ts';
import { type ToastMessage, useToasts } from './kit/toast.tsx';
import type { Names } from './names.ts';

export interface SendOptions {
  /** What the toast says when it worked; without it there is none. */
  readonly said?: string;
  /** What a failure's steps, facts and people are called. */
  readonly names?: Names;
  /** Whom this is done for [E4]. */
  readonly onBehalfOf?: PersonId;
  /** True when the screen answers this failure itself; then nothing is said. */
  readonly answers?: (failure: IntentFailure) => boolean;
}

type Undo = NonNullable<IntentDone['undo']>;

export function useCommands() {
  const household = useHousehold();
  const toasts = useToasts();
  const messages = useMessages();
  const [busy, setBusy] = createSignal(false);

  const say = (load: Promise<ToastMessage>): void => {
    load.then(toasts.show, () =>
      toasts.show({ text: messages.frame.notDone, detail: messages.frame.notDoneHint }),
    );
  };

  const sayFailed = (failure: IntentFailure, names?: Names): void => say(wordFailure(failure, names));

  const wordFailure = async (failure: IntentFailure, names?: Names): Promise<ToastMessage> => {
    const { sayFailure } = await import('./say-failure.ts');
    const words = sayFailure(messages, failure, names);
    return { text: words.what, detail: words.wayOut };
  };

  const wordRefusal = async (
    run: RunId,
    failure: IntentFailure,
    refused: Command,
    { names, onBehalfOf }: SendOptions,
  ): Promise<ToastMessage> => {
    const [words, { commandOut }] = await Promise.all([
      wordFailure(failure, names),
      import('./command-out.ts'),
    ]);
    const out = commandOut(failure, refused);
    if (out === null) return words;
    const go = (): void =>
      void send(run, out.command, { ...(names && { names }), ...(onBehalfOf && { onBehalfOf }) });
    return { ...words, action: { label: out.label, run: go } };
  };

  const undo = async (back: Undo): Promise<void> => {
    for (const command of back.commands) {
      const result = await household.intent({ kind: 'command', run: back.run, command });
      if (!result.ok) {
        sayFailed(result.error);
        return;
      }
    }
    toasts.show({ text: messages.frame.undone });
  };

  /** The toast that follows; `back`: what takes it back. */
  const sayDone = (said: string, back: Undo | undefined): void =>
    toasts.show({
      text: said,
      ...(back && {
        action: { label: messages.frame.undo, run: () => void undo(back), undoes: true as const },
      }),
    });

  /** Stops at the first that is refused; Undo takes back all that were not, last first. */
  const sendAll = async (
    run: RunId,
    commands: readonly [Command, ...Command[]],
    options: SendOptions = {},
  ): Promise<IntentResult> => {
    setBusy(true);
    try {
      let last: IntentResult = { ok: true, value: {} };
      let back: Undo | undefined;
      for (const command of commands) {
        const { onBehalfOf } = options;
        last = await household.intent({
          kind: 'command',
          run,
          command,
          ...(onBehalfOf !== undefined && { onBehalfOf }),
        });
        if (!last.ok) {
          if (options.answers?.(last.error) !== true) say(wordRefusal(run, last.error, command, options));
          return last;
        }
        const one = last.value.undo;
        if (one !== undefined) back = { run, commands: [...one.commands, ...(back?.commands ?? [])] };
      }
      if (options.said !== undefined) sayDone(options.said, back);
      return last;
    } finally {
      setBusy(false);
    }
  };

  const send = (run: RunId, command: Command, options: SendOptions = {}): Promise<IntentResult> =>
    sendAll(run, [command], options);

  return { send, sendAll, busy, sayFailed, sayDone };
}
