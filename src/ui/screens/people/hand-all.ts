/**
 * Commands in several flows as one doing: in order, one toast, one Undo that takes back all of them, last
 * first. Stops at the first that is refused; what was done until then can be taken back all the same.
 */
import { createSignal } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { Command } from '../../../model/command.ts';
import type { PersonId, RunId } from '../../../model/ids.ts';
import type { IntentDone, IntentFailure } from '../../../worker/messages.ts';
import { useToasts } from '../../kit/toast.tsx';
import type { Names } from '../../names.ts';
import { sayFailure } from '../../say-failure.ts';

export interface Move {
  readonly run: RunId;
  readonly command: Command;
}

type Undo = NonNullable<IntentDone['undo']>;

export function useHandAll() {
  const household = useHousehold();
  const messages = useMessages();
  const toasts = useToasts();
  const [busy, setBusy] = createSignal(false);

  const say = (failure: IntentFailure, names: Names, back: readonly Undo[]): void => {
    const words = sayFailure(messages, failure, names);
    toasts.show({ text: words.what, detail: words.wayOut, ...undoing(back, names) });
  };

  const undoing = (back: readonly Undo[], names: Names) =>
    back.length > 0 && {
      action: { label: messages.frame.undo, run: () => void takeBack(back, names) },
    };

  const takeBack = async (back: readonly Undo[], names: Names): Promise<void> => {
    for (const { run, commands } of back.toReversed()) {
      for (const command of commands) {
        const result = await household.intent({ kind: 'command', run, command });
        if (result.ok) continue;
        say(result.error, names, []);
        return;
      }
    }
    toasts.show({ text: messages.frame.undone });
  };

  /** `onBehalfOf`: whose things they are, when they are not one's own. */
  const handAll = async (
    moves: readonly Move[],
    { onBehalfOf, said, names }: { readonly onBehalfOf: PersonId | null; said: string; names: Names },
  ): Promise<boolean> => {
    if (busy()) return false;
    setBusy(true);
    const back: Undo[] = [];
    try {
      for (const move of moves) {
        const result = await household.intent({
          kind: 'command',
          ...move,
          ...(onBehalfOf !== null && { onBehalfOf }),
        });
        if (!result.ok) {
          say(result.error, names, back);
          return false;
        }
        if (result.value.undo !== undefined) back.push(result.value.undo);
      }
      toasts.show({ text: said, ...undoing(back, names) });
      return true;
    } finally {
      setBusy(false);
    }
  };

  return { handAll, busy };
}
