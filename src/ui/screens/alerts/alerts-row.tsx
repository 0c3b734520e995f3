/** On Now: how much needs a look, and the way there. Loads when there is something. */
import IconBell from '~icons/lucide/bell-ring';
import { useAppView } from '../../app-view.tsx';
import { ButtonLink } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../routes.ts';
import { useAlertWords } from './use-alert-words.ts';

export function AlertsRow() {
  const words = useAlertWords();
  const app = useAppView();
  return (
    <Notice start={<IconBell />} what={words.headline(app()?.alertCount ?? 0)}>
      <ButtonLink size={40} href={paths.alerts}>
        {words.look}
      </ButtonLink>
    </Notice>
  );
}
