/** A day without a time, told among instants: noon of that day where the screen's clock is. */
import type { Formats } from './formats.ts';

const halfDay = 12 * 60 * 60_000;

/** `date` as `YYYY-MM-DD`; milliseconds since 1970, on that day in the formats' zone. */
export function noonOf(f: Pick<Formats, 'inputDate'>, date: string): number {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const there = f.inputDate(noon);
  // Noon in Greenwich is another day at the far ends of the world.
  return there === date ? noon : there > date ? noon - halfDay : noon + halfDay;
}
