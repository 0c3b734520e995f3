/**
 * What stands around every screen: the dock on a phone, the rail and the list of flows on a wide screen.
 * Moving to another screen takes focus to its content.
 */
import { type RouteSectionProps, useBeforeLeave, useLocation, useNavigate } from '@solidjs/router';
import {
  createEffect,
  createMemo,
  createSignal,
  ErrorBoundary,
  type JSX,
  lazy,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Suspense,
  Switch,
} from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import IconSearch from '~icons/lucide/search';
import IconScroll from '~icons/lucide/scroll-text';
import IconSettings from '~icons/lucide/settings';
import IconUsers from '~icons/lucide/users-round';
import { forgetGoneSpaces } from '../client/forget-space.ts';
import { useMessages } from '../i18n/messages-context.tsx';
import { useIsMember } from './access.ts';
import { useAppView } from './app-view.tsx';
import { useDevice } from './device.tsx';
import { FinderProvider, useFinder } from './finder.tsx';
import styles from './frame.module.css';
import { Here } from './here.tsx';
import { UpdateChip } from './update-chip.tsx';
import { KeptScreensProvider } from './kept-screens.tsx';
import { BatonMark } from './kit/baton.tsx';
import { Button, IconButton, IconLink } from './kit/button.tsx';
import { EmptyState } from './kit/empty-state.tsx';
import { Skeleton } from './kit/skeleton.tsx';
import { lazyBeside } from './lazy-beside.tsx';
import { createMedia, layoutQueries } from './media.ts';
import { IconBaton, IconRails } from './nav-icons.tsx';
import { firstScreen, nextTask } from './when-drawn.ts';
import { paths } from './routes.ts';
import { SpaceSwitch } from './screens/spaces/space-switch.tsx';
import { moveWithTransition } from './transition.ts';

const ChooseMeScreen = lazy(async () => ({
  default: (await import('./screens/start/choose-me-screen.tsx')).ChooseMeScreen,
}));
const StandingBanner = lazy(async () => ({
  default: (await import('./standing-banner.tsx')).StandingBanner,
}));
const AlertTeller = lazy(async () => ({
  default: (await import('./screens/alerts/alert-teller.tsx')).AlertTeller,
}));
const DropFiles = lazyBeside(async () => (await import('./screens/files/drop-files.tsx')).DropFiles);
const FlowList = lazy(async () => ({ default: (await import('./screens/flows/flow-list.tsx')).FlowList }));

export function Frame(props: RouteSectionProps) {
  const messages = useMessages();
  const location = useLocation();
  const wide = createMedia(layoutQueries.list);
  const app = useAppView();
  const device = useDevice();
  const navigate = useNavigate();
  // Before there is a household, nothing but the way in.
  const bare = (): boolean => (app()?.stage ?? 'ready') !== 'ready';
  const standing = () => {
    const access = app()?.access;
    // A guest is told in words of their own, beside the one flow that they have.
    if (app()?.guestOf != null) return undefined;
    return access === 'removed' || access === 'leftBehind' || access === 'viewer' ? access : undefined;
  };
  let main!: HTMLElement;
  // Two tasks, so that what is pressed in the frame is not kept waiting for the screen.
  const [begun, setBegun] = createSignal(false);
  onMount(() => void nextTask().then(() => setBegun(true)));

  const section = createMemo(() => location.pathname.split('/')[1] ?? '');
  const screen = createMemo(() => location.pathname.split('/').slice(0, 3).join('/'));
  const showsList = (): boolean =>
    wide() &&
    !bare() &&
    (section() === '' || section() === 'alerts' || /^\/flows\/./.test(location.pathname));
  createEffect(
    on(
      screen,
      () => {
        // To take the focus is to be laid out: once all of the screen is there, and no sheet over it.
        queueMicrotask(() => {
          if (document.querySelector('dialog') === null) main.focus({ preventScroll: true });
        });
      },
      { defer: true },
    ),
  );
  onMount(() => {
    const stops: (() => void)[] = [];
    let left = false;
    onCleanup(() => {
      left = true;
      for (const stop of stops) stop();
    });
    // The screens are there before them, and without them.
    const begin = async (load: () => Promise<() => () => void>): Promise<void> => {
      const start = await firstScreen()
        .then(load)
        .catch(() => undefined);
      if (!left && start !== undefined) stops.push(start());
    };
    void begin(async () => (await import('./keep-focus.ts')).keepFocus);
    void begin(async () => {
      const { startSwipes } = await import('./swipe.ts');
      return () => startSwipes(main);
    });
  });
  useBeforeLeave(moveWithTransition);
  // Flows are of one household: when another one is shown, here or in another tab, their addresses are not its.
  const shown = createMemo(() => app()?.spaces.find((space) => space.shown)?.id);
  createEffect(
    on(shown, (now, before) => {
      if (before !== undefined && now !== before && section() === 'flows') navigate(paths.now);
    }),
  );
  /** In all households: the icon is one. */
  createEffect(() => {
    const spaces = app()?.spaces;
    if (spaces !== undefined) device.badge(spaces.reduce((sum, { holdingCount }) => sum + holdingCount, 0));
  });
  createEffect(
    on(
      () => app()?.spaces.map(({ id, access }) => ({ id, access })),
      (now = [], before = []) => forgetGoneSpaces(before, now),
    ),
  );
  createEffect(() => {
    if (app()?.stage === 'erased') void device.beginAnew();
  });

  return (
    <FinderProvider>
      <div class={styles.frame} data-list={showsList()} data-bare={bare()}>
        <a
          class={styles.skip}
          href="#main"
          onClick={(event) => {
            event.preventDefault();
            main.focus();
          }}
        >
          {messages.frame.skipToContent}
        </a>
        <Show when={!bare()}>
          <NavBar section={section()} />
        </Show>
        <Show when={showsList()}>
          <div class={styles.list}>
            <Suspense fallback={<Skeleton label={messages.frame.loading} />}>
              <FlowList />
            </Suspense>
          </div>
        </Show>
        <Show when={app()?.alertCount}>
          <Suspense>
            <AlertTeller />
          </Suspense>
        </Show>
        <main id="main" class={styles.main} ref={main} tabIndex={-1}>
          <UpdateChip />
          <Show when={standing()}>
            {(now) => (
              <Suspense>
                <StandingBanner standing={now()} />
              </Suspense>
            )}
          </Show>
          <ErrorBoundary fallback={(error, reset) => <Broken error={error} onAgain={reset} />}>
            <Suspense fallback={<Skeleton label={messages.frame.loading} />}>
              <KeptScreensProvider>
                <Switch fallback={<Show when={begun()}>{props.children}</Show>}>
                  <Match when={app()?.stage === 'erased'}>
                    <Skeleton label={messages.frame.loading} />
                  </Match>
                  {/* Whatever stood there was somebody's, and this may be somebody else. */}
                  <Match when={app()?.shared && app()?.stage === 'chooseMe'}>
                    <ChooseMeScreen />
                  </Match>
                </Switch>
              </KeptScreensProvider>
            </Suspense>
          </ErrorBoundary>
        </main>
        <Suspense>
          <DropFiles />
        </Suspense>
      </div>
    </FinderProvider>
  );
}

function Broken(props: { readonly error: unknown; readonly onAgain: () => void }) {
  const messages = useMessages();
  onMount(() => console.error(props.error));
  return (
    <EmptyState title={messages.frame.failed} hint={messages.frame.failedHint}>
      <Button kind="ink" onClick={() => props.onAgain()}>
        {messages.frame.again}
      </Button>
    </EmptyState>
  );
}

function NavBar(props: { readonly section: string }) {
  const messages = useMessages();
  const app = useAppView();
  const isMember = useIsMember();
  const finder = useFinder();
  const holding = (): number => app()?.holdingCount ?? 0;
  return (
    <nav class={styles.bar} aria-label={messages.frame.main}>
      <a class={styles.home} href={paths.now} aria-label={messages.frame.app}>
        <BatonMark />
      </a>
      <SpaceSwitch place="rail" />
      <Show when={isMember()}>
        <a
          class={styles.plus}
          href={paths.new}
          aria-label={messages.frame.newFlow}
          title={messages.frame.newFlow}
        >
          <IconPlus />
        </a>
      </Show>
      <div class={styles.nav}>
        <NavLink
          href={paths.now}
          current={props.section === ''}
          label={messages.frame.now}
          icon={<IconBaton />}
        >
          <Show when={holding() > 0}>
            <span class={styles.badge} role="img" aria-label={messages.frame.holding(holding())}>
              {messages.formats.number(holding())}
            </span>
          </Show>
          <Show when={app()?.alertCount}>
            <span class={styles.alert} role="img" aria-label={messages.frame.alerts} />
          </Show>
        </NavLink>
        <NavLink
          href={paths.flows}
          current={props.section === 'flows'}
          label={messages.frame.flows}
          icon={<IconRails />}
        />
        {/* A guest has one flow, and that tells its own people and its own history. */}
        <Show when={app()?.guestOf == null}>
          <NavLink
            href={paths.people}
            current={props.section === 'people'}
            label={messages.frame.people}
            icon={<IconUsers />}
          />
          <NavLink
            href={paths.log}
            current={props.section === 'log'}
            label={messages.frame.log}
            icon={<IconScroll />}
          />
        </Show>
      </div>
      <div class={styles.foot}>
        <Here />
        <IconButton
          class={styles.search ?? ''}
          label={messages.frame.search}
          aria-haspopup="dialog"
          aria-keyshortcuts="Control+K"
          title={messages.frame.searchKey}
          onClick={() => finder?.show('search')}
        >
          <IconSearch />
        </IconButton>
        <IconLink href={paths.settings} label={messages.frame.settings}>
          <IconSettings />
        </IconLink>
      </div>
    </nav>
  );
}

function NavLink(props: {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  readonly icon: JSX.Element;
  readonly children?: JSX.Element;
}) {
  return (
    <a class={styles.link} href={props.href} aria-current={props.current ? 'page' : undefined}>
      {props.icon}
      <span class={styles.word}>{props.label}</span>
      {props.children}
    </a>
  );
}
