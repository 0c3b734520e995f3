/** How every state is looked at: how much room there is, and in which colours. */
import { phone, type Size } from '../e2e/support/tab.ts';

export interface Look {
  readonly size: keyof typeof sizes;
  readonly colours: 'light' | 'dark' | 'forced';
}

/** `narrow` is the narrowest that has to do (WCAG 1.4.10), `zoomed` what a laptop has at 200 % (1.4.4). */
export const sizes = {
  phone,
  wide: { width: 1280, height: 800 },
  narrow: { width: 320, height: 640 },
  zoomed: { width: 640, height: 400 },
} as const satisfies Readonly<Record<string, Size>>;

export const looks: readonly Look[] = [
  { size: 'phone', colours: 'light' },
  { size: 'phone', colours: 'dark' },
  { size: 'wide', colours: 'dark' },
  { size: 'wide', colours: 'light' },
  { size: 'narrow', colours: 'light' },
  { size: 'zoomed', colours: 'light' },
  { size: 'phone', colours: 'forced' },
];

/** With longer words nothing changes but how much room they take. */
export const pseudoLooks: readonly Look[] = [
  { size: 'phone', colours: 'light' },
  { size: 'wide', colours: 'light' },
];

export function lookName({ size, colours }: Look): string {
  return `${size}, ${colours}`;
}

export function pictureOf(state: string, { size, colours }: Look): string {
  return `${state.replaceAll(/[^a-z0-9]+/gi, '-').toLowerCase()}-${size}-${colours}.png`;
}
