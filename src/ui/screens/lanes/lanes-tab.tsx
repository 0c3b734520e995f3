/** A flow by people: swim lanes where there is room, a list by person on a phone and for whoever likes that better. */
import { createMemo, createSignal, Match, Show, Switch } from 'solid-js';
import IconList from '~icons/lucide/list';
import IconRows from '~icons/lucide/rows-3';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { FlowView } from '../../../views/flow-view.ts';
import { Button } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { createMedia, layoutQueries } from '../../media.ts';
import { LaneList } from './lane-list.tsx';
import styles from './lanes-tab.module.css';
import { SwimLanes } from './swim-lanes.tsx';
import { useLanesWords } from './use-lanes-words.ts';

export function LanesTab(props: {
  readonly flow: FlowView;
  readonly current: OccurrenceKey | null;
  readonly onOpen: (key: OccurrenceKey) => void;
}) {
  const messages = useMessages();
  const words = useLanesWords();
  const phone = createMedia(layoutQueries.phone);
  const [asList, setAsList] = createSignal(false);
  const view = createView(() => ({ kind: 'lanes' as const, run: props.flow.run }));
  const rowByStep = createMemo(() => new Map(props.flow.rows.map((row) => [row.step, row])));
  return (
    <Switch fallback={<Skeleton label={messages.frame.loading} rows={6} />}>
      <Match when={view()?.lanes.length === 0}>
        <EmptyState title={words.empty} hint="" />
      </Match>
      <Match when={view()}>
        {(lanes) => (
          <section class={styles.lanes} aria-label={words.label(props.flow.title)}>
            <Show when={!phone()}>
              <div class={styles.mode}>
                <Button kind="ghost" size={40} onClick={() => setAsList(!asList())}>
                  <Show when={asList()} fallback={<IconList />}>
                    <IconRows />
                  </Show>
                  {asList() ? words.asLanes : words.asList}
                </Button>
              </div>
            </Show>
            <Show
              when={phone() || asList()}
              fallback={
                <SwimLanes
                  view={lanes()}
                  rowByStep={rowByStep()}
                  current={props.current}
                  onOpen={(key) => props.onOpen(key)}
                />
              }
            >
              <LaneList lanes={lanes().lanes} rowByStep={rowByStep()} onOpen={(key) => props.onOpen(key)} />
            </Show>
          </section>
        )}
      </Match>
    </Switch>
  );
}
