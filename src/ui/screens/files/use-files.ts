/** Asks the worker for a file and hands it on; says how that went. */
import { type CalendarOf, type NamedFile, useHousehold } from '../../../client/household.ts';
import type { WorkflowId } from '../../../model/ids.ts';
import { useToasts } from '../../kit/toast.tsx';
import { useDailyWords } from '../shared/use-daily-words.ts';
import { fileName, handOnFile, type TextFile } from './hand-on-file.ts';

export function useFiles() {
  const household = useHousehold();
  const toasts = useToasts();
  const words = useDailyWords();

  const handOn = async (made: NamedFile | null, ending: TextFile['ending'], none: string): Promise<void> => {
    if (made === null) {
      toasts.show({ text: none });
      return;
    }
    const file = { ...made, ending };
    const handed = await handOnFile(file);
    if (handed === 'downloaded') toasts.show({ text: words.madeFile(fileName(file)) });
    if (handed === 'failed') toasts.show({ text: words.shareFailed });
  };

  return {
    shareWorkflow: async (workflow: WorkflowId): Promise<void> =>
      handOn(await household.daily.workflowToFile(workflow), '.baton.json', words.nothingToShare),
    toCalendar: async (of: CalendarOf): Promise<void> =>
      handOn(await household.daily.calendarToFile(of), '.ics', words.noDates),
  };
}
