/** What this device may do here: whatever it may not is not offered, instead of refused. */
import type { Accessor } from 'solid-js';
import type { Access } from '../model/access.ts';
import { useAppView } from './app-view.tsx';

/** Until the household has answered nothing is taken away. */
const wholeAccess: ReadonlySet<Access | undefined> = new Set([undefined, 'owner', 'editor', 'alone']);

/** The flows, the people and the plan are theirs to change. */
export function useIsMember(): Accessor<boolean> {
  const app = useAppView();
  return () => wholeAccess.has(app()?.access);
}

/** Their own steps are theirs to do: members and guests. */
export function useMayAct(): Accessor<boolean> {
  const app = useAppView();
  return () => wholeAccess.has(app()?.access) || app()?.access === 'guest';
}
