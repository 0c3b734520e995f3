/** The form of a start that is like an earlier one: the same people and facts, its dates as far off as they were then. */
import { useParams } from '@solidjs/router';
import { createSignal, onCleanup, onMount } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { paths, runFromParam } from '../../routes.ts';
import { type FoundStart, StartPage } from './start-page.tsx';

export function AgainScreen() {
  const household = useHousehold();
  const params = useParams();
  const [found, setFound] = createSignal<FoundStart | null>();
  onMount(() => {
    let closed = false;
    onCleanup(() => {
      closed = true;
    });
    const find = async (): Promise<FoundStart | null> => {
      const again = await household.daily.previewAgain(runFromParam(params['run']));
      const preview = again === null ? null : await household.previewWorkflow(again.workflow);
      return again === null || preview === null ? null : { again, preview };
    };
    void find().then((made) => closed || setFound(() => made));
  });
  return <StartPage found={found()} backTo={paths.flows} />;
}
