/** How many batons one holds, on the app's icon, where the system shows such a thing. */
export function showBadge(count: number): void {
  const done =
    count > 0 ? navigator.setAppBadge?.(count) : (navigator.clearAppBadge?.() as Promise<void> | undefined);
  // Not installed, or not allowed: the number stands in the app as well.
  done?.catch(() => undefined);
}
