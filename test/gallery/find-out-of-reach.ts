/**
 * Runs in the page: buttons and fields that stay under something else however far one scrolls. Ends where it began to
 * scroll.
 */
export function findOutOfReach(): readonly string[] {
  const open = [...document.querySelectorAll('dialog[open]')].at(-1);
  const controls = [...(open ?? document).querySelectorAll('button, a[href], input, select, textarea')]
    .filter((control) => control.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    // The way past the navigation shows itself to whoever reaches it by key.
    .filter((control) => control.closest('[inert]') === null && control.getAttribute('href') !== '#main')
    // Long lists say the same again and again.
    .slice(0, 120);
  const moved = new Map<Element, readonly [number, number]>();
  for (const control of controls)
    for (let each = control.parentElement; each !== null; each = each.parentElement)
      if (!moved.has(each)) moved.set(each, [each.scrollLeft, each.scrollTop]);
  const found = controls
    .filter((control) => !isMovable(control) && isCovered(control))
    .map((control) => control.outerHTML.slice(0, 140));
  for (const [element, [left, top]] of moved) element.scrollTo({ left, top, behavior: 'instant' });
  return found;

  /** On a map, which is moved about under the finger. */
  function isMovable(control: Element): boolean {
    for (let each = control.parentElement; each !== null; each = each.parentElement)
      if (getComputedStyle(each).touchAction === 'none') return true;
    return false;
  }

  function isCovered(control: Element): boolean {
    const shown = control.getBoundingClientRect();
    if (shown.width <= 2 || shown.height <= 2) return false;
    control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const label = 'labels' in control ? (control as HTMLInputElement).labels?.[0] : undefined;
    const places = [...control.getClientRects()].flatMap(({ left, top, width, height }) =>
      // What is higher than a button can be got at above and below its middle, too.
      (height > 120 ? [0.25, 0.5, 0.75] : [0.5]).map(
        (share) => [left + width / 2, top + height * share] as const,
      ),
    );
    return !places.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return (
        control.contains(hit) ||
        label?.contains(hit) === true ||
        hit?.closest('label')?.contains(control) === true ||
        // What was just said goes by itself.
        (hit !== null && hit.closest('[role="status"], [role="alert"]') !== null)
      );
    });
  }
}
