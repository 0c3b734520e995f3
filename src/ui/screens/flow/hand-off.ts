/**
 * The hand-off: when a baton of mine moves on the rail, it is seen running along it. Undo runs backwards
 * by itself, because only what was held before and what is held now is compared.
 * Copper is only ever mine, so batons that pass between others do not fly. Off screen nothing moves.
 */
import { type Accessor, createEffect } from 'solid-js';
import type { Tone } from '../../../views/shared.ts';
import styles from './hand-off.module.css';

export interface HeldRow {
  readonly run: string;
  readonly step: string;
  readonly key: string;
  readonly tone: Tone;
  /** It has been done here, and whose turn it is now is not known yet. */
  readonly isGuess?: true | undefined;
}

export interface HandOff {
  readonly from: string;
  readonly to: string;
}

const heldTones: ReadonlySet<Tone> = new Set(['turn', 'theirs', 'waiting', 'late', 'risk']);

/** Which batons moved between two states of the rail; one baton a branch. */
export function computeHandOffs(
  before: ReadonlyMap<string, Tone>,
  after: ReadonlyMap<string, Tone>,
): readonly HandOff[] {
  const isHeld = (tones: ReadonlyMap<string, Tone>, key: string): boolean => {
    const tone = tones.get(key);
    return tone !== undefined && heldTones.has(tone);
  };
  const lost = [...before.keys()].filter((key) => isHeld(before, key) && !isHeld(after, key));
  const gained = [...after.keys()].filter(
    (key) => before.has(key) && isHeld(after, key) && !isHeld(before, key),
  );
  if (lost.length !== 1 && gained.length !== 1) return [];
  return lost
    .flatMap((from) => gained.map((to) => ({ from, to })))
    .filter(({ from, to }) => before.get(from) === 'turn' || after.get(to) === 'turn');
}

const fullMs = 260;
const fadeMs = 160;
const spring = 'linear(0, 0.24 9%, 0.62 18%, 0.94 28%, 1.07 37%, 1.09 44%, 1.04 56%, 0.99 70%, 1)';

export function createHandOffs(
  rows: Accessor<readonly HeldRow[]>,
  list: () => HTMLElement | undefined,
): void {
  let before: ReadonlyMap<string, Tone> = new Map();
  createEffect(() => {
    if (rows().some(({ isGuess }) => isGuess)) return;
    // By the step: what is taken back begins another round, under another key.
    const keyByStep = new Map(rows().map(({ run, step, key }) => [`${run} ${step}`, key]));
    const after = new Map(rows().map(({ run, step, tone }) => [`${run} ${step}`, tone]));
    const moves = computeHandOffs(before, after);
    before = after;
    const container = list();
    if (container === undefined || document.visibilityState !== 'visible') return;
    for (const { from, to } of moves)
      fly(container, { from: keyByStep.get(from) ?? '', to: keyByStep.get(to) ?? '' });
  });
}

function fly(container: HTMLElement, move: HandOff): void {
  const node = (key: string): Element | null => container.querySelector(`[data-node="${CSS.escape(key)}"]`);
  const from = node(move.from);
  const to = node(move.to);
  if (from === null || to === null || typeof to.animate !== 'function') return;
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    to.animate({ opacity: [0, 1] }, fadeMs);
    return;
  }
  const origin = container.getBoundingClientRect();
  const centre = (element: Element): { readonly x: number; readonly y: number } => {
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2 - origin.x, y: box.y + box.height / 2 - origin.y };
  };
  const start = centre(from);
  const end = centre(to);
  const flyer = document.createElement('span');
  flyer.className = styles.flyer ?? '';
  container.append(flyer);
  to.animate({ opacity: [0, 0, 1] }, { duration: fullMs });
  const flight = flyer.animate(
    [
      { transform: `translate(${start.x}px, ${start.y}px)`, easing: 'ease-in' },
      {
        transform: `translate(${(start.x + end.x) / 2}px, ${(start.y + end.y) / 2}px) scaleY(1.25)`,
        offset: 0.4,
        easing: spring,
      },
      { transform: `translate(${end.x}px, ${end.y}px)` },
    ],
    { duration: fullMs },
  );
  const land = (): void => flyer.remove();
  flight.finished.then(land, land);
}
