import { describe, expect, it } from 'vitest';
import { playOrJoin } from '../support/or-join-play.ts';

describe('[J1] the `all` join', () => {
  it('decides as a global OR-join on tokens does, on 400 random graphs with exclusive outcomes', () => {
    const plays = Array.from({ length: 400 }, (_, index) => playOrJoin(7_000 + index));
    // Graphs on which nothing ever died would prove little.
    expect(plays.filter(({ withdrawn }) => withdrawn > 0).length).toBeGreaterThan(100);
    expect(plays.filter(({ joinedAcrossDead }) => joinedAcrossDead > 0).length).toBeGreaterThan(50);
  });
});
