/** How people of a simulated household are: drawn once from the seed, acted out at every look at the app. */
import { pickWeighted, type Random } from '../support/random.ts';

export const temperaments = ['prompt', 'slow', 'forgetful', 'silent', 'outside'] as const;
export type Temperament = (typeof temperaments)[number];

export const hour = 3_600_000;
export const day = 24 * hour;

export interface Habits {
  readonly temperament: Temperament;
  /** How long between two looks at the app by themselves, least and most; null: never. Milliseconds. */
  readonly looksEvery: readonly [number, number] | null;
  /** How long after being told they look. */
  readonly answersAfter: readonly [number, number];
  /** How likely being told makes them look at all. */
  readonly heeds: number;
  /** How likely a step that is theirs is worked on at a look, and something that is told is acted on. */
  readonly does: number;
  readonly handles: number;
}

const habitsOf: Readonly<Record<Temperament, Omit<Habits, 'temperament'>>> = {
  prompt: {
    looksEvery: [3 * hour, 20 * hour],
    answersAfter: [hour / 6, 3 * hour],
    heeds: 1,
    does: 0.9,
    handles: 0.9,
  },
  slow: {
    looksEvery: [1.5 * day, 5 * day],
    answersAfter: [6 * hour, 2 * day],
    heeds: 0.8,
    does: 0.6,
    handles: 0.6,
  },
  // Nothing happens before they are reminded.
  forgetful: { looksEvery: null, answersAfter: [hour, 10 * hour], heeds: 0.9, does: 0.85, handles: 0.85 },
  silent: { looksEvery: null, answersAfter: [12 * hour, 4 * day], heeds: 0.15, does: 0.4, handles: 0.3 },
  outside: { looksEvery: null, answersAfter: [day, day], heeds: 0, does: 0, handles: 0 },
};

export function habitsFor(temperament: Temperament): Habits {
  return { temperament, ...habitsOf[temperament] };
}

export function drawTemperament(random: Random): Temperament {
  return pickWeighted<Temperament>(random, [
    [4, 'prompt'],
    [3, 'slow'],
    [3, 'forgetful'],
    [2, 'silent'],
  ]);
}

export function between(random: Random, [least, most]: readonly [number, number]): number {
  return Math.round(least + random() * (most - least));
}
