/**
 * Fingers, pointers and wheels on a map: one drags, two pinch, a second tap on the ground comes closer, the wheel zooms,
 * and two fingers on a touch pad move. Whatever was dragged is not pressed.
 */
import { onCleanup } from 'solid-js';
import type { MapPoint } from '../../../views/map-view.ts';
import type { MapViewport } from './map-viewport.ts';

/** Less is a tap. */
const dragPx = 6;
const doubleTapMs = 300;
const doubleTapPx = 24;
const closer = 1.6;

export function listenToGestures(stage: HTMLElement, viewport: MapViewport): void {
  const fingers = new Map<number, MapPoint>();
  let dragged = false;
  let travelled = 0;
  let lastTap: (MapPoint & { readonly at: number }) | null = null;

  const place = (event: MouseEvent): MapPoint => {
    const { left, top } = stage.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const down = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    if (fingers.size === 0) {
      dragged = false;
      travelled = 0;
    }
    fingers.set(event.pointerId, place(event));
  };
  const move = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = place(event);
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (!dragged && travelled < dragPx && fingers.size === 1) return;
    if (!dragged) {
      dragged = true;
      // From here on it is the map's, also outside of it.
      stage.setPointerCapture(event.pointerId);
      stage.dataset['dragging'] = 'true';
    }
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    if (other === undefined) {
      viewport.panBy(now.x - before.x, now.y - before.y);
      return;
    }
    viewport.panBy((now.x - before.x) / 2, (now.y - before.y) / 2);
    const spread = (point: MapPoint): number => Math.hypot(point.x - other.x, point.y - other.y);
    if (spread(before) > 0)
      viewport.zoomBy(spread(now) / spread(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  };
  const up = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return;
    if (fingers.size > 0) return;
    delete stage.dataset['dragging'];
    const onStep = event.target instanceof Element && event.target.closest('button') !== null;
    if (dragged || onStep || event.type === 'pointercancel') {
      lastTap = null;
      return;
    }
    const at = place(event);
    const again =
      lastTap !== null &&
      event.timeStamp - lastTap.at < doubleTapMs &&
      Math.hypot(at.x - lastTap.x, at.y - lastTap.y) < doubleTapPx;
    if (again) viewport.zoomBy(closer, at, true);
    lastTap = again ? null : { ...at, at: event.timeStamp };
  };
  const click = (event: MouseEvent): void => {
    // A key presses without having dragged.
    if (!dragged || event.detail === 0) return;
    event.stopPropagation();
    event.preventDefault();
    dragged = false;
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 24;
    const [dx, dy] = [event.deltaX * lines, event.deltaY * lines];
    if (event.shiftKey && dx === 0) viewport.panBy(-dy, 0);
    else if (!event.ctrlKey && isTouchPad(event)) viewport.panBy(-dx, -dy);
    else viewport.zoomBy(Math.exp(-dy / (event.ctrlKey ? 120 : 400)), place(event));
  };

  stage.addEventListener('pointerdown', down);
  stage.addEventListener('pointermove', move);
  stage.addEventListener('pointerup', up);
  stage.addEventListener('pointercancel', up);
  stage.addEventListener('click', click, true);
  stage.addEventListener('wheel', wheel, { passive: false });
  onCleanup(() => {
    stage.removeEventListener('pointerdown', down);
    stage.removeEventListener('pointermove', move);
    stage.removeEventListener('pointerup', up);
    stage.removeEventListener('pointercancel', up);
    stage.removeEventListener('click', click, true);
    stage.removeEventListener('wheel', wheel);
  });
}

/** Fingers move by small and uneven steps, and sideways; a wheel clicks. */
function isTouchPad({ deltaX, deltaY, deltaMode }: WheelEvent): boolean {
  if (deltaMode !== WheelEvent.DOM_DELTA_PIXEL) return false;
  return deltaX !== 0 || Math.abs(deltaY) < 50 || !Number.isInteger(deltaY);
}
