/** One anchor date, the names, and the rail filled in: tap what is done, then see whose turn it is. */
import { useParams } from '@solidjs/router';
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { paths, workflowFromParam } from '../../routes.ts';
import { type FoundStart, StartPage } from './start-page.tsx';

export function PrefilledScreen() {
  const household = useHousehold();
  const params = useParams();
  const [found, setFound] = createSignal<FoundStart | null>();
  createEffect(
    on(
      () => workflowFromParam(params['workflow']),
      (id) => {
        let closed = false;
        onCleanup(() => {
          closed = true;
        });
        setFound(undefined);
        void household
          .previewWorkflow(id)
          .then((preview) => closed || setFound(() => (preview === null ? null : { preview })));
      },
    ),
  );
  return <StartPage found={found()} backTo={paths.now} />;
}
