/** How often, on which day, at what time and from when. */
import { For, Match, Show, Switch } from 'solid-js';
import type { Weekday } from '../../../model/repeat-pattern.ts';
import { Field } from '../../kit/field.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import styles from './recurring.module.css';
import type { RepeatForm, RepeatKind } from './repeat-form.ts';
import { useRecurringWords } from './use-recurring-words.ts';
import { WeekDays } from './week-days.tsx';

const kinds: readonly RepeatKind[] = [
  'daily',
  'weekly',
  'monthDay',
  'monthWeekday',
  'firstWorking',
  'lastWorking',
];
const week: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const nths = [1, 2, 3, 4, -1];
const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, index) => index + 1);

export function RepeatWhen(props: {
  readonly form: RepeatForm;
  /** It repeats in a way that only another program can say. */
  readonly mayKeep: boolean;
  readonly onChange: (change: Partial<RepeatForm>) => void;
}) {
  const words = useRecurringWords();
  const unit = (): 'day' | 'week' | 'month' | null => {
    switch (props.form.kind) {
      case 'daily':
        return 'day';
      case 'weekly':
        return 'week';
      case 'monthDay':
      case 'monthWeekday':
        return 'month';
      case 'firstWorking':
      case 'lastWorking':
      case 'kept':
        return null;
    }
  };
  return (
    <div class={styles.group}>
      <SelectField
        label={words.how}
        value={props.form.kind}
        onChoose={(kind) => props.onChange({ kind: kind as RepeatKind })}
      >
        <For each={props.mayKeep ? [...kinds, 'kept' as const] : kinds}>
          {(kind) => (
            <option value={kind} selected={props.form.kind === kind}>
              {words.kinds[kind]}
            </option>
          )}
        </For>
      </SelectField>
      <Show when={unit()}>
        {(each) => (
          <SelectField
            label={words.every}
            value={String(props.form.every)}
            onChoose={(every) => props.onChange({ every: Number(every) })}
          >
            <For each={upTo(Math.max(12, props.form.every))}>
              {(every) => (
                <option value={every} selected={props.form.every === every}>
                  {words.everyChoice(each(), every)}
                </option>
              )}
            </For>
          </SelectField>
        )}
      </Show>
      <Switch>
        <Match when={props.form.kind === 'weekly'}>
          <WeekDays chosen={props.form.days} onChange={(days) => props.onChange({ days })} />
        </Match>
        <Match when={props.form.kind === 'monthDay'}>
          <SelectField
            label={words.onDay}
            value={String(props.form.day)}
            onChoose={(day) => props.onChange({ day: Number(day) })}
          >
            <For each={upTo(31)}>
              {(day) => (
                <option value={day} selected={props.form.day === day}>
                  {words.monthDay(day)}
                </option>
              )}
            </For>
          </SelectField>
        </Match>
        <Match when={props.form.kind === 'monthWeekday'}>
          <div class={styles.pair}>
            <SelectField
              label={words.onWeek}
              value={String(props.form.nth)}
              onChoose={(nth) => props.onChange({ nth: Number(nth) })}
            >
              <For each={nths}>
                {(nth) => (
                  <option value={nth} selected={props.form.nth === nth}>
                    {words.nthWeek(nth)}
                  </option>
                )}
              </For>
            </SelectField>
            <SelectField
              label={words.weekday}
              value={props.form.weekday}
              onChoose={(weekday) => props.onChange({ weekday: weekday as Weekday })}
            >
              <For each={week}>
                {(day) => (
                  <option value={day} selected={props.form.weekday === day}>
                    {words.dayName(day)}
                  </option>
                )}
              </For>
            </SelectField>
          </div>
        </Match>
      </Switch>
      <div class={styles.pair}>
        <Field
          label={words.time}
          type="time"
          value={props.form.time}
          onInput={(time) => props.onChange({ time })}
        />
        <Field
          label={words.from}
          type="date"
          value={props.form.from}
          onInput={(from) => props.onChange({ from })}
        />
      </div>
    </div>
  );
}
