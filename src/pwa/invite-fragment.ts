/**
 * An invite link carries its secret after `#`. It is read once and taken out of the address before
 * anything is drawn, so it stays out of history, screenshots and what extensions see of the address.
 */
interface Address {
  readonly pathname: string;
  readonly hash: string;
}

/** What followed `#` at the join address; null elsewhere. `replace` rewrites the address. */
export function takeInviteFragment(address: Address, replace: (path: string) => void): string | null {
  // Read before it is replaced: the address is a live object.
  const fragment = address.hash.slice(1);
  if (address.pathname !== '/join' || fragment === '') return null;
  replace(address.pathname);
  return fragment;
}
