/**
 * What an older or a foreign client might write without asking `decide`: verdicts on steps that nobody
 * could act on, passes that nobody opened, resolutions of nothing, facts that the plan does not have.
 */
import { decodeLogEntry, isDamaged } from '../../src/model/decode-event.ts';
import type { EventPayloads, EventType, LogEvent } from '../../src/model/event.ts';
import { asId, type DeviceId, type EventId, type FactId, type ItemId } from '../../src/model/ids.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { randomValue } from './random-facts.ts';
import { pick, type Random } from './random.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import { ana, run } from './run-bench.ts';
import { occurrenceAt } from '../../src/model/place.ts';

interface Author {
  readonly id: string;
  readonly device: string;
  readonly at: number;
}

export function makeForeignEvent(
  random: Random,
  state: RunState,
  definition: WorkflowDefinition,
  { id, device, at }: Author,
): LogEvent {
  const step = pick(random, state.steps.length > 0 ? state.steps : definition.steps);
  const current = state.current.get(step.id)?.occurrence.iteration ?? 1;
  const iteration = Math.max(1, current + pick(random, [-1, 0, 0, 0, 0, 1]));
  const made = randomPayload(random, state, definition, step.outcomes?.map((one) => one.id) ?? []);
  // Where every step waits for an item there is no place to speak of.
  const isNowhere = state.steps.length === 0 && state.plan.steps.length > 0;
  const { type, data } = isNowhere ? lateItem : made;
  const known = state.history.map((event) => event.id);
  // Sometimes it has seen only part of what its device has.
  const parents = random() < 0.8 || known.length === 0 ? state.heads : [pick(random, known)];
  const entry = decodeLogEntry({
    id: asId<EventId>(id),
    type,
    run,
    actor: ana,
    device: asId<DeviceId>(device),
    at,
    parents,
    data,
    ...(/^(run|item)\./.test(type) ? {} : { occurrence: occurrenceAt(step.id, iteration) }),
  });
  if (isDamaged(entry)) throw new Error('the envelope of a foreign event is sound');
  return entry;
}

const lateItem: Payload = {
  type: 'item.added/1',
  data: { section: 'each', item: asId<ItemId>('late'), name: 'Late' },
};
const renamedItem: Payload = {
  type: 'item.renamed/1',
  data: { section: 'each', item: asId<ItemId>('mia'), name: 'Mila' },
};

type Payload = { readonly type: string; readonly data: unknown };

function payload<Type extends EventType>(type: Type, data: EventPayloads[Type]): Payload {
  return { type, data };
}

function randomPayload(
  random: Random,
  state: RunState,
  { facts }: WorkflowDefinition,
  outcomes: readonly string[],
): Payload {
  const fact = facts.length > 0 ? pick(random, facts).id : asId<FactId>('nobody');
  const someEvent = pick(random, state.history)?.id ?? asId<EventId>('none');
  return pick<Payload>(random, [
    payload('step.completed/2', outcomes.length > 0 ? { outcome: pick(random, outcomes) } : {}),
    payload('step.completed/2', {}),
    payload('step.completed/2', { outcome: 'unheard-of', reads: { [fact]: randomValue(random, fact) } }),
    payload('approval.voted/1', {
      vote: pick(random, ['approve', 'reject', 'withdraw'] as const),
      reads: {},
    }),
    payload('step.failed/1', { reason: 'foreign' }),
    payload('step.skipped/1', {}),
    payload('step.cancelled/1', {}),
    payload('step.reopened/1', {}),
    payload('step.retried/1', {}),
    payload('step.started/1', {}),
    payload('step.resumed/1', {}),
    payload('step.waitingEnded/1', {}),
    payload('step.rechecked/1', { reads: { [fact]: null } }),
    payload('conflict.resolved/1', { keep: someEvent }),
    payload('fact.set/1', { fact, value: randomValue(random, fact) }),
    payload('fact.set/1', { fact: asId<FactId>('nobody'), value: null }),
    payload('fact.set/1', { fact, value: { kind: 'link', url: 'https://example.org' } }),
    payload('run.resumed/1', {}),
    payload('item.closed/1', { section: 'each' }),
    lateItem,
    renamedItem,
    { type: 'step.completed/9', data: { how: 'well' } },
    { type: 'step.failed/1', data: { reason: 7 } },
  ]);
}
