/**
 * Who has the steps of a run while it is folded: whom each is assigned to, and which steps have to be
 * looked at again when somebody else does another one ("the same person as", "not the person who").
 */
import type { PersonId, StepId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import type { Assignee, StepDefinition } from '../model/workflow.ts';
import { getIteration, iterationsOf } from './by-iteration.ts';
import type { StepNode } from './plan-graph.ts';
import type { RunFrame } from './run-frame.ts';
import { assigneeToPeople, assigneeToPerson, type Cast } from './who.ts';

export interface WhoBoard {
  readonly setFrame: (frame: RunFrame) => void;
  /** Assigns the step anew. Answers whether that is somebody else now. */
  readonly assign: (node: StepNode) => boolean;
  /** Something became of the step: `touched` gets the steps for which it matters who does it. */
  readonly noteDoing: (node: StepNode, touched: (node: StepNode) => void) => void;
  /** All who completed the latest pass of it that was completed. */
  readonly doersOf: (step: StepId) => readonly PersonId[];
  readonly peopleOf: (assignee: Assignee, cast: Cast) => readonly PersonId[];
  /** As things are; null for a role, which is nobody in particular. */
  readonly personOf: (assignee: Assignee | undefined) => PersonId | null;
}

const nobody: readonly PersonId[] = [];

export function createWhoBoard(
  nodes: readonly StepNode[],
  nodeOf: (step: StepId) => StepNode | undefined,
  firstFrame: RunFrame,
): WhoBoard {
  let cast = firstFrame.cast;
  const watchers = findWatchers(nodes, nodeOf);
  const known = new Map<StepNode, readonly (PersonId | null)[]>();

  function doersOf(step: StepId): readonly PersonId[] {
    const node = nodeOf(step);
    return node === undefined ? nobody : doersOfNode(node);
  }

  /** `seen`: steps on the way here; a ring of them means nobody. */
  function doerOf(step: StepId, seen: ReadonlySet<StepId>): PersonId | null {
    const node = nodeOf(step);
    if (node === undefined || seen.has(step)) return null;
    const { verdict, closedBy } = node.pass;
    if (verdict.status === 'completed') return closedBy[0] ?? null;
    const on = new Set(seen).add(step);
    return (
      takerOf(node) ??
      assigneeToPerson(node.step.assignee, cast, (other) => doerOf(other, on)) ??
      doersOfNode(node)[0] ??
      null
    );
  }

  function assign(node: StepNode): boolean {
    const before = node.assigned;
    node.assigned = assigneeToPerson(node.step.assignee, cast, (step) => doerOf(step, new Set([node.id])));
    return node.assigned !== before;
  }

  function noteDoing(node: StepNode, touched: (node: StepNode) => void): void {
    const watching = watchers.get(node);
    if (watching === undefined) return;
    const doing = [doerOf(node.id, new Set()), ...doersOfNode(node)];
    if (isSame(known.get(node), doing)) return;
    known.set(node, doing);
    for (const each of watching) {
      if (!assign(each) && !asksBeyondAssignee(each.step)) continue;
      touched(each);
      noteDoing(each, touched);
    }
  }

  return {
    setFrame: (frame) => {
      cast = frame.cast;
    },
    assign,
    noteDoing,
    doersOf,
    personOf: (assignee) => assigneeToPerson(assignee, cast, (step) => doerOf(step, new Set())),
    peopleOf: (assignee, by) => assigneeToPeople(assignee, by, (step) => doerOf(step, new Set())),
  };
}

/** By step: those whose assignee, voters or bars look at it. */
function findWatchers(
  nodes: readonly StepNode[],
  nodeOf: (step: StepId) => StepNode | undefined,
): ReadonlyMap<StepNode, readonly StepNode[]> {
  const watchers = new Map<StepNode, StepNode[]>();
  for (const node of nodes) {
    for (const step of watchedBy(node.step)) {
      const watched = nodeOf(step);
      if (watched === undefined) continue;
      const list = watchers.get(watched) ?? [];
      if (!list.includes(node)) list.push(node);
      watchers.set(watched, list);
    }
  }
  return watchers;
}

const nothing: readonly StepId[] = [];

/** What is built of it depends on who does other steps, whoever has it itself. */
function asksBeyondAssignee({ kind, undo }: StepDefinition): boolean {
  return kind === 'approval' || undo?.assignee?.kind === 'sameAs';
}

function watchedBy({ assignee, approval, notBy, undo }: StepDefinition): readonly StepId[] {
  const same = [assignee, undo?.assignee].flatMap((who) => (who?.kind === 'sameAs' ? [who.step] : nothing));
  if (approval === undefined) return same;
  const named = approval.by.flatMap((who) => (who.kind === 'sameAs' ? [who.step] : nothing));
  return [...same, ...named, ...(notBy ?? nothing)];
}

function doersOfNode({ iteration, pass, passes }: StepNode): readonly PersonId[] {
  if (pass.verdict.status === 'completed') return pass.closedBy;
  for (let earlier = iteration - 1; earlier > 0; earlier--) {
    const past = getIteration(passes, earlier);
    if (past?.verdict.status === 'completed') return past.closedBy;
  }
  return nobody;
}

/** A redo stays with whoever held the step. */
function takerOf({ iteration, passes }: StepNode): PersonId | null {
  let taker: PersonId | null = null;
  for (const each of [...iterationsOf(passes)].sort((a, b) => a - b)) {
    const { taker: moved } = getIteration(passes, each)?.ownership ?? {};
    if (each <= iteration && moved !== undefined) taker = moved;
  }
  return taker;
}
