/**
 * What was worked on at the same time although a rule of the plan keeps it apart [T4]: whoever began the one had
 * not heard that the other was over, and the other way round.
 *
 * Invariants: by what events saw alone, so no clock moves it, and every device that has the same log says the same.
 */
import type { RunEvent } from '../../model/event.ts';
import type { EventId, StepId } from '../../model/ids.ts';
import type { TogetherRule } from '../../model/workflow.ts';
import type { Saw } from '../event-heads.ts';
import { isOpen } from '../is-open.ts';
import type { Compare } from '../join-tally.ts';
import { getIteration } from '../by-iteration.ts';
import type { StepNode } from '../plan-graph.ts';
import { begunBy } from './chosen.ts';

export interface Overlap {
  readonly section: string;
  readonly kind: TogetherRule['kind'];
  /** Their places; of two parts of a plan the steps begun last in each. In the order of the plan. */
  readonly steps: readonly [StepId, StepId];
  /** What began the later of the two in total order. */
  readonly since: EventId;
}

/** A stretch of work without a break. */
export interface Span {
  readonly place: StepId;
  /** At least one. */
  readonly begins: readonly RunEvent[];
  /** Null while it goes on. */
  readonly ends: readonly RunEvent[] | null;
}

interface Order {
  readonly saw: Saw;
  readonly compare: Compare;
}

/** Of the present pass: from when it was begun or taken up again until it was paused or ended. */
export function spansOfStep(node: StepNode, { compare }: Order): readonly Span[] {
  const log = node.logs === null ? undefined : getIteration(node.logs, node.iteration);
  if (log === undefined) return none;
  const events = [...log.starts, ...log.waits, ...log.pauses, ...log.waitEnds, ...log.verdicts].sort(compare);
  const spans: Span[] = [];
  let going: RunEvent | null = null;
  let isStarted = false;
  const end = (event: RunEvent): void => {
    if (going !== null) spans.push({ place: node.id, begins: [going], ends: [event] });
    going = null;
  };
  for (const event of events) {
    switch (event.type) {
      case 'step.started/1':
        isStarted = true;
        going ??= event;
        break;
      case 'step.waitingStarted/1':
        going ??= event;
        break;
      case 'step.resumed/1':
        if (isStarted) going ??= event;
        break;
      case 'step.waitingEnded/1':
      case 'reply.received/1':
        if (!isStarted) end(event);
        break;
      case 'step.completed/2':
        // Done without a word before: it was done by then, whatever went on beside it.
        going ??= event;
        end(event);
        break;
      case 'step.retried/1':
        isStarted = false;
        break;
      case 'step.paused/1':
      case 'step.failed/1':
      case 'step.skipped/1':
      case 'step.cancelled/1':
        end(event);
        break;
      default:
        break;
    }
  }
  if (going === null) return spans;
  const { standing } = node;
  const isOver = !isOpen(standing);
  return [...spans, { place: node.id, begins: [going], ends: isOver ? endOf(standing.closedBy) : null }];
}

const none: readonly never[] = [];

function endOf(event: RunEvent | null): readonly RunEvent[] {
  return event === null ? none : [event];
}

/** From the first step begun until none of its steps is open: one stretch, or none. */
export function spansOfSection(nodes: readonly StepNode[], order: Order): readonly Span[] {
  const begun = nodes.flatMap((node) => {
    const [first] = spansOfStep(node, order);
    return first === undefined ? [] : [first];
  });
  const begins = begun.flatMap((span) => span.begins);
  const last = begun.toSorted((a, b) => order.compare(firstOf(a), firstOf(b))).at(-1);
  if (last === undefined) return none;
  const isOver = nodes.every(({ standing }) => !isOpen(standing));
  const closings = nodes.flatMap(({ pass }) => pass.verdict.effective);
  return [{ place: last.place, begins, ends: isOver ? closings : null }];
}

/** Of options: as long as it counts as begun, whatever became of it. */
export function spansOfOption(node: StepNode, { compare }: Order): readonly Span[] {
  const begun = begunBy(node.pass, compare);
  return begun === null ? none : [{ place: node.id, begins: [begun], ends: null }];
}

/** Null where one was over before the other, as far as whoever began the other knew. */
export function overlapOf(a: Span, b: Span, { saw, compare }: Order): RunEvent | null {
  const isBefore = (first: Span, second: Span): boolean =>
    first.ends?.every((end) => second.begins.every((begin) => saw(begin.id, end.id))) === true;
  if (isBefore(a, b) || isBefore(b, a)) return null;
  const [one, other] = [firstOf(a), firstOf(b)];
  return compare(one, other) < 0 ? other : one;
}

function firstOf({ begins }: Span): RunEvent {
  return begins[0] as RunEvent;
}
