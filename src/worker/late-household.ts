/**
 * The household, opened when it is wanted: where Baton has been before, with the first thing that is asked. A newcomer's
 * first screen is answered without it, so that on a slow line nothing comes before that screen: its program is loaded a
 * little later, or as soon as anything else is asked.
 */
import type { Household } from './household.ts';
import type { HouseholdApi } from './messages.ts';
import { newcomerView } from './newcomer-view.ts';

export interface LateHousehold extends Pick<HouseholdApi, 'subscribe' | 'setVisible'> {
  /** Wants it now. */
  readonly household: () => Promise<Household>;
}

export interface LateHouseholdOptions {
  /** Nothing of Baton is stored on this device. */
  readonly isNew: Promise<boolean>;
  readonly open: () => Promise<Household>;
  /** How long the first screen has the line, or the processor, for itself, ms. */
  readonly laterMs: number;
}

export function makeLateHousehold({ isNew, open, laterMs }: LateHouseholdOptions): LateHousehold {
  const wanted = Promise.withResolvers<void>();
  let isOpen = false;
  const opened = wanted.promise.then(open).then((household) => {
    isOpen = true;
    return household;
  });
  setTimeout(wanted.resolve, laterMs);
  return {
    household: () => {
      wanted.resolve();
      return opened;
    },
    subscribe: async (query, listener) => {
      const view = !isOpen && (await isNew) ? newcomerView(query) : null;
      if (view === null) wanted.resolve();
      else listener(view);
      return (await opened).subscribe(query, listener);
    },
    setVisible: async (visible) => (await opened).setVisible(visible),
  };
}
