/** Files that the system opens with the installed app, one after the other. */
export interface LaunchedFiles {
  /** The latest, until it is taken. */
  readonly take: () => File | null;
  /** Calls back when there is one to take. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

export function startLaunchedFiles(): LaunchedFiles {
  const listeners = new Set<() => void>();
  let latest: File | null = null;
  const queue = (globalThis as { readonly launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer(({ files }) => {
    const [handle] = files ?? [];
    if (handle === undefined) return;
    handle.getFile().then(
      (file) => {
        latest = file;
        for (const listener of listeners) listener();
      },
      // Gone since, or not to be read: the screen asks for one.
      () => undefined,
    );
  });
  return {
    take: () => {
      const file = latest;
      latest = null;
      return file;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
