/** Whether the part of the page that something belongs to is on the screen. What is kept aside meanwhile asks for nothing. */
import { type Accessor, createContext, useContext } from 'solid-js';

const ShownContext = createContext<Accessor<boolean>>(() => true);
export const ShownProvider = ShownContext.Provider;

export function useShown(): Accessor<boolean> {
  return useContext(ShownContext);
}
