/** Whether a media query holds, as a signal. The widths at which the layout changes are named here once. */
import { type Accessor, createSignal, onCleanup } from 'solid-js';

export const layoutQueries = {
  phone: '(max-width: 719px)',
  /** The list of flows stands beside the flow. */
  list: '(min-width: 900px)',
  /** The step stands beside the flow as well. */
  panel: '(min-width: 1200px)',
} as const;

export function createMedia(query: string): Accessor<boolean> {
  const media = matchMedia(query);
  const [matches, setMatches] = createSignal(media.matches);
  const update = (): void => void setMatches(media.matches);
  media.addEventListener('change', update);
  onCleanup(() => media.removeEventListener('change', update));
  return matches;
}
