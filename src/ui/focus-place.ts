/**
 * Where the focus stands in the page, so that what has come to stand there, or nearest to it, can be found once the
 * element is gone: the next row of a list, the step that is on top now, what is left of a group of buttons.
 */
import { isShown } from './is-shown.ts';

const pressable = 'a[href], button, summary, select, input:is([type=checkbox], [type=radio]), [tabindex="0"]';
/** Where a tap would bring a keyboard onto the screen that nobody asked for. */
const writable = 'input, textarea';

/** Finds the nearest place that can take the focus; `writes`: a field to write in may be it. */
export type FindNear = (writes: boolean) => HTMLElement | undefined;

export function rememberPlace(element: Element): FindNear {
  const chain: (readonly [parent: Element, at: number])[] = [];
  for (let child = element; child.parentElement !== null; child = child.parentElement)
    chain.push([child.parentElement, [...child.parentElement.children].indexOf(child)]);

  return (writes) => {
    for (const [parent, at] of chain) {
      if (!parent.isConnected) continue;
      // All that was there is another screen now.
      const main = parent.matches('main') ? parent : parent.querySelector('main');
      if (main instanceof HTMLElement) return main;
      const wanted = writes ? `${pressable}, ${writable}` : pressable;
      const places = [...parent.querySelectorAll<HTMLElement>(wanted)].filter(isReachable);
      const now = parent.children[at];
      const next =
        now &&
        places.find(
          (place) =>
            now.contains(place) ||
            (now.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
        );
      const before = parent.children[Math.min(at, parent.children.length) - 1];
      const near = next ?? places.find((place) => before?.contains(place)) ?? places.at(-1);
      if (near !== undefined) return near;
    }
    return undefined;
  };
}

/** Call it where something opens, and the answer when it goes: once it is gone, the focus goes back to where it is now, or near that. */
export function rememberFocus(): () => void {
  const opener = document.activeElement;
  const findNear = opener === null ? undefined : rememberPlace(opener);
  const giveBack = (): void => {
    const back =
      opener?.isConnected === true && opener !== document.body && isShown(opener)
        ? opener
        : findNear?.(false);
    // Opened by its address alone, it leaves behind a screen that nobody was in yet.
    (back instanceof HTMLElement ? back : document.querySelector('main'))?.focus();
  };
  // What stands under something modal may take the focus only when that is gone.
  return () => queueMicrotask(giveBack);
}

function isReachable(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && !element.matches(':disabled') && isShown(element);
}
