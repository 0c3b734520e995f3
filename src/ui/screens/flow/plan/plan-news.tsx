/** On a flow: changes of its plan that met or had to give way, and a later version of its workflow. */
import { For, Show } from 'solid-js';
import IconGitCompare from '~icons/lucide/git-compare-arrows';
import IconListX from '~icons/lucide/list-x';
import type { FlowView } from '../../../../views/flow-view.ts';
import { useCommands } from '../../../commands.ts';
import { Button } from '../../../kit/button.tsx';
import { Notice } from '../../../kit/notice.tsx';
import { DueDisputeCard } from './due-dispute-card.tsx';
import { usePlanWords } from './use-plan-words.ts';

export function PlanNews(props: { readonly flow: FlowView; readonly onLook: () => void }) {
  const { send, busy } = useCommands();
  const words = usePlanWords();
  return (
    <>
      <For each={props.flow.rivalDues}>{(due) => <DueDisputeCard run={props.flow.run} due={due} />}</For>
      <For each={props.flow.planFlags}>
        {(flag) => (
          <Notice start={<IconListX />} what={words.flag(flag)} wayOut={words.flagHint}>
            <Button
              aria-busy={busy()}
              onClick={() => void send(props.flow.run, { kind: 'acknowledgeAlert', alert: flag.alert })}
            >
              {words.ok}
            </Button>
          </Notice>
        )}
      </For>
      <Show when={props.flow.planOffer > 0}>
        <Notice start={<IconGitCompare />} what={words.newer(props.flow.planOffer)} wayOut={words.newerHint}>
          <Button wraps onClick={() => props.onLook()}>
            {words.look}
          </Button>
        </Notice>
      </Show>
    </>
  );
}
