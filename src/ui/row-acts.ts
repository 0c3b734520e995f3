/** What a swipe over a row does. Rows say it here; each of it has a button as well, on the row or on what it opens. */

export interface RowAct {
  readonly label: string;
  readonly tone: 'turn' | 'stuck' | 'theirs';
  readonly run: () => void;
}

export interface RowActs {
  /** In the direction of reading: it goes on. */
  readonly forth?: RowAct;
  /** Against it: it is held up. */
  readonly back?: RowAct;
}

const actsByRow = new WeakMap<Element, () => RowActs>();

/** For the `ref` of a row that has `data-swipes`. */
export function offerActs(row: Element, acts: () => RowActs): void {
  actsByRow.set(row, acts);
}

export function actsOf(row: Element): RowActs {
  return actsByRow.get(row)?.() ?? {};
}
