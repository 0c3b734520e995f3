/** Whether the browser promised not to clear what Baton stores, and asking it to. */
import { type Accessor, createSignal, onMount } from 'solid-js';

/** `unknown`: the browser does not say, for one because the page was not loaded securely. */
type Keeping = 'asking' | 'kept' | 'clearable' | 'unknown';

export interface KeptStorage {
  readonly keeping: Accessor<Keeping>;
  /** True when it promised. */
  readonly ask: () => Promise<boolean>;
}

/** Typed as it is out there: absent in old browsers and on insecure pages. */
function storageManager(): Partial<StorageManager> {
  return (navigator as { readonly storage?: StorageManager }).storage ?? {};
}

export function createKeptStorage(): KeptStorage {
  const [keeping, setKeeping] = createSignal<Keeping>('asking');
  const note = (kept: boolean): boolean => {
    setKeeping(kept ? 'kept' : 'clearable');
    return kept;
  };
  const look = async (): Promise<void> => {
    try {
      const kept = await storageManager().persisted?.();
      if (kept === undefined) setKeeping('unknown');
      else note(kept);
    } catch {
      setKeeping('unknown');
    }
  };
  onMount(() => void look());
  return {
    keeping,
    ask: async () => {
      try {
        return note((await storageManager().persist?.()) ?? false);
      } catch {
        return false;
      }
    },
  };
}
