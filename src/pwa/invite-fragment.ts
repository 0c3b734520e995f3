/**
 * An invite link carries its secret after `#`. It is read once and taken out of the address before
 * anything is drawn, so it stays out of history, screenshots and what extensions see of the address.
 */
interface Address {
  readonly pathname: string;
  readonly hash: string;
}

/** What followed `#` at the join address, with the `#`; null elsewhere. `replace` rewrites the address. */
export function takeInviteFragment(address: Address, replace: (path: string) => void): string | null {
  if (address.pathname !== '/join' || address.hash.length < 2) return null;
  replace(address.pathname);
  return address.hash;
}
