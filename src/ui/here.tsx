/** A place for the faces of who else is here. Their code loads when somebody is. */
import { lazy, Show, Suspense } from 'solid-js';
import { useAppView } from './app-view.tsx';

const HereFaces = lazy(async () => ({
  default: (await import('./screens/shared/here-faces.tsx')).HereFaces,
}));

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
