/**
 * Nobody loses their place: when what has the focus goes (a step that is done, a row that is taken out, a button
 * that has nothing more to do), the focus goes to what stands there now, and not back to the top of the page.
 */
import { type FindNear, rememberPlace } from './focus-place.ts';

interface Held {
  readonly element: HTMLElement;
  readonly findNear: FindNear;
  /** By keys: the focus is shown, and may go into a field. */
  readonly byKeys: boolean;
}

/** Returns what ends it. */
export function keepFocus(): () => void {
  let held: Held | null = null;
  const hold = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLElement)
      held = {
        element: target,
        findNear: rememberPlace(target),
        byKeys: target.matches(':focus-visible'),
      };
  };
  /** Whoever left it themselves is not brought back. What was taken out, or moved, is known only after this. */
  const leave = (): void => {
    const leaving = held;
    setTimeout(() => {
      if (held === leaving && leaving !== null && isThere(leaving.element)) held = null;
    });
  };
  const changes = new MutationObserver((records) => {
    const { activeElement } = document;
    if (held === null) return;
    const { element, findNear, byKeys } = held;
    const isLost = activeElement === null || activeElement === document.body || activeElement === element;
    const options = { preventScroll: !byKeys };
    if (!isThere(element)) {
      held = null;
      if (isLost) findNear(byKeys)?.focus(options);
    } else if (isLost && activeElement !== element && wasMoved(records, element)) element.focus(options);
  });
  document.addEventListener('focusin', hold);
  document.addEventListener('focusout', leave);
  changes.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });
  return () => {
    changes.disconnect();
    document.removeEventListener('focusin', hold);
    document.removeEventListener('focusout', leave);
  };
}

/** A row that changes its place in the list is out of the page for a moment. */
function wasMoved(records: readonly MutationRecord[], element: Element): boolean {
  return records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(element)));
}

function isThere(element: Element): boolean {
  return element.isConnected && !element.matches(':disabled');
}
