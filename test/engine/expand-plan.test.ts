import { describe, expect, it } from 'vitest';
import { expandFacts } from '../../src/engine/items/expand-facts.ts';
import { expandPlan } from '../../src/engine/items/expand-plan.ts';
import { computeItemLists } from '../../src/engine/items/item-list.ts';
import { placeOf, stepOfPlace } from '../../src/model/place.ts';
import { asId, type StepId } from '../../src/model/ids.ts';
import { computeTopologicalOrder } from '../../src/model/topological-order.ts';
import { folded } from '../support/laws/folded.ts';
import { makeHistory } from '../support/random-history.ts';
import { randomStartItems } from '../support/random-items.ts';
import { makeRandom } from '../support/random.ts';
import { makeWorkflow } from '../support/random-workflow.ts';
import { tripSteps } from '../support/run-bench.ts';
import { templates } from '../../src/templates/templates.ts';

const never = (): boolean => false;
const seeds = Array.from({ length: 300 }, (_, index) => index);

describe('a plan laid out for its items', () => {
  it('[J6] is the very same list where nothing is done per item', () => {
    expect(expandPlan(tripSteps, [], [])).toBe(tripSteps);
    for (const { steps, facts, sections } of templates.filter(({ sections = [] }) =>
      sections.every(({ perItem }) => perItem === undefined),
    )) {
      const lists = computeItemLists(sections === undefined ? {} : { sections }, undefined, [], never);
      expect(expandPlan(steps, facts, lists)).toBe(steps);
      expect(expandFacts(facts, lists)).toBe(facts);
    }
  });

  it('[J6] has no cycle, no step twice and no edge that leads nowhere, whatever the plan', () => {
    let gathered = 0;
    for (const seed of seeds) {
      const random = makeRandom(seed);
      const definition = makeWorkflow(random);
      const lists = computeItemLists(definition, randomStartItems(random, definition), [], never);
      const steps = expandPlan(definition.steps, definition.facts, lists);
      const ids = new Set(steps.map(({ id }) => id));
      expect(ids.size).toBe(steps.length);
      for (const { after } of steps) for (const { from } of after) expect(ids).toContain(from);
      expect(computeTopologicalOrder(steps)?.length).toBe(steps.length);
      const written = new Set(definition.steps.map(({ id }) => id));
      for (const id of ids) expect(written).toContain(stepOfPlace(id));
      gathered += steps.filter(({ gathers }) => gathers !== undefined).length;
    }
    expect(gathered).toBeGreaterThan(20);
  });

  it('[J6] gives every occurrence the place of its step, whatever happened', () => {
    let inItems = 0;
    for (const seed of seeds.slice(0, 60)) {
      const state = folded(makeHistory(seed).events);
      for (const [place, { occurrence }] of state.current) {
        expect(placeOf(occurrence)).toBe(place);
        inItems += occurrence.items.length;
      }
      expect([...state.current.keys()]).toEqual(state.steps.map(({ id }) => id));
    }
    expect(inItems).toBeGreaterThan(20);
  });

  it('keeps ids of steps apart from places', () => {
    expect(stepOfPlace(asId<StepId>('pay/mia'))).toBe('pay');
    expect(stepOfPlace(asId<StepId>('pay'))).toBe('pay');
  });
});
