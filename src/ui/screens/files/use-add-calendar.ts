/** Takes a calendar file among one's own, for the dates that steps may clash with, and says how that went. */
import { createSignal } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { useCommands } from '../../commands.ts';
import { useToasts } from '../../kit/toast.tsx';
import { useDailyWords } from '../shared/use-daily-words.ts';

export function useAddCalendar() {
  const household = useHousehold();
  const words = useDailyWords();
  const toasts = useToasts();
  const { sayFailed } = useCommands();
  const [busy, setBusy] = createSignal(false);

  /** Whether it was taken; one at a time. */
  const add = async (file: File): Promise<boolean> => {
    if (busy()) return false;
    setBusy(true);
    const text = await file.text().catch(() => '');
    const name = file.name.replace(/\.ics$/i, '');
    const result = await household.intent({ kind: 'addCalendar', name, text });
    setBusy(false);
    if (result.ok) toasts.show({ text: words.calendarAdded });
    else sayFailed(result.error);
    return result.ok;
  };
  return { add, busy };
}
