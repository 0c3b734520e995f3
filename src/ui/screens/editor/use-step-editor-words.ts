/** Words about the pages of a step load with them and not with the page. */
import { type StepEditorWords, stepEditorWords } from '../../../i18n/core/en/step-editor.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';

export function useStepEditorWords(): StepEditorWords {
  const { formats, times } = useMessages();
  return stepEditorWords(formats, times);
}
