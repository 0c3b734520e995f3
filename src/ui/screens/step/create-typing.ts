/** Tells the others that a note is being written here, once, and once that it is not any more. */
import { onCleanup } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import type { TypingPlace } from '../../../worker/messages.ts';

/** Who rests this long with a half-written note is not writing. */
const restMs = 10_000;

export interface Typing {
  wrote(): void;
  stopped(): void;
}

export function createTyping(at: () => TypingPlace): Typing {
  const household = useHousehold();
  let told = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function stopped(): void {
    clearTimeout(rest);
    if (told) household.setTyping(null);
    told = false;
  }
  onCleanup(stopped);

  return {
    wrote: () => {
      clearTimeout(rest);
      rest = setTimeout(stopped, restMs);
      const { run, key } = at();
      if (!told) household.setTyping({ run, key });
      told = true;
    },
    stopped,
  };
}
