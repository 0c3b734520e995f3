import { describe, expect, it } from 'vitest';
import { allScenarios } from './all-scenarios.ts';
import { outcomesToLines } from './pattern-table.ts';
import { playScenario } from './scenario.ts';

describe('the control-flow patterns of workflows', () => {
  const outcomes = allScenarios.map(playScenario);

  it.each(outcomes.map(({ number, name, verdict, seen }) => [number, name, verdict, seen] as const))(
    '%i %s goes as its scenario says',
    (_number, _name, verdict, seen) => {
      expect([verdict, seen]).not.toContain('failed');
    },
  );

  it('[V1] are all 43, and what each is comes from what happened', () => {
    expect(outcomes.map(({ number }) => number)).toEqual(Array.from({ length: 43 }, (_, index) => index + 1));
    expect(outcomesToLines(outcomes).at(-1)).toBe('30 direct, 4 advisory, 9 refused');
  });

  it('a scenario that asserts what is not so fails, one that starts nothing is nothing', () => {
    const broken = { number: 1, name: 'Sequence', play: (): never => expect.unreachable('not so') };
    expect(playScenario(broken).verdict).toBe('failed');
    expect(playScenario({ number: 1, name: 'Sequence', play: () => 'nothing' }).verdict).toBe('failed');
    expect(outcomesToLines([playScenario(broken)]).at(-1)).toBe('0 direct, 0 advisory, 0 refused, 1 failed');
  });
});
