/** The per-item sections of a flow: who is in each list, how far they are, and what may be done about it. */
import { findTwins, isCalledOff, type ItemTwins, occurrencesOfItem } from '../engine/items/find-twins.ts';
import type { ItemList, RunItem } from '../engine/items/item-list.ts';
import { isOpen } from '../engine/is-open.ts';
import type { ItemId } from '../model/ids.ts';
import { placeId } from '../model/place.ts';
import { type RunReading, isWanted, readingsOf } from './run-reading.ts';

export interface ItemView {
  readonly id: ItemId;
  readonly name: string;
  /** Names that others gave it meanwhile [I1]. */
  readonly otherNames: readonly string[];
  readonly done: number;
  readonly total: number;
  /** Nothing of it is open. */
  readonly isOver: boolean;
  readonly isCalledOff: boolean;
  readonly mayRename: boolean;
}

export interface ItemListView {
  readonly section: string;
  readonly name: string;
  /** What one of them is called: "child". */
  readonly itemName: string;
  readonly items: readonly ItemView[];
  /** More may come. */
  readonly isOpen: boolean;
  /** It grew, and was closed. */
  readonly canReopen: boolean;
  /** Something of it is open, and something comes after: it may go on without the rest. */
  readonly canFinish: boolean;
  /** Before which row its end stands, counted from 0. */
  readonly endsAt: number;
  readonly twins: readonly ItemTwins[];
}

const none: readonly never[] = [];

/** In the order of the definition. */
export function computeItemListViews(run: RunReading): readonly ItemListView[] {
  const { state } = run;
  if (state.items.length === 0) return none;
  const twins = findTwins(state);
  const isOver = state.status === 'cancelled';
  return state.items.map((list) => ({
    section: list.section,
    name: list.name,
    itemName: list.perItem.name,
    items: list.items.map((item) => toItemView(run, list, item)),
    isOpen: list.isOpen && !isOver,
    canReopen: list.perItem.items === 'growing' && !list.isOpen && !isOver,
    canFinish: state.status === 'running' && canFinish(run, list),
    endsAt: findEnd(run, list),
    twins: isOver ? none : twins.filter(({ section }) => section === list.section),
  }));
}

function toItemView(run: RunReading, list: ItemList, { id, name, otherNames }: RunItem): ItemView {
  const wanted = readingsOf(
    run,
    list.steps.map((step) => placeId(step, id)),
  ).filter(isWanted);
  const occurrences = occurrencesOfItem(run.state, list, id);
  return {
    id,
    name,
    otherNames,
    done: wanted.filter(({ tone }) => tone === 'done' || tone === 'provisional' || tone === 'skipped').length,
    total: wanted.length,
    isOver: !occurrences.some(isOpen),
    isCalledOff: isCalledOff(occurrences),
    mayRename: run.state.status !== 'cancelled',
  };
}

/** What was done has to be something, or it would be called off instead. */
function canFinish({ state, steps }: RunReading, { section, items, perItem, steps: own }: ItemList): boolean {
  if (perItem.wait.kind === 'none' || items.length < 2) return false;
  const places = items.flatMap(({ id }) => own.flatMap((step) => state.current.get(placeId(step, id)) ?? []));
  return (
    places.some(isOpen) &&
    places.some(({ status }) => status === 'completed') &&
    steps.some(({ step, occurrence }) =>
      step.gathers?.some((gather) => gather.section === section && isOpen(occurrence)),
    )
  );
}

/** Behind its items; without any, before what waits for them. */
function findEnd({ steps }: RunReading, { section }: ItemList): number {
  const last = steps.findLastIndex(({ step }) => step.inItem?.section === section);
  if (last >= 0) return last + 1;
  const next = steps.findIndex(({ step }) => step.gathers?.some((gather) => gather.section === section));
  return next < 0 ? steps.length : next;
}
