/** The pictures of a flow behind their tabs; all but the steps are loaded when they are looked at. */
import { lazy, Match, Suspense, Switch } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { FlowView, RailRow } from '../../../views/flow-view.ts';
import { Skeleton } from '../../kit/skeleton.tsx';
import { Tabs } from '../../kit/tabs.tsx';
import { flowTabs } from '../../routes.ts';
import type { FlowTabChoice } from './create-flow-tab.ts';
import styles from './flow-screen.module.css';
import { Rail } from './rail.tsx';
import { useFlowTabWords } from './use-flow-tab-words.ts';

const MapTab = lazy(async () => ({ default: (await import('../map/map-tab.tsx')).MapTab }));
const DaysTab = lazy(async () => ({ default: (await import('../days/days-tab.tsx')).DaysTab }));
const LanesTab = lazy(async () => ({ default: (await import('../lanes/lanes-tab.tsx')).LanesTab }));

export function FlowTabs(props: {
  readonly flow: FlowView;
  readonly current: OccurrenceKey | null;
  readonly choice: FlowTabChoice;
  readonly onDone: (row: RailRow) => void;
  readonly onStuck: (row: RailRow) => void;
}) {
  const messages = useMessages();
  const words = useFlowTabWords();
  const open = (key: OccurrenceKey): void => props.choice.open(key);
  return (
    <Tabs
      class={styles.tabs ?? ''}
      label={words.views}
      items={flowTabs.map((key) => ({ key, label: words.tab[key] }))}
      selected={props.choice.tab()}
      onSelect={(tab) => props.choice.choose(tab)}
      panel={
        <Suspense fallback={<Skeleton label={messages.frame.loading} rows={6} />}>
          <Switch
            fallback={
              <Rail flow={props.flow} current={props.current} onDone={props.onDone} onStuck={props.onStuck} />
            }
          >
            <Match when={props.choice.tab() === 'map'}>
              <MapTab flow={props.flow} current={props.current} onOpen={open} />
            </Match>
            <Match when={props.choice.tab() === 'days'}>
              <DaysTab flow={props.flow} current={props.current} onOpen={open} />
            </Match>
            <Match when={props.choice.tab() === 'people'}>
              <LanesTab flow={props.flow} current={props.current} onOpen={open} />
            </Match>
          </Switch>
        </Suspense>
      }
    />
  );
}
