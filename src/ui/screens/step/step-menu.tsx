/** What is done with a step less often: get in touch with somebody about it, nudge whoever has it, pause it, wait for somebody outside, go on without it. */
import { Show } from 'solid-js';
import IconBell from '~icons/lucide/bell-ring';
import IconCalendarDown from '~icons/lucide/calendar-arrow-down';
import IconEllipsis from '~icons/lucide/ellipsis';
import IconHourglass from '~icons/lucide/hourglass';
import IconMessage from '~icons/lucide/message-square';
import IconPause from '~icons/lucide/pause';
import IconPlay from '~icons/lucide/play';
import IconSkip from '~icons/lucide/skip-forward';
import IconUserCheck from '~icons/lucide/user-check';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { Menu, type MenuItem } from '../../kit/menu.tsx';
import { useContactWords } from '../contact/use-contact-words.ts';
import { useAwayWords } from '../shared/use-away-words.ts';
import { useFiles } from '../files/use-files.ts';
import { useDailyWords } from '../shared/use-daily-words.ts';
import { useActing } from './acting.tsx';
import type { StepCommands } from './step-commands.ts';
import type { StepPageName } from './step-pages.tsx';

export function StepMenu(props: {
  readonly step: StepView;
  readonly commands: StepCommands;
  readonly onGo: (page: StepPageName) => void;
}) {
  const messages = useMessages();
  const words = useContactWords();
  const away = useAwayWords();
  const acting = useActing();
  const daily = useDailyWords();
  const files = useFiles();
  const items = (): readonly MenuItem[] => {
    const can = props.step.actions;
    const item = (shown: boolean, made: MenuItem): readonly MenuItem[] => (shown ? [made] : []);
    const other = props.step.actFor?.person;
    const acts = acting.person(props.step) !== null;
    const { nudge, nudges, contact } = props.step;
    const who = nudge?.to.name ?? '';
    return [
      ...item(nudge !== null, {
        label: nudges.length > 0 ? words.nudgeAgain(who) : words.nudge(who),
        icon: <IconBell />,
        run: () => props.onGo('nudge'),
      }),
      // A contact step has it at its foot.
      ...item(can.contact && props.step.stepKind !== 'contact', {
        label: words.title(contact?.to?.name ?? null),
        icon: <IconMessage />,
        run: () => props.onGo('contact'),
      }),
      ...item(other !== undefined && !acts, {
        label: away.actFor(other?.name ?? ''),
        icon: <IconUserCheck />,
        run: () => acting.toggle(props.step),
      }),
      ...item(can.wait, {
        label: messages.waiting.start,
        icon: <IconHourglass />,
        run: () => props.onGo('wait'),
      }),
      ...item(can.pause, {
        label: messages.step.pause,
        icon: <IconPause />,
        run: () => void props.commands.pause(),
      }),
      ...item(can.resume, {
        label: messages.step.resume,
        icon: <IconPlay />,
        run: () => void props.commands.resume(),
      }),
      ...item(props.step.due !== null && props.step.closedAt === null, {
        label: daily.toCalendar,
        icon: <IconCalendarDown />,
        run: () => void files.toCalendar({ kind: 'step', run: props.step.run, key: props.step.key }),
      }),
      ...item(can.skip || can.cancel, {
        label: messages.step.doWithout,
        icon: <IconSkip />,
        run: () => props.onGo('without'),
      }),
    ];
  };
  return (
    <Show when={items().length > 0}>
      <Menu label={messages.step.menu} icon={<IconEllipsis />} items={items()} />
    </Show>
  );
}
