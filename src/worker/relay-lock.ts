/**
 * One tab a device holds the relay connection (SYNC, invariant 9). A visible tab takes it over from
 * whoever has it; a tab that lost it queues up, so that it takes over again when the holder closes.
 */
export interface RelayLock {
  /** Takes the connection over from another tab. */
  take(): void;
  release(): void;
}

export function makeRelayLock(
  locks: LockManager,
  name: string,
  onChange: (holds: boolean) => void,
): RelayLock {
  let closed = false;
  let holds = false;
  let letGo: (() => void) | null = null;

  function setHolds(now: boolean): void {
    if (holds === now) return;
    holds = now;
    onChange(now);
  }

  function request(steal: boolean): void {
    const abort = new AbortController();
    const held = async (): Promise<void> => {
      if (closed) return;
      setHolds(true);
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
    };
    // A queued request is replaced when this tab steals, otherwise it would wait behind itself.
    cancelQueued?.();
    cancelQueued = steal ? null : () => abort.abort();
    const granted = steal
      ? locks.request(name, { steal: true }, held)
      : locks.request(name, { signal: abort.signal }, held);
    granted.catch((reason: unknown) => {
      if (abort.signal.aborted || closed) return;
      // Stolen by a visible tab: wait in line for the time when that one closes.
      if (reason instanceof DOMException && reason.name === 'AbortError') {
        setHolds(false);
        request(false);
      }
    });
  }

  let cancelQueued: (() => void) | null = null;
  request(false);
  return {
    take: () => {
      if (!closed && !holds) request(true);
    },
    release: () => {
      closed = true;
      cancelQueued?.();
      letGo?.();
      setHolds(false);
    },
  };
}
