/**
 * The order that lines give by their place: a line follows the line above, or the whole group of lines
 * that `&` ties together; an `&` line waits for what the line above it waits for.
 */
import type { StepId } from '../model/ids.ts';
import type { Dependency } from '../model/workflow.ts';

export interface LineOrder {
  /** The line above and those it is tied to by `&`. */
  readonly group: readonly Dependency[];
  /** What the line above waits for; null before the first line. */
  readonly above: readonly Dependency[] | null;
}

export const emptyOrder: LineOrder = { group: [], above: null };

/** What a line without `after` waits for. */
export function impliedAfter(order: LineOrder, parallel: boolean): readonly Dependency[] {
  return parallel && order.above !== null ? order.above : order.group;
}

export function addLine(
  order: LineOrder,
  line: { readonly step: StepId; readonly parallel: boolean; readonly after: readonly Dependency[] },
): LineOrder {
  const own: Dependency = { from: line.step };
  return { group: line.parallel ? [...order.group, own] : [own], above: line.after };
}
