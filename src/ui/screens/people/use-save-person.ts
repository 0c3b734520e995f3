/** Changes what is said of a person: one toast, with Undo, or a sentence about what went wrong. */
import { createSignal } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonChange } from '../../../model/person.ts';
import type { PersonLine } from '../../../views/people-view.ts';
import { useCommands } from '../../commands.ts';
import { useToasts } from '../../kit/toast.tsx';

export type DetailChange = Omit<PersonChange, 'name'>;

export function useSavePerson(person: () => PersonLine) {
  const household = useHousehold();
  const messages = useMessages();
  const toasts = useToasts();
  const { sayFailed } = useCommands();
  const [busy, setBusy] = createSignal(false);

  const change = async (set: DetailChange): Promise<boolean> => {
    const result = await household.intent({ kind: 'changePerson', person: person().id, set });
    if (!result.ok) sayFailed(result.error);
    return result.ok;
  };

  const save = async (set: DetailChange, said: string): Promise<boolean> => {
    if (busy()) return false;
    const { details } = person();
    const before: DetailChange = Object.fromEntries(
      Object.keys(set).map((field) => [field, details[field as keyof DetailChange] ?? null]),
    );
    setBusy(true);
    const saved = await change(set);
    setBusy(false);
    if (!saved) return false;
    const undo = async (): Promise<void> => {
      if (await change(before)) toasts.show({ text: messages.frame.undone });
    };
    toasts.show({ text: said, action: { label: messages.frame.undo, run: () => void undo() } });
    return true;
  };

  return { save, busy };
}
