/** The map of a run: where its steps stand, from one view, and what is said of them, from the flow's. */
import { createMemo, Match, Switch } from 'solid-js';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { FlowView, RailRow } from '../../../views/flow-view.ts';
import type { MapNode } from '../../../views/map-view.ts';
import { useNow } from '../../clock.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { isQuiet, railRowWords, spokenRow } from '../flow/row-words.ts';
import { dueWords } from '../shared/step-words.ts';
import { FlowMap } from './flow-map.tsx';
import type { MapCard } from './map-card.ts';
import { useMapWords } from './use-map-words.ts';

export function MapTab(props: {
  readonly flow: FlowView;
  readonly current: OccurrenceKey | null;
  readonly onOpen: (key: OccurrenceKey) => void;
}) {
  const messages = useMessages();
  const words = useMapWords();
  const now = useNow();
  const view = createView(() => ({ kind: 'map' as const, run: props.flow.run }));
  const rowByStep = createMemo(() => new Map(props.flow.rows.map((row) => [row.step, row])));
  const cardOf = (node: MapNode): MapCard | undefined => {
    const row = rowByStep().get(node.step);
    return row === undefined ? undefined : toCard(row);
  };
  const open = ({ step }: MapNode): void => {
    const row = rowByStep().get(step);
    if (row !== undefined) props.onOpen(row.key);
  };
  const toCard = (row: RailRow): MapCard => {
    // What it starts after is drawn; when it is due is not.
    const says = row.tone === 'next' && row.waitingFor.length > 0 ? null : railRowWords(messages, row, now());
    const when =
      row.closedAt === null ? dueWords(messages, row.due, now()) : messages.times.when(row.closedAt, now());
    return {
      title: row.inItem?.title ?? row.title,
      tone: row.isUndone ? 'skipped' : row.tone,
      word: says?.word ?? '',
      rest: says?.rest ?? when,
      // Your turn is yours: the words have more use for the room.
      face: row.tone === 'turn' ? null : (row.closedBy[0] ?? row.holder),
      spoken: spokenRow(messages, row),
      quiet: isQuiet(row),
    };
  };
  return (
    <Switch fallback={<Skeleton label={words.drawing} rows={6} />}>
      <Match when={view()?.placed === true && view()?.nodes.length === 0}>
        <EmptyState title={words.empty} hint="" />
      </Match>
      <Match when={view()?.placed === true && view()}>
        {(map) => (
          <FlowMap
            map={map()}
            label={words.label(props.flow.title)}
            cardOf={cardOf}
            current={props.current}
            onOpen={open}
          />
        )}
      </Match>
    </Switch>
  );
}
