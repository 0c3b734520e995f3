import { describe, expect, it } from 'vitest';
import { asId, type ItemId } from '../../../src/model/ids.ts';
import { validateWorkflow } from '../../../src/model/validate-workflow.ts';
import type { WorkflowDefinition } from '../../../src/model/workflow.ts';
import { date, derived, fact, factId, instant } from '../../support/fact-values.ts';
import { ana, makeDevice, plan, sam, startPlan, step, stepId } from '../../support/run-bench.ts';
import { stateToPlain } from '../../support/state-to-plain.ts';
import {
  workflowId,
  part,
  on,
  answers,
  trip,
  travel,
  around,
  mapped,
  layOut,
  refused,
} from '../../support/trip-as-part.ts';

const byHand = around(
  [
    step('plan'),
    step('travel~book', ['plan'], {
      assignee: part('travel~helper'),
      due: { kind: 'offset', from: { step: stepId('plan') }, days: 2 },
      writes: [factId('arrival')],
      ifStalls: [{ from: 'due', after: 60, action: 'tellConductor' }],
      undo: { title: 'Cancel it', cancelBy: { kind: 'offset', from: factId('travel~leave'), days: 0 } },
      title: 'book',
    }),
    step('travel~check', ['travel~book'], {
      kind: 'decision',
      assignee: { kind: 'sameAs', step: stepId('travel~book') },
      notBy: [stepId('travel~book')],
      reads: [{ fact: factId('arrival') }],
      ifStalls: [],
      outcomes: [
        { id: 'fine', name: 'Fine' },
        { id: 'wrong', name: 'Wrong', redo: { section: 'travel~booking', atMost: 2 } },
      ],
      title: 'check',
    }),
    step('travel~go', [], {
      after: [on('travel~check', 'fine')],
      kind: 'contact',
      assignee: part('chair'),
      writes: [factId('travel~hotel')],
      contact: { how: 'mail', text: 'I land {arrival}, and leave {travel~leave}.' },
      ifStalls: [],
      title: 'go',
    }),
    step('meet', ['travel~go']),
  ],
  {
    parts: [
      { id: 'chair', name: 'Who chairs' },
      { id: 'travel~helper', name: 'Who books' },
    ],
    facts: [
      fact('day', 'date'),
      fact('arrival', 'instant'),
      fact('travel~hotel', 'text', { name: 'hotel' }),
      derived('travel~leave', 'day', 'date', { days: -1 }),
    ].map((each) => (each.id === 'travel~leave' ? { ...each, name: 'leave' } : each)),
    sections: [
      {
        id: 'travel',
        name: 'travel',
        workflow: trip.id,
        steps: ['travel~book', 'travel~check', 'travel~go'].map(stepId),
      },
      { id: 'travel~booking', name: 'Booking', steps: ['travel~book', 'travel~check'].map(stepId) },
    ],
  },
);

describe('a workflow laid out with its parts', () => {
  it('[B2] is the plan that one would have written by hand, and folds to the same', () => {
    const laid = layOut(around([step('plan'), travel(mapped), step('meet', ['travel'])]));
    expect(laid).toEqual(byHand);
    expect(validateWorkflow(laid)).toEqual({ ok: true, value: null });
    const play = (definition: WorkflowDefinition): unknown => {
      let minute = 0;
      const device = makeDevice(ana, 'a', () => Date.UTC(2026, 2, 2, 9) + (minute += 1) * 60_000);
      device.do(
        startPlan(definition, { parts: { chair: sam }, facts: { [factId('day')]: date('2026-04-01') } }),
        {
          commandId: 'start',
        },
      );
      for (const id of ['plan', 'travel~book'])
        device.do(
          {
            kind: 'completeStep',
            occurrence: { step: stepId(id), items: [], iteration: 1 },
            ...(id === 'plan' ? {} : { facts: { [factId('arrival')]: instant('2026-03-31T10:00:00Z') } }),
          },
          { commandId: id },
        );
      return stateToPlain(device.state());
    };
    expect(play(laid)).toEqual(play(byHand));
  });

  it('[B2] answers a workflow without parts as it is', () => {
    expect(layOut(trip)).toBe(trip);
  });

  it('[B2] asks at the start for what the part asks for, and keeps what two parts have apart', () => {
    const laid = layOut(
      around([
        step('plan'),
        travel(),
        step('back', ['travel'], { kind: 'subflow', subflow: { workflow: trip.id } }),
      ]),
    );
    const asked = laid.facts.filter(({ atStart }) => atStart === true).map(({ id }) => id);
    expect(asked).toEqual(['travel~meeting', 'back~meeting']);
    expect(laid.facts.some(({ anchor }) => anchor === true)).toBe(false);
    expect(laid.parts.map(({ id }) => id)).toEqual([
      'chair',
      'travel~traveller',
      'travel~helper',
      'back~traveller',
      'back~helper',
    ]);
    expect(laid.steps.find(({ id }) => id === 'back~book')?.after).toEqual([{ from: 'travel~go' }]);
    expect(validateWorkflow(laid).ok).toBe(true);
  });

  it('[B2] hands start, due date, join and condition to the steps with which it begins and ends', () => {
    const laid = layOut(
      around([
        step('plan'),
        step('ask'),
        travel(mapped, {
          after: [{ from: stepId('plan'), lag: 5 }, { from: stepId('ask') }],
          join: { kind: 'any' },
          onlyIf: { fact: factId('day'), is: 'set' },
          start: { kind: 'date', date: '2026-04-01' },
          due: { kind: 'date', date: '2026-04-09' },
        }),
      ]),
    );
    const [, , book, check, go] = laid.steps;
    expect(book).toMatchObject({
      after: [{ from: 'plan', lag: 5 }, { from: 'ask' }],
      join: { kind: 'any' },
      onlyIf: { is: 'set' },
      start: { date: '2026-04-01' },
      due: { kind: 'offset', from: 'runStart' },
    });
    expect([check?.join, check?.due, go?.due]).toEqual([
      undefined,
      undefined,
      { kind: 'date', date: '2026-04-09' },
    ]);
  });

  it('[B3] goes on behind a part as soon as nothing is left to do there, also where it ends early', () => {
    const short: WorkflowDefinition = {
      ...plan([
        step('ask', [], { kind: 'decision', outcomes: answers }),
        step('do', [], { after: [on('ask', 'yes')] }),
        step('tidy', []),
      ]),
      id: workflowId('short'),
    };
    const inner = step('inner', ['plan'], { kind: 'subflow', subflow: { workflow: short.id } });
    const laid = layOut(around([step('plan'), inner, step('meet', ['inner'])]), short);
    expect(laid.steps.at(-1)?.after).toEqual([
      { from: 'inner~ask', outcomes: ['no'] },
      { from: 'inner~do' },
      { from: 'inner~tidy' },
    ]);
    expect(validateWorkflow(laid).ok).toBe(true);
    const device = makeDevice(ana);
    device.do(startPlan(laid));
    device.complete('plan');
    device.do({
      kind: 'completeStep',
      occurrence: { step: stepId('inner~ask'), items: [], iteration: 1 },
      outcome: 'no',
    });
    expect(device.of('inner~do').status).toBe('withdrawn');
    expect(device.of('meet').status).toBe('created');
    device.complete('inner~tidy');
    expect(device.of('meet').status).toBe('ready');
    // One of several cannot be told of a part that ends with several steps.
    const either = step('meet', ['inner', 'plan'], { join: { kind: 'any' } });
    expect(refused(around([step('plan'), inner, either]), short)).toEqual([
      'step "meet" starts after one of several, or counts from the end of one, and subflow "inner" ends with more than one step',
    ]);
  });

  it('[B4] is done once an item: what its steps write is one value each, what is asked for is said once', () => {
    const perItem = { name: 'traveller', items: 'start', wait: { kind: 'all' } } as const;
    const laid = layOut(
      around([
        step('plan'),
        travel({ ...mapped, perItem }),
        step('meet', ['travel'], { reads: [{ fact: factId('arrival') }] }),
      ]),
    );
    expect(validateWorkflow(laid)).toEqual({ ok: true, value: null });
    expect(laid.facts.map(({ id, perItem: list }) => [id, list ?? null])).toEqual([
      ['day', null],
      ['arrival', 'travel'],
      ['travel~hotel', 'travel'],
      ['travel~leave', null],
    ]);
    const device = makeDevice(ana);
    const items = ['mia', 'ben'].map((id) => ({ id: asId<ItemId>(id), name: id }));
    device.do(startPlan(laid, { parts: {}, items: { travel: items } }));
    device.complete('plan');
    expect(device.of('travel~book/mia').status).toBe('ready');
    expect(device.state().steps.map(({ id }) => id)).toContain('travel~go/ben');
  });
});
