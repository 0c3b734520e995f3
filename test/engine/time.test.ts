import { describe, expect, it } from 'vitest';
import { computeTimed } from '../../src/engine/timed.ts';
import { startTwo, step } from '../support/run-bench.ts';

describe('lateness', () => {
  const due = Date.UTC(2026, 2, 5, 17);
  const steps = [
    step('x', [], { due: { kind: 'date', date: '2026-03-05', time: '17:00' } }),
    step('y', ['x'], { due: { kind: 'date', date: '2026-03-06' } }),
  ];

  it('[E3] names the next instant at which the answer changes', () => {
    const { a } = startTwo(steps);
    expect(computeTimed(a.state(), due)).toMatchObject({ late: new Set(), nextWakeAt: due + 1 });
    const endOfSixth = Date.UTC(2026, 2, 6, 23, 59, 59, 999);
    expect(computeTimed(a.state(), due + 1)).toMatchObject({
      late: new Set(['x//1']),
      nextWakeAt: endOfSixth + 1,
    });
    expect(computeTimed(a.state(), endOfSixth + 1)).toMatchObject({
      late: new Set(['x//1', 'y//1']),
      nextWakeAt: null,
    });
  });

  it('[E2] is no event: a completion that arrives late takes it back, and the state never knew the time', () => {
    const { a, b } = startTwo(steps);
    b.complete('x');
    expect(computeTimed(a.state(), due + 1).late.size).toBe(1);
    a.receive(b);
    expect(computeTimed(a.state(), due + 1).late.size).toBe(0);
  });

  it('a step that failed is late like any other that waits for somebody; a cancelled run is never late', () => {
    const { a } = startTwo(steps);
    a.fail('x');
    expect(computeTimed(a.state(), due + 1).late.has(a.of('x').key)).toBe(true);
    a.do({ kind: 'cancelRun' });
    expect(a.of('y').status).toBe('terminated');
    expect(computeTimed(a.state(), due + 1)).toEqual({
      late: new Set(),
      scheduled: new Set(),
      lateUndos: new Set(),
      nextWakeAt: null,
    });
  });
});
