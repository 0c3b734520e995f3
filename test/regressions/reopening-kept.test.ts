import { describe, expect, it } from 'vitest';
import { occurrence, startTwo, step } from '../support/run-bench.ts';

describe('a conflict that ends by keeping a reopening', () => {
  it('[M1] leaves the pass before as the reopening found it: not held, since nothing of it is in dispute any more', () => {
    const { a, b, meet } = startTwo([step('call')]);
    a.fail('call');
    b.do({ kind: 'cancelStep', occurrence: occurrence('call') });
    const reopening = b.reopen('call');
    meet();
    expect(a.of('call')).toMatchObject({ status: 'held', occurrence: occurrence('call') });
    a.do({ kind: 'resolveConflict', occurrence: occurrence('call'), keep: reopening.id });
    expect(a.of('call')).toMatchObject({ status: 'ready', occurrence: occurrence('call', 2) });
    const before = [...a.state().occurrences.values()].find(({ key }) => key === 'call//1');
    expect(before).toMatchObject({ status: 'terminated', conflict: [] });
  });
});
