/** The state of a subject's whole log, folded once for the laws that only look at it. */
import { foldRun } from '../../../src/engine/fold-run.ts';
import type { RunState } from '../../../src/engine/run-state.ts';
import type { LogEvent } from '../../../src/model/event.ts';
import { run } from '../run-bench.ts';
import { type PlainState, stateToPlain } from '../state-to-plain.ts';

/** Laws are tried one after another on one log: only the last is kept. */
let last: { readonly events: readonly LogEvent[]; readonly state: RunState; plain?: PlainState } | null =
  null;

function foldOnce(events: readonly LogEvent[]): NonNullable<typeof last> {
  if (last?.events !== events) last = { events, state: foldRun(run, events) };
  return last;
}

export function folded(events: readonly LogEvent[]): RunState {
  return foldOnce(events).state;
}

export function foldedPlain(events: readonly LogEvent[]): PlainState {
  const once = foldOnce(events);
  return (once.plain ??= stateToPlain(once.state));
}
