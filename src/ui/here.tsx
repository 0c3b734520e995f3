/** A place for the faces of who else is here. Their code loads when somebody is. */
import { lazy, Show, Suspense } from 'solid-js';
import { useAppView } from './app-view.tsx';

// The screen stands without it, when it cannot be loaded.
const HereFaces = lazy(() =>
  import('./screens/shared/here-faces.tsx').then(
    ({ HereFaces: faces }) => ({ default: faces }),
    () => ({ default: () => <></> }),
  ),
);

export function Here() {
  const app = useAppView();
  return (
    <Show when={app()?.here.length}>
      <Suspense>
        <HereFaces />
      </Suspense>
    </Show>
  );
}
