/** What is to happen in a simulated world, by time; of one time in the order in which it was written down. */
export interface Agenda {
  /** `at` in milliseconds since 1970. */
  readonly add: (at: number, happen: () => void) => void;
  readonly next: () => Entry | undefined;
}

interface Entry {
  readonly at: number;
  readonly happen: () => void;
}

/** A few dozen entries stand open at a time, so they are kept in order, the next one last. */
export function makeAgenda(): Agenda {
  const entries: Entry[] = [];
  return {
    add: (at, happen) => {
      let place = entries.length;
      while (place > 0 && (entries[place - 1]?.at ?? Infinity) <= at) place -= 1;
      entries.splice(place, 0, { at, happen });
    },
    next: () => entries.pop(),
  };
}
