/** A sheet on a phone follows the finger down, and closes when it was drawn far enough. */
import type { SheetParts } from './sheet-parts.tsx';

/** Swiping further than this closes, pixels. */
const closeDistance = 96;

export function createSheetSwipe(close: () => void): NonNullable<SheetParts['swipe']> {
  let startY: number | null = null;
  const drag = (event: PointerEvent): number => Math.max(0, event.clientY - (startY ?? event.clientY));
  const dialogOf = (part: HTMLElement): HTMLElement | null => part.closest('dialog');
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || !matchMedia('(max-width: 719px)').matches) return;
      if (event.target instanceof Element && event.target.closest('button, a, input') !== null) return;
      startY = event.clientY;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      if (startY !== null) dialogOf(event.currentTarget)?.style.setProperty('--drag', `${drag(event)}px`);
    },
    onPointerUp: (event) => {
      if (startY === null) return;
      const distance = drag(event);
      startY = null;
      dialogOf(event.currentTarget)?.style.removeProperty('--drag');
      if (distance > closeDistance) close();
    },
    onPointerCancel: (event) => {
      startY = null;
      dialogOf(event.currentTarget)?.style.removeProperty('--drag');
    },
  };
}
