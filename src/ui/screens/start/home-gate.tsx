/**
 * What stands at an address depends on whether there is a household yet, and on whether this device knows
 * whose it is. Until then every address of the household shows the way in, and keeps its place.
 */
import { type JSX, lazy, Match, Suspense, Switch } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { useAppView } from '../../app-view.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';

const FirstRunScreen = lazy(async () => ({
  default: (await import('./first-run-screen.tsx')).FirstRunScreen,
}));
const ChooseMeScreen = lazy(async () => ({
  default: (await import('./choose-me-screen.tsx')).ChooseMeScreen,
}));

export function HomeGate(props: { readonly children: JSX.Element }) {
  const messages = useMessages();
  const app = useAppView();
  return (
    <Suspense fallback={<Skeleton label={messages.frame.loading} />}>
      <Switch fallback={<Skeleton label={messages.frame.loading} />}>
        <Match when={app()?.stage === 'empty'}>
          <FirstRunScreen />
        </Match>
        <Match when={app()?.stage === 'chooseMe'}>
          <ChooseMeScreen />
        </Match>
        <Match when={app()?.stage === 'ready'}>{props.children}</Match>
      </Switch>
    </Suspense>
  );
}
