/** One person: the sheet's first page, and the pages that its lines open in its place; Back returns. */
import { createSignal, lazy, Match, Suspense, Switch } from 'solid-js';
import IconChevronLeft from '~icons/lucide/chevron-left';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { DeviceId } from '../../../model/ids.ts';
import type { DeviceLine, PeopleView, PersonLine } from '../../../views/people-view.ts';
import type { StepLine } from '../../../views/shared.ts';
import { IconButton } from '../../kit/button.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { PersonSheet } from './person-sheet.tsx';

const ReachPage = lazy(async () => ({ default: (await import('./reach-page.tsx')).ReachPage }));
const HoursPage = lazy(async () => ({ default: (await import('./hours-page.tsx')).HoursPage }));
const AwayPage = lazy(async () => ({ default: (await import('./away-page.tsx')).AwayPage }));
const WorkPage = lazy(async () => ({ default: (await import('./work-page.tsx')).WorkPage }));
const CalendarPage = lazy(async () => ({ default: (await import('./calendar-page.tsx')).CalendarPage }));
const HandAllPage = lazy(async () => ({ default: (await import('./hand-all-page.tsx')).HandAllPage }));

export type PersonPageName = 'person' | 'reach' | 'hours' | 'away' | 'work' | 'handAll' | 'calendar';

export function PersonPages(props: {
  readonly view: PeopleView;
  readonly person: PersonLine;
  readonly devices: readonly DeviceLine[];
  readonly onInvite: () => void;
  readonly onDevice: (device: DeviceId) => void;
  readonly onRemove: (devices: readonly DeviceId[]) => void;
  readonly onClose: () => void;
}) {
  const messages = useMessages();
  const [page, setPage] = createSignal<PersonPageName>('person');
  const [cameFrom, setCameFrom] = createSignal<PersonPageName>('person');
  const [chooses, setChooses] = createSignal<(line: StepLine) => boolean>();
  const toStart = (): void => {
    setPage('person');
  };
  const handAll = (from: PersonPageName, falls?: (line: StepLine) => boolean): void => {
    setCameFrom(from);
    setChooses(() => falls);
    setPage('handAll');
  };
  const back = (to: PersonPageName) => (
    <IconButton label={messages.frame.back} size={40} onClick={() => setPage(to)}>
      <IconChevronLeft data-flips="" />
    </IconButton>
  );
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <Suspense>
        <Switch fallback={<PersonSheet {...props} onGo={setPage} />}>
          <Match when={page() === 'reach'}>
            <ReachPage person={props.person} before={back('person')} onDone={toStart} />
          </Match>
          <Match when={page() === 'hours'}>
            <HoursPage
              person={props.person}
              zone={props.view.zone}
              before={back('person')}
              onDone={toStart}
            />
          </Match>
          <Match when={page() === 'away'}>
            <AwayPage
              person={props.person}
              people={props.view.people}
              before={back('person')}
              onHandOver={(falls) => handAll('away', falls)}
            />
          </Match>
          <Match when={page() === 'work'}>
            <WorkPage person={props.person} before={back('person')} onHandAll={() => handAll('work')} />
          </Match>
          <Match when={page() === 'calendar'}>
            <CalendarPage
              person={props.person}
              calendars={props.view.calendars ?? []}
              before={back('person')}
            />
          </Match>
          <Match when={page() === 'handAll'}>
            <HandAllPage
              person={props.person}
              people={props.view.people}
              chooses={chooses()}
              before={back(cameFrom())}
              onDone={toStart}
            />
          </Match>
        </Switch>
      </Suspense>
    </Sheet>
  );
}
