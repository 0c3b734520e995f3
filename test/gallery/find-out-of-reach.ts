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
  const found = controls.filter(isCovered).map((control) => control.outerHTML.slice(0, 140));
  for (const [element, [left, top]] of moved) element.scrollTo({ left, top, behavior: 'instant' });
  return found;

  function isCovered(control: Element): boolean {
    const shown = control.getBoundingClientRect();
    if (shown.width <= 2 || shown.height <= 2) return false;
    control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const label = 'labels' in control ? (control as HTMLInputElement).labels?.[0] : undefined;
    return ![...control.getClientRects()].some(({ left, top, width, height }) => {
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
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
