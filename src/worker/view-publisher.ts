/**
 * Sends views to the page: computed when something changed, compared with what the page has, and
 * posted as the top-level fields that differ.
 *
 * Invariant: nothing that is not yet durable is shown as done. While a local change is on its way to
 * disk the publisher is held; it catches up when the last hold is released.
 */
import { isSame } from '../model/is-same.ts';
import type { ViewByKind, ViewPatch, ViewQuery } from './messages.ts';

type AnyView = ViewByKind[keyof ViewByKind];
type Fields = Readonly<Record<string, unknown>>;

export interface ViewPublisher {
  subscribe(query: ViewQuery, listener: (patch: ViewPatch) => void): number;
  unsubscribe(subscription: number): void;
  /** What the page has open, oldest first. */
  queries(): readonly ViewQuery[];
  /** Something that views are computed from has changed. */
  invalidate(): void;
  /** Holds publishing back until the returned function is called. */
  hold(): () => void;
}

/** However long the last pass took, ms. */
const longestWait = 100;

interface Subscription {
  readonly query: ViewQuery;
  readonly listener: (patch: ViewPatch) => void;
  sent: Fields | null;
}

function changedFields(sent: Fields | null, view: Fields): Fields | null {
  if (sent === null) return view;
  const changed = Object.entries(view).filter(([name, value]) => !isSame(sent[name], value));
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

export function makeViewPublisher(compute: (query: ViewQuery) => AnyView): ViewPublisher {
  const subscriptions = new Map<number, Subscription>();
  let nextNumber = 1;
  let holds = 0;
  let scheduled = false;
  let lastEnd = 0;
  let lastTook = 0;

  function publish(subscription: Subscription): void {
    const view = compute(subscription.query) as unknown as Fields;
    const patch = changedFields(subscription.sent, view);
    subscription.sent = view;
    if (patch !== null) subscription.listener(patch);
  }

  function schedule(): void {
    if (scheduled || holds > 0) return;
    scheduled = true;
    // One pass for all the events of a turn: a burst of remote frames costs one computation. Where there is much to
    // compute and news keep coming, others get as much time as it takes.
    const wait = Math.min(Math.max(0, lastEnd + lastTook - performance.now()), longestWait);
    setTimeout(() => {
      scheduled = false;
      if (holds > 0) return;
      const begun = performance.now();
      for (const subscription of subscriptions.values()) publish(subscription);
      lastEnd = performance.now();
      lastTook = lastEnd - begun;
    }, wait);
  }

  return {
    subscribe: (query, listener) => {
      const number = nextNumber;
      nextNumber += 1;
      const subscription: Subscription = { query, listener, sent: null };
      subscriptions.set(number, subscription);
      if (holds === 0) publish(subscription);
      return number;
    },
    unsubscribe: (number) => void subscriptions.delete(number),
    queries: () => [...subscriptions.values()].map(({ query }) => query),
    invalidate: schedule,
    hold: () => {
      holds += 1;
      let released = false;
      return () => {
        if (released) return;
        released = true;
        holds -= 1;
        schedule();
      };
    },
  };
}
