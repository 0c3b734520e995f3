/** The bars of one step beside the calendar: only from and to moments that the plan or the log has. */
import type { DaysRow } from '../../../views/days-view.ts';

/** `begun`: what has passed. `left`: until it is due. `over`: past due. `planned`: not to begin before, and due. `opens`: no end known. */
export type BarKind = 'done' | 'begun' | 'left' | 'over' | 'planned' | 'opens';

export interface DayBar {
  readonly kind: BarKind;
  readonly from: number;
  readonly to: number;
}

export function computeBars({ begun, closed, start, due }: DaysRow, now: number): readonly DayBar[] {
  if (closed !== null) return [{ kind: 'done', from: Math.min(begun ?? closed, closed), to: closed }];
  if (begun !== null) {
    if (due === null) return [{ kind: 'begun', from: begun, to: now }];
    if (due < now)
      return [
        ...(begun < due ? [{ kind: 'begun', from: begun, to: due } as const] : []),
        { kind: 'over', from: Math.max(begun, due), to: now },
      ];
    return [
      { kind: 'begun', from: begun, to: now },
      { kind: 'left', from: now, to: due },
    ];
  }
  if (start !== null)
    return [
      due !== null && due > start
        ? { kind: 'planned', from: start, to: due }
        : { kind: 'opens', from: start, to: start },
    ];
  // It was to be over by now, and nobody could begin it.
  return due !== null && due < now ? [{ kind: 'over', from: due, to: now }] : [];
}
