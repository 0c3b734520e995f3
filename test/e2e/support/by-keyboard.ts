/** Finding one's way with the keyboard: from one thing to the next, as long as it can be seen which one it is. */
import { expect } from '@playwright/test';
import type { Device } from './device.ts';

/** More presses than any way through a screen takes. */
const farEnough = 40;

/** Presses a key until what has the focus is called so; a focus that cannot be seen fails. */
export async function moveTo(device: Device, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < farEnough; presses += 1) {
    const focused = await device.focused();
    if (typeof name === 'string' ? focused === name : name.test(focused)) {
      expect(await device.evaluate(readFocusRing), `the focus on “${focused}” can be seen`).not.toBe('none');
      return;
    }
    passed.push(focused);
    await device.press(key);
  }
  throw new Error(`${key} never came to “${name}”. It passed: ${passed.join(' · ')}`);
}

/** How focus shows: an outline on the element itself, on what lies over it, or on a row around it. */
function readFocusRing(): string {
  const active = document.activeElement;
  // Without a window manager a window may never be the active one, and then nothing in it matches :focus.
  if (active?.matches(':focus') !== true) return 'window not active';
  for (
    let element: Element | null = active;
    element !== null && element !== document.body;
    element = element.parentElement
  )
    for (const part of [null, '::before', '::after'] as const) {
      const style = getComputedStyle(element, part);
      if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) return 'outline';
      // A field's edge grows thicker and darker.
      if (element !== active && element.matches('label, form div') && style.boxShadow.includes('2px'))
        return 'edge';
    }
  return active?.matches('textarea') ? 'caret' : 'none';
}
