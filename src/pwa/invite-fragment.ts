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
  const { pathname, hash } = address;
  if (pathname !== '/join' || hash.length < 2) return null;
  // The address is the live one: it has no fragment any more after this.
  replace(pathname);
  return hash;
}
