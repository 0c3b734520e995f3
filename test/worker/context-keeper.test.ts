import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunContext } from '../../src/model/person.ts';
import { makeContextKeeper } from '../../src/worker/context-keeper.ts';
import type { RunSession } from '../../src/worker/run-session.ts';
import { context } from '../support/run-bench.ts';

const more: RunContext = { ...context, holidays: ['2026-12-25'] };

/** A run that is going on and knows what it was told last. */
function runKnowing(told: RunContext, status = 'running') {
  const state = { status, context: told };
  return { session: { state: () => state } as unknown as RunSession, state };
}

function keeperOf(run: ReturnType<typeof runKnowing>, conducts: boolean) {
  let now = context;
  const tell = vi.fn((_: RunSession, told: RunContext) => {
    run.state.context = told;
  });
  const keeper = makeContextKeeper({
    read: () => now,
    runs: () => [run.session],
    isFirst: () => conducts,
    tell,
  });
  return {
    keeper,
    tell,
    change: (next: RunContext): void => {
      now = next;
      keeper.noteChange();
    },
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('[W34] runs that were told only half', () => {
  it('hear the whole from the conductor’s device, once it has settled', () => {
    const { tell, change } = keeperOf(runKnowing(context), true);
    change(more);
    vi.advanceTimersByTime(2_900);
    expect(tell).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60_000);
    expect(tell.mock.calls.map(([, told]) => told)).toEqual([more]);
  });

  it('hear it from others only if none of the conductor’s devices said it', () => {
    const run = runKnowing(context);
    const { tell, change } = keeperOf(run, false);
    change(more);
    vi.advanceTimersByTime(9_900);
    expect(tell).not.toHaveBeenCalled();
    run.state.context = more;
    vi.advanceTimersByTime(60_000);
    expect(tell).not.toHaveBeenCalled();
    run.state.context = context;
    change(context);
    change(more);
    vi.advanceTimersByTime(60_000);
    expect(tell).toHaveBeenCalledOnce();
  });

  it('are not told again because another device says something else, nor when they are over', () => {
    const run = runKnowing(context);
    const { tell, change, keeper } = keeperOf(run, true);
    change(more);
    vi.advanceTimersByTime(60_000);
    run.state.context = context;
    keeper.noteChange();
    vi.advanceTimersByTime(60_000);
    expect(tell).toHaveBeenCalledOnce();
    const over = keeperOf(runKnowing(context, 'finished'), true);
    over.change(more);
    vi.advanceTimersByTime(60_000);
    expect(over.tell).not.toHaveBeenCalled();
  });

  it('are told nothing by a household that was closed', () => {
    const { tell, change, keeper } = keeperOf(runKnowing(context), true);
    change(more);
    keeper.close();
    vi.advanceTimersByTime(60_000);
    expect(tell).not.toHaveBeenCalled();
  });
});
