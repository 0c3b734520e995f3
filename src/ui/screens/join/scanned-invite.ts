/** Whether what a code says is an invite of Baton, and which. */

const marker = '#invite=';

/**
 * What follows the address, with its `#`; null when it is something else. The address itself is left
 * behind: an invite says nothing with it, and nobody is led to an address that stood in a code.
 * Whether the invite is whole and good, the household finds out, as with one that is pasted.
 */
export function scannedToInvite(text: string): string | null {
  const at = text.indexOf(marker);
  return at < 0 ? null : text.slice(at).trim();
}
