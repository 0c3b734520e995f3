/** Files that the system opens with the installed app, or that are dropped on it, one after the other. */
export interface LaunchedFiles {
  /** The latest, until it is taken. */
  readonly take: () => File | null;
  readonly give: (file: File) => void;
  /** Calls back when there is one to take. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

export function startLaunchedFiles(): LaunchedFiles {
  const listeners = new Set<() => void>();
  let latest: File | null = null;
  const give = (file: File): void => {
    latest = file;
    for (const listener of listeners) listener();
  };
  const queue = (globalThis as { readonly launchQueue?: LaunchQueue }).launchQueue;
  queue?.setConsumer(({ files }) => {
    const [handle] = files ?? [];
    if (handle === undefined) return;
    handle.getFile().then(
      give,
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
    give,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
