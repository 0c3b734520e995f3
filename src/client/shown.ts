/** Whether the part of the page that something belongs to is on the screen. What is kept aside meanwhile asks for nothing. */
import { type Accessor, createContext, createMemo, useContext } from 'solid-js';

const ShownContext = createContext<Accessor<boolean>>(() => true);
export const ShownProvider = ShownContext.Provider;

export function useShown(): Accessor<boolean> {
  return useContext(ShownContext);
}

/** What the address says while this is on the screen; elsewhere it tells of another one, and this stays what it was. */
export function createWhileShown<Value>(read: () => Value): Accessor<Value> {
  const isShown = useShown();
  const value = createMemo(
    (before: { readonly value: Value } | undefined) =>
      before === undefined || isShown() ? { value: read() } : before,
    undefined,
    { equals: (before, after) => before?.value === after?.value },
  );
  return () => value().value;
}
