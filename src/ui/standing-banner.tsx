/** On every screen of a copy that belongs to no household any more, or may only be read: what happened, and the ways out. */
import { createSignal, Show } from 'solid-js';
import IconEye from '~icons/lucide/eye';
import IconUnplug from '~icons/lucide/unplug';
import { type SayableStanding, standingWords as words } from '../i18n/core/en/standing.ts';
import { Button, ButtonLink } from './kit/button.tsx';
import { Notice } from './kit/notice.tsx';
import { paths } from './routes.ts';
import { StartAnewSheet } from './screens/settings/start-anew-sheet.tsx';
import styles from './standing-banner.module.css';

export function StandingBanner(props: { readonly standing: SayableStanding }) {
  const [asking, setAsking] = createSignal(false);
  const isOut = (): boolean => props.standing !== 'viewer';
  const said = () => words.say(props.standing);
  return (
    <div class={styles.banner} role="status">
      <Notice
        start={
          <Show when={isOut()} fallback={<IconEye />}>
            <IconUnplug />
          </Show>
        }
        what={said().what}
        wayOut={said().wayOut}
      />
      <div class={styles.ways}>
        <ButtonLink size={40} href={paths.join}>
          {words.join}
        </ButtonLink>
        <Show when={isOut()}>
          <Button size={40} onClick={() => setAsking(true)}>
            {words.anew}
          </Button>
        </Show>
      </div>
      <Show when={asking()}>
        <StartAnewSheet onClose={() => setAsking(false)} />
      </Show>
    </div>
  );
}
