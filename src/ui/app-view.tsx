/** The one subscription to the household's own state: who I am, how fresh things are, what is wrong. */
import { type Accessor, createContext, type JSX, useContext } from 'solid-js';
import { createView } from '../client/household.ts';
import type { AppView } from '../worker/messages.ts';

const AppViewContext = createContext<Accessor<AppView | undefined>>();

export function AppViewProvider(props: { readonly children: JSX.Element }) {
  const view = createView(() => ({ kind: 'app' as const }));
  return <AppViewContext.Provider value={view}>{props.children}</AppViewContext.Provider>;
}

/** `undefined` until the worker has answered for the first time. */
export function useAppView(): Accessor<AppView | undefined> {
  const view = useContext(AppViewContext);
  if (view === undefined) throw new Error('useAppView outside of an AppViewProvider');
  return view;
}
