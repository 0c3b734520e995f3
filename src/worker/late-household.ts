/**
 * The household, opened when it is wanted. Where Baton has been before, that is at once. A newcomer's first screen is
 * answered without it, so that on a slow line nothing comes before that screen: its program is loaded a little later,
 * or as soon as anything else is asked.
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
  /** How long a newcomer's first screen has the line for itself, ms. */
  readonly laterMs: number;
}

export function makeLateHousehold({ isNew, open, laterMs }: LateHouseholdOptions): LateHousehold {
  const wanted = Promise.withResolvers<void>();
  let isOpen = false;
  const opened = wanted.promise.then(open).then((household) => {
    isOpen = true;
    return household;
  });
  void isNew.then((answer) => {
    if (answer) setTimeout(wanted.resolve, laterMs);
    else wanted.resolve();
  });
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
