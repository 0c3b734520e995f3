/** Days on which nobody of the household works: the list of them, one more, one less. */
import { createSignal, For, Show } from 'solid-js';
import IconCalendarHeart from '~icons/lucide/calendar-heart';
import IconX from '~icons/lucide/x';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { HolidayEntry } from '../../../views/space-snapshot.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { Button, IconButton } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { Row } from '../../kit/row.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { longestName } from '../shared/name-sheet.tsx';
import styles from './person-sheet.module.css';
import { useDetailWords } from './use-detail-words.ts';

export function HolidaysSheet(props: {
  readonly holidays: readonly HolidayEntry[];
  readonly onClose: () => void;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useDetailWords();
  const now = useNow();
  const { sayFailed } = useCommands();
  const [date, setDate] = createSignal('');
  const [name, setName] = createSignal('');
  const set = async (day: string, called: string | null): Promise<boolean> => {
    const result = await household.intent({ kind: 'setHoliday', date: day, name: called });
    if (!result.ok) sayFailed(result.error);
    return result.ok;
  };
  const add = async (): Promise<void> => {
    if (date() === '' || !(await set(date(), name()))) return;
    setDate('');
    setName('');
  };
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <SheetHead title={words.holidays} sub={words.holidaysHint} closeLabel={messages.frame.close} />
      <SheetBody>
        <Show when={props.holidays.length > 0}>
          <ul class={styles.rows}>
            <For each={props.holidays}>
              {(holiday) => {
                const told = () => words.holiday(holiday.date, holiday.name, now());
                return (
                  <Row
                    start={<IconCalendarHeart />}
                    title={told()}
                    end={
                      <IconButton
                        size={40}
                        label={words.removeHoliday(told())}
                        onClick={() => void set(holiday.date, null)}
                      >
                        <IconX />
                      </IconButton>
                    }
                  />
                );
              }}
            </For>
          </ul>
        </Show>
        <Field label={words.holidayDay} type="date" value={date()} onInput={setDate} />
        <Field
          label={words.holidayName}
          value={name()}
          onInput={setName}
          onEnter={() => void add()}
          maxLength={longestName}
        />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow disabled={date() === ''} onClick={() => void add()}>
          {words.addHoliday}
        </Button>
      </SheetFoot>
    </Sheet>
  );
}
