/**
 * Reads a Chromium trace: how busy the page's dedicated workers were between two marks, and what its main thread did
 * for each frame.
 *
 * A thread is busy while it runs tasks of its scheduler; their processor time (`tdur`) is counted, not
 * their duration, so that waiting for another thread's turn on a shared core does not count.
 */

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, one clock for all processes. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Trace categories that hold all that `computeWorkerBusyMs` reads. */
export const traceCategories = ['toplevel', 'blink.user_timing', '__metadata'];

/** Milliseconds of work in dedicated workers between the marks `begin` and `end`. */
export function computeWorkerBusyMs(events: readonly TraceEvent[], begin: string, end: string): number {
  const from = findMark(events, begin);
  const to = findMark(events, end);
  const workers = new Set(
    events
      .filter(
        ({ ph, name, args }) =>
          ph === 'M' && name === 'thread_name' && /DedicatedWorker/.test(args?.name ?? ''),
      )
      .map(threadOf),
  );
  if (workers.size === 0) throw new Error('The trace knows no dedicated worker.');
  const tasks = events.filter(
    (event) => event.ph === 'X' && workers.has(threadOf(event)) && event.ts >= from && event.ts < to,
  );
  return sumOutermost(tasks) / 1000;
}

/** Trace categories that hold all that `computeFrameWorkMs` reads. */
export const frameCategories = ['toplevel', 'blink.user_timing', 'cc', 'devtools.timeline', '__metadata'];

/** Milliseconds of work of the page's main thread for each of its frames after the mark `begin`. */
export function computeFrameWorkMs(events: readonly TraceEvent[], begin: string): readonly number[] {
  const mark = events.findLast(({ name }) => name === begin);
  if (mark === undefined) throw new Error(`The trace has no “${begin}”.`);
  const onMain = events.filter((event) => threadOf(event) === threadOf(mark) && event.ts >= mark.ts);
  const starts = onMain
    .filter(({ ph, name }) => ph === 'X' && name === 'ProxyMain::BeginMainFrame')
    .map(({ ts }) => ts)
    .toSorted((one, other) => one - other);
  if (starts.length < 2) throw new Error('The trace has no frames.');
  const tasks = onMain.filter(({ ph, name }) => ph === 'X' && name.endsWith('RunTask'));
  return starts.slice(0, -1).map((start, index) => {
    const end = starts[index + 1] ?? Infinity;
    // The task that a frame begins in is the frame's.
    return sumOutermost(tasks.filter(({ ts, dur = 0 }) => ts + dur > start && ts + dur <= end)) / 1000;
  });
}

/** Tasks can be recorded inside tasks; only the outermost are added up. */
function sumOutermost(tasks: readonly TraceEvent[]): number {
  const endByThread = new Map<string, number>();
  let sum = 0;
  for (const task of tasks.toSorted((one, other) => one.ts - other.ts)) {
    const thread = threadOf(task);
    if (task.ts < (endByThread.get(thread) ?? 0)) continue;
    endByThread.set(thread, task.ts + (task.dur ?? 0));
    sum += task.tdur ?? task.dur ?? 0;
  }
  return sum;
}

function findMark(events: readonly TraceEvent[], name: string): number {
  // Of several loads in one trace, the last is the one measured.
  const mark = events.findLast((event) => event.name === name);
  if (mark === undefined) throw new Error(`The trace has no “${name}”.`);
  return mark.ts;
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}/${tid}`;
}
