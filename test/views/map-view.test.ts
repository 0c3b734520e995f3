import { describe, expect, it, vi } from 'vitest';
import type { RunId, StepId, WorkflowId } from '../../src/model/ids.ts';
import { asId } from '../../src/model/ids.ts';
import type { SectionDefinition, StepDefinition } from '../../src/model/workflow.ts';
import { computeDraftMapView } from '../../src/views/compute-draft-map-view.ts';
import { computeMapView } from '../../src/views/compute-map-view.ts';
import { computeMapFrames } from '../../src/views/map-boxes.ts';
import { computeMapLinks } from '../../src/views/map-links.ts';
import { computeMapPlan, computeNodeWidth, type MapShape } from '../../src/views/map-shape.ts';
import type { MapPlacement } from '../../src/views/map-view.ts';
import type { SpaceSnapshot } from '../../src/views/space-snapshot.ts';
import { emptySnapshot } from '../../src/worker/take-snapshot.ts';
import { mia, startCamps } from '../support/camps.ts';
import { ana, run, sam, step, stepId } from '../support/run-bench.ts';
import { spaceOf, start, startTrip } from '../support/trip-space.ts';

/** Every node on a row of its own; lines from one corner to the other. */
function inOneColumn(shape: MapShape): MapPlacement {
  const yOf = new Map(shape.nodes.map(({ step: id }, index) => [id, index * 100]));
  const corner = (id: StepId) => ({ x: 0, y: yOf.get(id) ?? 0 });
  return {
    width: 300,
    height: shape.nodes.length * 100,
    nodes: new Map(shape.nodes.map(({ step: id }) => [id, corner(id)])),
    edges: new Map(shape.edges.map(({ key, from, to }) => [key, [corner(from), corner(to)]])),
    labels: new Map(),
    boxes: new Map(shape.boxes.map(({ key }) => [key, { x: 0, y: 0, width: 300, height: 100 }])),
  };
}

const section = (id: string, steps: readonly string[], more: Partial<SectionDefinition> = {}) => ({
  id,
  name: id,
  steps: steps.map(stepId),
  ...more,
});
const drawn = (steps: readonly StepDefinition[]) =>
  computeMapLinks(steps).map(({ key, kind, strength, outcomes }) => [key, kind, strength, ...outcomes]);

describe('the lines of a map', () => {
  it('leave out what a longer way already tells', () => {
    expect(drawn([step('a'), step('b', ['a']), step('c', ['a', 'b'])])).toEqual([
      ['a > b', 'after', 'hard'],
      ['b > c', 'after', 'hard'],
    ]);
  });

  it('never leave out what blocks for a way that only warns', () => {
    const c = step('c', [], { after: [{ from: stepId('b'), strength: 'soft' }, { from: stepId('a') }] });
    expect(drawn([step('a'), step('b', ['a']), c])).toEqual([
      ['a > b', 'after', 'hard'],
      ['b > c', 'after', 'soft'],
      ['a > c', 'after', 'hard'],
    ]);
  });

  it('name the outcomes that they are followed for, and say how strongly they hold', () => {
    const decide = step('decide', [], {
      kind: 'decision',
      outcomes: [
        { id: 'yes', name: 'Go' },
        { id: 'no', name: 'Stay' },
      ],
    });
    const pack = step('pack', [], { after: [{ from: stepId('decide'), outcomes: ['yes'] }] });
    const fly = step('fly', [], { after: [{ from: stepId('pack'), strength: 'enforced' }] });
    expect(drawn([decide, pack, fly])).toEqual([
      ['decide > pack', 'after', 'hard', 'Go'],
      ['pack > fly', 'after', 'enforced'],
    ]);
  });

  it('lead from a step to what stands in for it, and from nowhere that is not there', () => {
    const call = step('call', ['gone'], { fallbackOf: stepId('ask') });
    expect(drawn([step('ask'), call])).toEqual([['ask > call', 'standIn', 'hard']]);
  });
});

describe('the frames of a map', () => {
  const steps = ['a', 'b', 'c', 'd', 'e'].map((id) => step(id));
  const frames = (...sections: readonly SectionDefinition[]) =>
    computeMapFrames(steps, sections, []).map(({ key, kind, parent }) => [key, kind, parent]);

  it('nest like a tree, outer ones first', () => {
    expect(
      frames(
        section('inner', ['b', 'c']),
        section('outer', ['a', 'b', 'c'], { workflow: asId('other') }),
        section('beside', ['d', 'e']),
      ),
    ).toEqual([
      ['outer', 'part', null],
      ['inner', 'section', 'outer'],
      ['beside', 'section', null],
    ]);
  });

  it('are left out where they would cut through another, hold one step, or hold all', () => {
    expect(
      frames(
        section('one', ['a', 'b', 'c']),
        section('cut', ['c', 'd']),
        section('lone', ['e']),
        section('all', ['a', 'b', 'c', 'd', 'e']),
      ),
    ).toEqual([['one', 'section', null]]);
  });

  it('hold a list, each of its items, and what belongs together in each of them', () => {
    const { state } = startCamps();
    const { steps: placed, items, workflow } = state();
    const found = computeMapFrames(placed, workflow?.definition.sections ?? [], items);
    expect(found.map(({ key, kind, name, parent }) => [key, kind, name, parent])).toEqual([
      ['children', 'list', 'Children', null],
      [`children/${mia.id}`, 'item', 'Mia', 'children'],
      ['children/ben', 'item', 'Ben', 'children'],
      ['choice/mia', 'section', 'Choice', 'children/mia'],
      ['choice/ben', 'section', 'Choice', 'children/ben'],
    ]);
  });
});

describe('the map of a run', () => {
  const view = (device: ReturnType<typeof startTrip>, me = ana) =>
    computeMapView(spaceOf(device, me), run, start, inOneColumn);

  it('shows what ran, what is to come, and on which way the baton came to me', () => {
    const device = startTrip();
    device.complete('confirm');
    const states = (me: typeof ana) =>
      new Map(view(device, me).edges.map(({ key, state }) => [key, state] as const));
    expect(states(sam).get('confirm > budget')).toBe('leg');
    expect(states(sam).get('confirm > flights')).toBe('run');
    expect(states(ana).get('budget > hotel')).toBe('next');
  });

  it('has the same shape whatever happens in the run, so that nothing moves', () => {
    const device = startTrip();
    const find = vi.fn(inOneColumn);
    computeMapView(spaceOf(device, ana), run, start, find);
    device.complete('confirm');
    computeMapView(spaceOf(device, ana), run, start, find);
    expect(find.mock.calls[1]).toEqual(find.mock.calls[0]);
    expect(find.mock.calls[0]?.[0].nodes).toHaveLength(10);
  });

  it('draws nothing before it is known where, and of a run that is not here', () => {
    const device = startTrip();
    const unplaced = computeMapView(spaceOf(device, ana), run, start, () => null);
    expect(unplaced).toMatchObject({ availability: 'here', placed: false, nodes: [] });
    const other = computeMapView(spaceOf(device, ana), asId<RunId>('other'), start, inOneColumn);
    expect(other.availability).toBe('missing');
  });
});

describe('the map of a workflow that is being written', () => {
  const workflow = asId<WorkflowId>('sale');
  const spaceWith = (
    steps: readonly StepDefinition[],
    sections: readonly SectionDefinition[] = [],
  ): SpaceSnapshot => {
    const definition = { id: workflow, title: 'Sale', parts: [], facts: [], steps, sections };
    return {
      ...emptySnapshot,
      editor: {
        workflow,
        source: 'new',
        used: null,
        number: null,
        reading: { definition, rankById: new Map(), dropped: [] },
        partProblems: [],
        versions: [],
        canUndo: false,
        canRedo: false,
        others: [],
        namedBy: [],
        isShipped: false,
        text: '',
      },
    };
  };
  const space = spaceWith(
    [
      step('ask'),
      step('bake', ['ask']),
      step('hire', [], { onlyIf: { fact: asId('guests'), is: 'set' }, fallbackOf: stepId('bake') }),
      step('sell', ['bake']),
    ],
    [section('Kitchen', ['bake', 'hire'])],
  );

  it('draws each step once, with nothing run and no baton anywhere', () => {
    const map = computeDraftMapView(space, workflow, inOneColumn);
    expect(map.placed).toBe(true);
    expect(map.nodes.map(({ key, step: id, onlyIf, toUndo }) => [key, id, onlyIf, toUndo])).toEqual([
      ['ask', 'ask', false, false],
      ['bake', 'bake', false, false],
      ['hire', 'hire', true, false],
      ['sell', 'sell', false, false],
    ]);
    expect(map.edges.map(({ key, kind, state }) => [key, kind, state])).toEqual([
      ['ask > bake', 'after', 'next'],
      ['bake > hire', 'standIn', 'next'],
      ['bake > sell', 'after', 'next'],
    ]);
    expect(map.boxes.map(({ kind, name }) => [kind, name])).toEqual([['section', 'Kitchen']]);
  });

  it('draws nothing before it is known where, and nothing of another workflow', () => {
    expect(computeDraftMapView(space, workflow, () => null)).toMatchObject({ placed: false, nodes: [] });
    const other = computeDraftMapView(space, asId<WorkflowId>('other'), inOneColumn);
    expect(other).toMatchObject({ placed: false, nodes: [], width: 0 });
  });
});

describe('how wide a step is drawn', () => {
  it('follows its title between two bounds, and counts broad letters twice', () => {
    expect(computeNodeWidth('Pack')).toBe(computeNodeWidth(''));
    expect(computeNodeWidth('x'.repeat(200))).toBe(computeNodeWidth('x'.repeat(100)));
    expect(computeNodeWidth('予約を確認するためのもの')).toBeGreaterThan(computeNodeWidth('twelve chars'));
  });

  it('is the only thing that a title changes in a shape', () => {
    const shapeOf = (title: string) =>
      computeMapPlan({ steps: [step('a', [], { title }), step('b', ['a'])], sections: [], items: [] }).shape;
    expect(shapeOf('Pack')).toEqual(shapeOf('Wash'));
    expect(shapeOf('Pack')).not.toEqual(shapeOf('Pack everything for two weeks'));
  });
});
