import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type ItemId, type RunId, type StepId } from '../../src/model/ids.ts';
import { occurrenceKey } from '../../src/model/occurrence.ts';
import { keyFromParam, runFromParam, stepPath } from '../../src/ui/routes.ts';

describe('Addresses of steps', () => {
  it('bring every occurrence key back, whatever its ids hold', () => {
    const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !text.includes('/'));
    fc.assert(
      fc.property(
        id,
        id,
        fc.array(
          id.filter((text) => !text.includes('.')),
          { maxLength: 2 },
        ),
        fc.integer({ min: 1, max: 99 }),
        (run, step, items, iteration) => {
          const key = occurrenceKey({
            step: asId<StepId>(step),
            items: items.map((item) => asId<ItemId>(item)),
            iteration,
          });
          const path = stepPath(asId<RunId>(run), key);
          const [, , runParam, keyParam] = path.split('/');
          expect(path.split('/')).toHaveLength(4);
          expect(runFromParam(runParam)).toBe(run);
          expect(keyFromParam(keyParam)).toBe(key);
        },
      ),
      { seed: 2409, numRuns: 200 },
    );
  });

  it('takes a cut or mistyped address for no step', () => {
    expect(keyFromParam('hotel')).toBeNull();
    expect(keyFromParam(undefined)).toBeNull();
    expect(keyFromParam('100%~~1')).toBe('100%//1');
  });
});
