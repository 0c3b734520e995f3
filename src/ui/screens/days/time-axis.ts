/**
 * Where moments stand on the screen: every day as wide as the next, folded days in one narrow stretch whatever they are.
 * Few days are as wide as the room takes; many keep a width at which they can be read, and are scrolled.
 * Places are days since the first one, as the view gives them; lengths are pixels from the first day's start.
 */
import type { DayStretch } from '../../../views/days-view.ts';

export interface AxisPiece extends DayStretch {
  readonly x: number;
  readonly width: number;
}

export interface TimeAxis {
  readonly dayWidth: number;
  readonly width: number;
  readonly pieces: readonly AxisPiece[];
  readonly toX: (place: number) => number;
}

const usual = 44;
/** Wider, and a day says no more. */
const widest = 176;
const foldWidth = 64;
/** Up to so many days, none is narrower. */
const narrowest: readonly (readonly [most: number, width: number])[] = [
  [130, usual],
  [420, 16],
];
const narrowestOfAll = 5;

/** `room`: how wide the days may be together without being scrolled, pixels; 0 while nobody knows. */
export function makeTimeAxis(stretches: readonly DayStretch[], room = 0): TimeAxis {
  const days = stretches.reduce((sum, stretch) => sum + (stretch.folded ? 0 : stretch.days), 0);
  const folds = stretches.filter(({ folded }) => folded).length;
  const least = narrowest.find(([most]) => days <= most)?.[1] ?? narrowestOfAll;
  // Whole pixels: the lines between days stay sharp.
  const filling = days === 0 ? 0 : Math.floor((room - folds * foldWidth) / days);
  const dayWidth = Math.max(least, Math.min(widest, filling));
  let x = 0;
  const pieces = stretches.map((stretch): AxisPiece => {
    const width = stretch.folded ? foldWidth : stretch.days * dayWidth;
    const piece = { ...stretch, x, width };
    x += width;
    return piece;
  });
  const end = x;
  return {
    dayWidth,
    width: end,
    pieces,
    toX: (place) => {
      const piece = pieces.findLast(({ from }) => from <= place) ?? pieces[0];
      if (piece === undefined) return 0;
      const at = piece.x + ((place - piece.from) / piece.days) * piece.width;
      return Math.min(end, Math.max(0, at));
    },
  };
}
