/** What stands in the rail before a row: ends of lists, and the head of the part or the item whose steps begin there. */
import { For, Show } from 'solid-js';
import type { FlowView, RailRow, RailSlice, RailTrack } from '../../../views/flow-view.ts';
import type { ItemListView, ItemView } from '../../../views/item-views.ts';
import { ItemHead } from './item-head.tsx';
import { PartHead } from './part-head.tsx';
import { ListEnd } from './list-end.tsx';

interface Head {
  readonly section: string;
  readonly item: ItemView;
  readonly folded: boolean;
  readonly slice: RailSlice;
}

export function RailItems(props: {
  readonly flow: FlowView;
  /** Of the row that follows, from 0. */
  readonly index: number;
  readonly opened: ReadonlySet<string>;
  readonly onFold: (item: string) => void;
}) {
  const ends = (): readonly ItemListView[] =>
    props.flow.itemLists.filter(({ endsAt }) => endsAt === props.index);
  const part = () => {
    const own = props.flow.rows[props.index]?.part ?? null;
    return own?.section === props.flow.rows[props.index - 1]?.part?.section ? null : own;
  };
  const head = (): Head | undefined => findHead(props.flow, props.index, props.opened);
  return (
    <>
      <For each={ends()}>
        {(list) => <ListEnd run={props.flow.run} list={list} slice={passing(props.flow.rows, props.index)} />}
      </For>
      <Show when={part()}>
        {(shown) => <PartHead {...shown()} slice={passing(props.flow.rows, props.index)} />}
      </Show>
      <Show when={head()}>
        {(shown) => (
          <ItemHead
            run={props.flow.run}
            section={shown().section}
            item={shown().item}
            slice={shown().slice}
            folded={shown().folded}
            onFold={() => props.onFold(shown().item.id)}
          />
        )}
      </Show>
    </>
  );
}

function findHead(flow: FlowView, index: number, opened: ReadonlySet<string>): Head | undefined {
  const { rows } = flow;
  const own = rows[index]?.inItem?.item;
  if (own === undefined || rows[index - 1]?.inItem?.item === own) return undefined;
  for (const { section, items } of flow.itemLists) {
    const item = items.find(({ id }) => id === own);
    if (item === undefined) continue;
    const folded = item.isOver && !opened.has(item.id);
    return { section, item, folded, slice: folded ? folding(rows, index) : passing(rows, index) };
  }
  return undefined;
}

/** The tracks between a row and the one before it. */
function passing(rows: readonly RailRow[], index: number): RailSlice {
  const next = rows[index]?.rail;
  const through = next === undefined ? [] : [...next.in, ...next.through];
  return { lane: 0, in: [], out: [], through };
}

/** One node in the place of all rows of an item. */
function folding(rows: readonly RailRow[], index: number): RailSlice {
  const item = rows[index]?.inItem?.item;
  let end = index;
  while (rows[end + 1]?.inItem?.item === item) end += 1;
  const [first, last] = [rows[index]?.rail, rows[end]?.rail];
  if (first === undefined || last === undefined) return { lane: 0, in: [], out: [], through: [] };
  const ending: readonly RailTrack[] = [...last.through, ...last.out];
  const isIn = (tracks: readonly RailTrack[], { lane }: RailTrack): boolean =>
    tracks.some((track) => track.lane === lane);
  const through = first.through.filter((track) => isIn(ending, track));
  return {
    lane: first.lane,
    in: first.in,
    out: ending.filter((track) => !isIn(through, track)),
    through,
  };
}
