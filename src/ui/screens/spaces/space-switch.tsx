/** Where a device has several households: which one is shown, and the way to the others. */
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import IconChevrons from '~icons/lucide/chevrons-up-down';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useAppView } from '../../app-view.tsx';
import { useHouseholdName } from '../../use-household-name.ts';
import styles from './space-switch.module.css';

const SpacesSheet = lazy(async () => ({ default: (await import('./spaces-sheet.tsx')).SpacesSheet }));

export function SpaceSwitch(props: { readonly place: 'head' | 'rail' }) {
  const messages = useMessages();
  const app = useAppView();
  const nameOf = useHouseholdName();
  const shown = () => app()?.spaces.find((space) => space.shown)?.id;
  const [open, setOpen] = createSignal(false);
  return (
    <Show when={(app()?.spaces.length ?? 0) > 1}>
      <button
        type="button"
        class={styles.switch}
        data-place={props.place}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span class={styles.name}>{nameOf(shown()) || messages.settings.household}</span>
        <IconChevrons />
      </button>
      <Show when={open()}>
        <Suspense>
          <SpacesSheet onClose={() => setOpen(false)} />
        </Suspense>
      </Show>
    </Show>
  );
}
