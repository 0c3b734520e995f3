/** What else is on at the step's times, from calendars opened on this device. */
import { For } from 'solid-js';
import IconCalendarX from '~icons/lucide/calendar-x';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useDailyWords } from '../shared/use-daily-words.ts';

export function ClashLines(props: { readonly clashes: NonNullable<StepView['clashes']> }) {
  const words = useDailyWords();
  const now = useNow();
  return (
    <For each={props.clashes}>
      {(clash) => (
        <Notice start={<IconCalendarX />} what={words.clash(clash.title, clash.at, clash.wholeDays, now())} />
      )}
    </For>
  );
}
