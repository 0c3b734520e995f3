/** What is said of a person, a line each; a tap opens the page where it is changed. */
import { Show } from 'solid-js';
import IconBriefcase from '~icons/lucide/briefcase';
import IconCalendarDays from '~icons/lucide/calendar-days';
import IconCalendarOff from '~icons/lucide/calendar-off';
import IconChevronRight from '~icons/lucide/chevron-right';
import IconClock from '~icons/lucide/clock';
import IconPhone from '~icons/lucide/phone';
import IconUserCheck from '~icons/lucide/user-check';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonLine } from '../../../views/people-view.ts';
import { useIsMember } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { Row } from '../../kit/row.tsx';
import { joinWords } from '../shared/step-words.ts';
import { useAwayWords } from '../shared/use-away-words.ts';
import { useDailyWords } from '../shared/use-daily-words.ts';
import { actsWithoutDevice } from './acts-without-device.ts';
import { comingPeriods } from './away-days.ts';
import type { PersonPageName } from './person-pages.tsx';
import styles from './person-sheet.module.css';
import { useDetailWords } from './use-detail-words.ts';

export function PersonLines(props: {
  readonly person: PersonLine;
  readonly onGo: (page: PersonPageName) => void;
}) {
  const messages = useMessages();
  const words = useDetailWords();
  const away = useAwayWords();
  const daily = useDailyWords();
  const now = useNow();
  const isMember = useIsMember();
  const name = (): string | null => (props.person.isMe ? null : props.person.name);
  const acts = (): boolean => actsWithoutDevice(props.person) && isMember();
  const workSub = (): string => {
    const { holding, comingUp, fullDay } = props.person;
    const count = holding + comingUp;
    return joinWords([
      count === 0 ? words.workNone : words.workSay(count),
      fullDay === null ? '' : words.fullDay(fullDay.steps, fullDay.date, now()),
    ]);
  };
  const reachSub = (): string => {
    const told = Object.values(props.person.details.channels ?? {});
    return told.length === 0 ? words.reachNone : joinWords(told);
  };
  const hoursSub = (): string => {
    const { workingHours, quiet, zone } = props.person.details;
    return joinWords([
      workingHours === undefined ? words.hoursNone : words.week(workingHours),
      quiet === undefined ? '' : words.quietSay(quiet),
      zone === undefined ? '' : messages.facts.zoneName(zone),
    ]);
  };
  const awaySub = (): string => {
    const [first, ...others] = comingPeriods(props.person.details.away, messages.formats.inputDate(now()));
    if (first === undefined) return words.awayNone;
    return joinWords([words.period(first, now()), others.length === 0 ? '' : words.more(others.length)]);
  };
  const more = () => (
    <span class={styles.more}>
      <IconChevronRight data-flips="" />
    </span>
  );
  return (
    <ul class={styles.rows}>
      <Row
        start={
          <Show when={acts()} fallback={<IconBriefcase />}>
            {<IconUserCheck />}
          </Show>
        }
        title={acts() ? away.actFor(props.person.name) : words.work(name())}
        sub={workSub()}
        onOpen={() => props.onGo('work')}
        passiveEnd
        end={more()}
      />
      <Row
        start={<IconCalendarDays />}
        title={daily.calendars}
        sub={daily.takeDates}
        onOpen={() => props.onGo('calendar')}
        passiveEnd
        end={more()}
      />
      <Show when={isMember()}>
        <Row
          start={<IconCalendarOff />}
          title={words.away}
          sub={awaySub()}
          onOpen={() => props.onGo('away')}
          passiveEnd
          end={more()}
        />
        <Row
          start={<IconClock />}
          title={words.hours}
          sub={hoursSub()}
          onOpen={() => props.onGo('hours')}
          passiveEnd
          end={more()}
        />
        <Row
          start={<IconPhone />}
          title={words.reach(name())}
          sub={reachSub()}
          onOpen={() => props.onGo('reach')}
          passiveEnd
          end={more()}
        />
      </Show>
    </ul>
  );
}
