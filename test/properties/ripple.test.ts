import { describe, expect, it } from 'vitest';
import { playRipple } from '../support/ripple-play.ts';

describe('[F1] [F2] what a changed fact asks', () => {
  it('is asked of exactly the direct readers that see it otherwise now, by notes kept on 200 plays', () => {
    const plays = Array.from({ length: 200 }, (_, index) => playRipple(9_000 + index));
    const sum = (of: keyof (typeof plays)[number]): number =>
      plays.reduce((total, play) => total + play[of], 0);
    // Plays in which nothing was asked would prove nothing.
    for (const happened of ['asked', 'takenBack', 'confirmed', 'provisional'] as const)
      expect(sum(happened), happened).toBeGreaterThan(40);
  });
});
