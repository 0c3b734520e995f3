/** A screen's title line; it names the browser tab as well. */
import { createRenderEffect, type JSX, Show } from 'solid-js';
import IconChevronLeft from '~icons/lucide/chevron-left';
import IconSearch from '~icons/lucide/search';
import { useShown } from '../../../client/shown.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useFinder } from '../../finder.tsx';
import { IconButton, IconLink } from '../../kit/button.tsx';
import styles from './page-head.module.css';

export function PageHead(props: {
  readonly title: string;
  readonly back?: {
    readonly href: string;
    readonly label: string;
    /** Only where the list that it leads to is not on the page already. */
    readonly narrowOnly?: boolean;
  };
  readonly children?: JSX.Element;
}) {
  const messages = useMessages();
  const finder = useFinder();
  const isShown = useShown();
  createRenderEffect(() => {
    if (isShown()) document.title = `${props.title} · ${messages.frame.app}`;
  });
  return (
    <header class={styles.head}>
      <Show when={props.back}>
        {(back) => (
          <span class={styles.back} data-narrow={back().narrowOnly ?? false}>
            <IconLink href={back().href} label={back().label}>
              <IconChevronLeft data-flips="" />
            </IconLink>
          </span>
        )}
      </Show>
      <h1 class={styles.title}>{props.title}</h1>
      <div class={styles.end}>
        {/* On a wide screen it stands in the rail. */}
        <Show when={finder}>
          {(found) => (
            <span class={styles.search}>
              <IconButton
                label={messages.frame.search}
                aria-haspopup="dialog"
                onClick={() => found().show('search')}
              >
                <IconSearch />
              </IconButton>
            </span>
          )}
        </Show>
        {props.children}
      </div>
    </header>
  );
}
