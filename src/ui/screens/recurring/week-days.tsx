/** Days of the week, any number of them. */
import { For } from 'solid-js';
import type { Weekday } from '../../../model/repeat-pattern.ts';
import pills from '../../kit/pills.module.css';
import { useRecurringWords } from './use-recurring-words.ts';

const week: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

export function WeekDays(props: {
  readonly chosen: readonly Weekday[];
  readonly onChange: (days: readonly Weekday[]) => void;
}) {
  const words = useRecurringWords();
  const toggle = (day: Weekday): void =>
    props.onChange(
      props.chosen.includes(day) ? props.chosen.filter((each) => each !== day) : [...props.chosen, day],
    );
  return (
    <fieldset>
      <legend class={pills.legend}>{words.onDays}</legend>
      <div class={pills.pills}>
        <For each={week}>
          {(day) => (
            <label class={pills.pill}>
              <input
                type="checkbox"
                class={pills.radio}
                aria-label={words.dayName(day)}
                checked={props.chosen.includes(day)}
                onChange={() => toggle(day)}
              />
              {words.dayShort(day)}
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
