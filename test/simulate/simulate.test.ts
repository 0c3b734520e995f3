import { describe, expect, it } from 'vitest';
import { templates } from '../../src/templates/templates.ts';
import { checkOutcome } from './check-outcome.ts';
import { playWorkflow } from './play-workflow.ts';
import { tellStory } from './tell-story.ts';

const seeds = [1, 2, 3, 4];

describe('simulated runs', () => {
  it.each(templates.map((definition) => [definition.id, definition] as const))(
    '[X2] [X4] [X5] [M2] of %s end with people, nobody silently late, all devices agreed',
    { timeout: 60_000 },
    async (_id, definition) => {
      const outcomes = await Promise.all(seeds.map((seed) => playWorkflow(definition, seed)));
      expect(outcomes.map(checkOutcome)).toEqual(seeds.map(() => []));
      // Worlds in which nothing happens, or nothing goes wrong, would pass as well.
      expect(outcomes.flatMap(({ log }) => log).length).toBeGreaterThan(40);
      expect(outcomes.flatMap(({ lateness }) => lateness).length).toBeGreaterThan(0);
      expect(outcomes.flatMap(({ tellings }) => tellings).length).toBeGreaterThan(0);
      expect(outcomes.flatMap(({ ways }) => ways).length).toBeGreaterThan(0);
    },
  );

  it('tell the same story for the same seed, byte by byte, whatever was played before', async () => {
    const [first, second] = templates;
    if (first === undefined || second === undefined) throw new Error('there are no workflows');
    const once = tellStory(await playWorkflow(first, 5));
    const other = tellStory(await playWorkflow(second, 9));
    expect(tellStory(await playWorkflow(first, 5))).toBe(once);
    expect(tellStory(await playWorkflow(second, 9))).toBe(other);
    expect(once).not.toBe(tellStory(await playWorkflow(first, 6)));
  });
});
