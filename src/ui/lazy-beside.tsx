/** A part of the frame that the screens stand without: it loads once there is something to see. */
import { type Component, lazy } from 'solid-js';
import { firstScreen } from './when-drawn.ts';

/** Nothing stands there until it is loaded, or where its code cannot be. */
export function lazyBeside<Props extends Record<string, unknown>>(
  load: () => Promise<Component<Props>>,
): Component<Props> {
  return lazy(() =>
    firstScreen()
      .then(load)
      .then(
        (part) => ({ default: part }),
        () => ({ default: () => null }),
      ),
  );
}
