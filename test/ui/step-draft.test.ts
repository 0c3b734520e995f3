import { describe, expect, it } from 'vitest';
import { asId, type FactId, type StepId } from '../../src/model/ids.ts';
import type { DateRule, StepDefinition } from '../../src/model/workflow.ts';
import {
  formToRule,
  keyToOrigin,
  ruleToForm,
  ruleToKey,
  withOrigin,
} from '../../src/ui/screens/editor/date-rule.ts';
import {
  draftToOperations,
  draftToStep,
  emptyDraft,
  newStepToOperations,
  withEdge,
  withFields,
} from '../../src/ui/screens/editor/step-draft.ts';
import { stepsBefore } from '../../src/ui/screens/editor/steps-before.ts';
import { keyToWhen, whenToKey, withOutcome } from '../../src/ui/screens/follow-ups/follow-up-when.ts';
import { matchFacts, matchParts } from '../../src/ui/screens/editor/match-facts.ts';
import { withKind } from '../../src/ui/screens/editor/with-kind.ts';
import { keyToWho, whoToKey } from '../../src/ui/screens/editor/who-key.ts';

const id = (step: string) => asId<StepId>(step);
const bake: StepDefinition = {
  id: id('bake'),
  kind: 'task',
  title: 'Bake',
  after: [{ from: id('buy') }, { from: id('ask'), strength: 'soft' }],
  assignee: { kind: 'conductor' },
  estimate: 60,
};

describe('what somebody changed about a step', () => {
  it('is nothing while everything is as it was, also when it was changed and changed back', () => {
    expect(draftToOperations(bake, emptyDraft)).toEqual([]);
    const there = withEdge(withFields(emptyDraft, { title: 'Bake cakes' }), id('buy'), null);
    const back = withEdge(withFields(there, { title: 'Bake' }), id('buy'), { from: id('buy') });
    expect(draftToOperations(bake, back)).toEqual([]);
    expect(draftToOperations(bake, withFields(emptyDraft, { notBy: [], checklist: [] }))).toEqual([]);
  });

  it('is sent field by field and edge by edge, and nothing beside', () => {
    const draft = withEdge(
      withEdge(withFields(emptyDraft, { title: ' Bake cakes ', estimate: null }), id('ask'), {
        from: id('ask'),
        strength: 'enforced',
      }),
      id('buy'),
      null,
    );
    expect(draftToOperations(bake, draft)).toEqual([
      { kind: 'setStep', step: 'bake', set: { title: 'Bake cakes', estimate: null } },
      { kind: 'addEdge', to: 'bake', edge: { from: 'ask', strength: 'enforced' } },
      { kind: 'removeEdge', to: 'bake', from: 'buy' },
    ]);
  });

  it('says what a step is by itself: only a workflow takes that', () => {
    const draft = withFields(emptyDraft, { kind: 'wait', until: id('sell'), title: 'Wait' });
    expect(draftToOperations(bake, draft)).toEqual([
      { kind: 'setNature', step: 'bake', set: { kind: 'wait', until: 'sell' } },
      { kind: 'setStep', step: 'bake', set: { title: 'Wait' } },
    ]);
  });

  it('lets through what somebody else changed meanwhile', () => {
    const draft = withEdge(withFields(emptyDraft, { title: 'Bake cakes' }), id('ask'), null);
    const theirs: StepDefinition = {
      ...bake,
      instructions: 'With butter',
      after: [...bake.after, { from: id('oven') }],
    };
    expect(draftToStep(theirs, draft)).toEqual({
      ...theirs,
      title: 'Bake cakes',
      after: [{ from: 'buy' }, { from: 'oven' }],
    });
    expect(draftToOperations({ ...theirs, title: 'Bake cakes' }, draft)).toEqual([
      { kind: 'removeEdge', to: 'bake', from: 'ask' },
    ]);
  });

  it('a new step stands behind what it starts after, and those that wait for it get an edge', () => {
    const sell: StepDefinition = {
      id: id('sell'),
      kind: 'task',
      title: 'Sell',
      after: [{ from: id('bake') }],
    };
    const fresh: StepDefinition = {
      id: id('new'),
      kind: 'task',
      title: ' Posters ',
      after: [{ from: id('bake') }],
    };
    const step = draftToStep(
      fresh,
      withFields(emptyDraft, { instructions: '  ', backup: { kind: 'conductor' } }),
    );
    expect(newStepToOperations(step, [bake, sell], null, new Set([id('sell')]))).toEqual([
      {
        kind: 'addStep',
        step: { ...fresh, title: 'Posters', backup: { kind: 'conductor' } },
        behind: 'bake',
      },
      { kind: 'addEdge', to: 'sell', edge: { from: 'new' } },
    ]);
  });

  it('of another kind it gets what that needs and loses what only the old one had', () => {
    const words = { yes: 'Yes', no: 'No', approved: 'Approved', rejected: 'Sent back' };
    const voted = draftToStep(bake, withFields(emptyDraft, withKind(bake, 'approval', words)));
    expect(voted.approval).toEqual({ by: [{ kind: 'conductor' }], needed: 1 });
    expect([voted.assignee, voted.outcomes?.map((outcome) => outcome.id)]).toEqual([
      undefined,
      ['approved', 'rejected'],
    ]);
    const done = draftToStep(voted, withFields(emptyDraft, withKind(voted, 'task', words)));
    expect([done.kind, done.approval, done.outcomes]).toEqual(['task', undefined, undefined]);
    const other = draftToStep(bake, withFields(emptyDraft, withKind(bake, 'subflow', words)));
    expect(Object.keys(other).toSorted()).toEqual(['after', 'id', 'kind', 'title']);
  });

  it('asks only after steps that come before it', () => {
    const sell: StepDefinition = {
      id: id('sell'),
      kind: 'task',
      title: 'Sell',
      after: [{ from: id('bake') }],
    };
    const buy: StepDefinition = { id: id('buy'), kind: 'task', title: 'Buy', after: [] };
    const titles = (step: StepDefinition) => stepsBefore([buy, bake, sell], step).map(({ title }) => title);
    expect([titles(sell), titles(bake), titles(buy)]).toEqual([['Buy', 'Bake'], ['Buy'], []]);
  });
});

describe('what the fields of a step hold', () => {
  const rules: readonly DateRule[] = [
    { kind: 'offset', from: 'runStart', days: 3 },
    { kind: 'offset', from: asId<FactId>('day'), days: -2, time: '18:00' },
    { kind: 'offset', from: { step: id('buy') }, days: 0, workingDays: -5 },
    { kind: 'offset', from: asId<FactId>('landing'), days: 0, minutes: -90, working: true },
  ];

  it.each(rules)('a date goes there and back: %j', (rule) => {
    if (rule.kind !== 'offset') throw new Error('it is counted');
    expect(formToRule(keyToOrigin(ruleToKey(rule)), ruleToForm(rule))).toEqual(rule);
  });

  it('a date that is counted from elsewhere keeps how far, and a first one is a day before its fact', () => {
    expect(withOrigin(rules[1], 'start', '2026-11-23')).toEqual({
      kind: 'offset',
      from: 'runStart',
      days: -2,
      time: '18:00',
    });
    expect(withOrigin(undefined, 'fact:day', '2026-11-23')).toEqual({
      kind: 'offset',
      from: 'day',
      days: -1,
    });
    expect(withOrigin(rules[1], '', '2026-11-23')).toBeNull();
  });

  it('whoever it is goes there and back', () => {
    for (const key of ['person:ana', 'part:cook', 'role:board:1', 'step:buy', 'conductor'])
      expect(whoToKey(keyToWho(key) ?? undefined)).toBe(key);
    expect(keyToWho('')).toBeNull();
  });

  it('when something follows goes there and back, and an outcome always names one', () => {
    const steps = [
      {
        id: id('sign'),
        outcomes: [
          { id: 'yes', name: 'Yes' },
          { id: 'no', name: 'No' },
        ],
      },
    ];
    for (const key of ['finished', 'cancelled', 'done:sign', 'outcome:sign'])
      expect(whenToKey(keyToWhen(key, steps))).toBe(key);
    const yes = { kind: 'outcome', step: id('sign'), outcomes: ['yes'] } as const;
    expect(keyToWhen('outcome:sign', steps)).toEqual(yes);
    expect(withOutcome(yes, 'yes', false)).toEqual(yes);
    expect(withOutcome(yes, 'no', true)).toEqual({ ...yes, outcomes: ['yes', 'no'] });
  });

  it('another workflow is handed what has the same name and kind, and its parts go to those of the same name', () => {
    const day = { id: asId<FactId>('day'), name: 'Day', kind: 'date' } as const;
    const text = { id: asId<FactId>('text'), name: 'Day', kind: 'text' } as const;
    const when = { id: asId<FactId>('when'), name: ' day ', kind: 'date' } as const;
    expect(matchFacts([when], [text, day])).toEqual({ when: 'day' });
    expect(matchFacts([when], [{ ...day, perItem: 'each' }])).toEqual({});
    expect(
      matchParts(
        [
          { id: 'a', name: 'cook' },
          { id: 'b', name: 'Guest' },
        ],
        [{ id: 'x', name: 'Cook' }],
      ),
    ).toEqual({
      a: { kind: 'part', part: 'x' },
    });
  });
});
