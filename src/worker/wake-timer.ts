/**
 * The one timer: views change without an event when something becomes due ([E3] `nextWakeAt`).
 */
export interface WakeTimer {
  /** Sets the next instant, milliseconds since 1970; `null`: nothing to wait for. */
  at(instant: number | null): void;
  cancel(): void;
}

/** Timers drift and phones sleep, so it looks at the clock at least this often while it waits. */
const longestSleep = 60 * 60_000;

export function makeWakeTimer(now: () => number, onWake: () => void): WakeTimer {
  let timer: ReturnType<typeof setTimeout> | null = null;

  function cancel(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  return {
    at: (instant) => {
      cancel();
      if (instant === null) return;
      const wait = Math.min(Math.max(instant - now(), 0) + 1, longestSleep);
      timer = setTimeout(onWake, wait);
    },
    cancel,
  };
}
