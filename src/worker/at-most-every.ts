/** News that come in crowds: the first is passed on at once, those that follow closely together, a little later. */
export interface Calmed {
  (): void;
  /** Nothing is passed on any more of what came so far. */
  cancel(): void;
}

export function atMostEvery(ms: number, tell: () => void): Calmed {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let more = false;

  function pass(): void {
    more = false;
    timer = setTimeout(() => {
      timer = null;
      if (more) pass();
    }, ms);
    tell();
  }

  return Object.assign(
    () => {
      if (timer === null) pass();
      else more = true;
    },
    {
      cancel: () => {
        if (timer !== null) clearTimeout(timer);
        timer = null;
        more = false;
      },
    },
  );
}
