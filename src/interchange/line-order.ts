/**
 * The order that lines give by their place: a line follows the line above, or the whole group of lines
 * that `&` ties together; an `&` line waits for what the line above it waits for. Lines that begin with `if`
 * are a group of their own, with the ends of the choice that none of them takes [B3].
 */
import type { StepId } from '../model/ids.ts';
import type { Dependency } from '../model/workflow.ts';

export interface LineOrder {
  /** What a line waits for that says nothing itself. */
  readonly group: readonly Dependency[];
  /** What the line above waits for; null before the first line. */
  readonly above: readonly Dependency[] | null;
  readonly branch: Branch | null;
}

interface Branch {
  readonly from: StepId;
  readonly members: readonly Dependency[];
  /** Outcomes that lead on past the branch, so far. */
  readonly open: readonly string[];
}

export interface LineBranch {
  readonly from: StepId;
  readonly outcome: string;
  /** Outcomes of the choice that may lead on past it. */
  readonly leading: readonly string[];
}

export const emptyOrder: LineOrder = { group: [], above: null, branch: null };

/** What a line without `after` waits for. */
export function impliedAfter(order: LineOrder, parallel: boolean): readonly Dependency[] {
  return parallel && order.above !== null ? order.above : order.group;
}

export function addLine(
  order: LineOrder,
  line: {
    readonly own: readonly Dependency[];
    readonly parallel: boolean;
    readonly after: readonly Dependency[];
    readonly branch: LineBranch | null;
  },
): LineOrder {
  const { own, after: above, branch } = line;
  if (branch !== null) {
    const known = order.branch?.from === branch.from ? order.branch : null;
    const open = (known?.open ?? branch.leading).filter((outcome) => outcome !== branch.outcome);
    return withBranch({ from: branch.from, members: [...(known?.members ?? []), ...own], open }, above);
  }
  if (!line.parallel) return { group: own, above, branch: null };
  if (order.branch === null) return { group: [...order.group, ...own], above, branch: null };
  return withBranch({ ...order.branch, members: [...order.branch.members, ...own] }, above);
}

/** What stands in for the line above: whatever follows that one follows either. */
export function addStandIn(order: LineOrder, own: Dependency): LineOrder {
  if (order.branch === null) return { ...order, group: [...order.group, own] };
  return withBranch({ ...order.branch, members: [...order.branch.members, own] }, order.above);
}

function withBranch(branch: Branch, above: LineOrder['above']): LineOrder {
  const rest = branch.open.length === 0 ? [] : [{ from: branch.from, outcomes: branch.open }];
  return { group: [...branch.members, ...rest], above, branch };
}
