/** Somebody's dates for the calendar they use; and, for oneself, calendars opened here that steps may clash with. */
import { For, type JSX, Show } from 'solid-js';
import IconCalendarDown from '~icons/lucide/calendar-arrow-down';
import IconCalendar from '~icons/lucide/calendar-days';
import IconFileUp from '~icons/lucide/file-up';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PeopleView, PersonLine } from '../../../views/people-view.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { FileField } from '../../kit/file-field.tsx';
import { Button } from '../../kit/button.tsx';
import { Row } from '../../kit/row.tsx';
import { SheetBody, SheetHead } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { useAddCalendar } from '../files/use-add-calendar.ts';
import { useFiles } from '../files/use-files.ts';
import { useDailyWords } from '../shared/use-daily-words.ts';

export function CalendarPage(props: {
  readonly person: PersonLine;
  readonly calendars: NonNullable<PeopleView['calendars']>;
  readonly before: JSX.Element;
}) {
  const household = useHousehold();
  const messages = useMessages();
  const words = useDailyWords();
  const now = useNow();
  const toasts = useToasts();
  const { toCalendar } = useFiles();
  const { sayFailed } = useCommands();
  const { add, busy } = useAddCalendar();

  const remove = async (calendar: string, name: string): Promise<void> => {
    const result = await household.intent({ kind: 'removeCalendar', calendar });
    if (result.ok) toasts.show({ text: words.removed(name) });
    else sayFailed(result.error);
  };
  return (
    <>
      <SheetHead title={words.calendars} closeLabel={messages.frame.close} before={props.before} takesFocus />
      <SheetBody>
        <p>{words.takeAlong(props.person.isMe ? null : props.person.name)}</p>
        <Button size={48} wraps onClick={() => void toCalendar({ kind: 'person', person: props.person.id })}>
          <IconCalendarDown />
          {words.datesOf}
        </Button>
        <Show when={props.person.isMe}>
          <p>{words.clashHint}</p>
          <ul>
            <For each={props.calendars}>
              {(calendar) => {
                const name = () => (calendar.name === '' ? words.unnamed : calendar.name);
                return (
                  <Row
                    start={<IconCalendar />}
                    title={name()}
                    sub={words.events(calendar.events, calendar.addedAt, now())}
                    end={
                      <Button
                        size={40}
                        aria-label={words.removeOf(name())}
                        onClick={() => void remove(calendar.id, name())}
                      >
                        {words.remove}
                      </Button>
                    }
                  />
                );
              }}
            </For>
          </ul>
          <FileField
            label={words.addCalendar}
            icon={<IconFileUp />}
            accept=".ics,text/calendar"
            busy={busy()}
            onFile={(file) => void add(file)}
          />
        </Show>
      </SheetBody>
    </>
  );
}
