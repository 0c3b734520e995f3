import { describe, expect, it } from 'vitest';
import { createRunFold, foldRun } from '../../src/engine/fold-run.ts';
import { asId, type EventId, type FactId } from '../../src/model/ids.ts';
import type { LogEvent } from '../../src/model/event.ts';
import { event, occurrence, plan, run, startPlan, step } from '../support/run-bench.ts';

const day = asId<FactId>('day');
const on = (date: string) => ({ kind: 'date', date }) as const;

describe('the instant at which a run finished', () => {
  it('[M2] is that of the later of two equal checks, also when it comes after the run was finished', () => {
    const steps = [step('pack', [], { reads: [{ fact: day }] })];
    const definition = plan(steps, { facts: [{ id: day, name: 'Day', kind: 'date' }] });
    const { kind: _kind, alreadyDone: _done, context: _context, ...data } = startPlan(definition);
    const pack = { occurrence: occurrence('pack') };
    const checked = { reads: { day: on('2026-05-02') } };
    const log: readonly LogEvent[] = [
      event('a', 'run.started/2', { ...data, facts: { [day]: on('2026-05-01') } }),
      event('b', 'step.completed/2', { reads: { day: on('2026-05-01') } }, ['a'], pack),
      event('c', 'fact.set/1', { fact: day, value: on('2026-05-02') }, ['b']),
      event('d', 'step.rechecked/1', checked, ['c'], { ...pack, at: 1000 }),
      event('e', 'step.rechecked/1', checked, ['c'], { ...pack, at: 2000 }),
    ];
    const fold = createRunFold(run);
    const finishedAt = log.map((one) => {
      fold.add([one]);
      return fold.state.finishedAt;
    });
    expect(finishedAt.slice(2)).toEqual([null, 1000, 2000]);
    expect(foldRun(run, log).finishedAt).toBe(2000);
  });

  it('[M2] is that of a resolution which keeps what held anyway, also when it comes after the run was finished', () => {
    const { kind: _kind, alreadyDone: _done, context: _context, ...data } = startPlan(plan([step('pack')]));
    const pack = { occurrence: occurrence('pack') };
    const log: readonly LogEvent[] = [
      event('a', 'run.started/2', data),
      event('b', 'step.completed/2', {}, ['a'], { ...pack, at: 1000 }),
      event('c', 'conflict.resolved/1', { keep: asId<EventId>('b') }, ['b'], { ...pack, at: 2000 }),
    ];
    const fold = createRunFold(run);
    const finishedAt = log.map((one) => {
      fold.add([one]);
      return fold.state.finishedAt;
    });
    expect(foldRun(run, log).finishedAt).toBe(2000);
    expect(finishedAt).toEqual([null, 1000, 2000]);
  });
});
