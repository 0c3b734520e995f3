/** The menu of a flow: what may be done with it, then what anybody may take along of it. */
import { useNavigate } from '@solidjs/router';
import { Show } from 'solid-js';
import IconCalendarDown from '~icons/lucide/calendar-arrow-down';
import IconEllipsis from '~icons/lucide/ellipsis';
import IconPrinter from '~icons/lucide/printer';
import IconRotate from '~icons/lucide/rotate-ccw';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FlowView } from '../../../views/flow-view.ts';
import { useIsMember } from '../../access.ts';
import { Menu, type MenuItem } from '../../kit/menu.tsx';
import { againPath, printPath } from '../../routes.ts';
import { useFiles } from '../files/use-files.ts';
import { useDailyWords } from '../shared/use-daily-words.ts';

export function FlowMenu(props: { readonly flow: FlowView; readonly items: readonly MenuItem[] }) {
  const messages = useMessages();
  const words = useDailyWords();
  const navigate = useNavigate();
  const isMember = useIsMember();
  const files = useFiles();
  // What is over, or may only be looked at, is not changed here.
  const label = (): string => (props.items.length > 0 ? messages.flow.menu : words.menuOf(props.flow.title));
  const items = (): readonly MenuItem[] => [
    ...props.items,
    { label: words.print, icon: <IconPrinter />, run: () => navigate(printPath(props.flow.run)) },
    {
      label: words.toCalendar,
      icon: <IconCalendarDown />,
      run: () => void files.toCalendar({ kind: 'run', run: props.flow.run }),
    },
    ...(isMember()
      ? [{ label: words.again, icon: <IconRotate />, run: () => navigate(againPath(props.flow.run)) }]
      : []),
  ];
  return (
    <Show when={items().length > 0}>
      <Menu label={label()} icon={<IconEllipsis />} items={items()} />
    </Show>
  );
}
