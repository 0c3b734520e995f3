import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/engine/refusal.ts';
import { englishMessages } from '../../src/i18n/core/en/messages.ts';
import { asId, type FactId, type PersonId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { definitionToNames } from '../../src/ui/names.ts';
import { sayFailure } from '../../src/ui/say-failure.ts';

const messages = englishMessages({ locale: 'en-GB', zone: 'Europe/Lisbon' });
const step = (id: string) => asId<StepId>(id);
const fact = (id: string) => asId<FactId>(id);
const definition: WorkflowDefinition = {
  id: asId<WorkflowId>('trip'),
  title: 'Trip',
  parts: [],
  facts: [
    { id: fact('fact-1'), name: 'Flight lands', kind: 'instant' },
    { id: fact('fact-2'), name: 'Leave home', kind: 'instant', derived: { from: fact('fact-1') } },
  ],
  steps: [
    { id: step('step-1'), kind: 'task', title: 'Book flights', after: [] },
    {
      id: step('step-2'),
      kind: 'decision',
      title: 'Review',
      after: [{ from: step('step-1') }],
      outcomes: [
        { id: 'ok', name: 'Approved' },
        { id: 'no', name: 'Rejected' },
      ],
    },
  ],
  sections: [{ id: 'draft', name: 'Drafting', steps: [step('step-1')] }],
};
const names = {
  ...definitionToNames(definition),
  person: (id: PersonId) => (id === 'ana' ? 'Ana' : undefined),
};
const ana = asId<PersonId>('ana');
const nobody = asId<PersonId>('nobody-here');
const flights = step('step-1');
const review = step('step-2');

/** One of every refusal, by its type: a new one does not compile until it stands here. */
const refusals: { readonly [Type in Refusal['type']]: Extract<Refusal, { type: Type }> } = {
  runNotStarted: { type: 'runNotStarted' },
  runAlreadyStarted: { type: 'runAlreadyStarted' },
  runEnded: { type: 'runEnded' },
  unknownStep: { type: 'unknownStep', step: flights },
  unknownPerson: { type: 'unknownPerson' },
  unknownChecklistItem: { type: 'unknownChecklistItem' },
  notCurrent: { type: 'notCurrent', step: flights },
  stepsInTheWay: { type: 'stepsInTheWay', step: review, steps: [flights] },
  blocked: { type: 'blocked', step: review, by: [flights] },
  alreadyClosed: { type: 'alreadyClosed', step: flights, status: 'terminated' },
  notClosed: { type: 'notClosed', step: flights },
  notFailed: { type: 'notFailed', step: flights },
  noConflict: { type: 'noConflict', step: flights },
  unreadableInput: { type: 'unreadableInput' },
  emptyText: { type: 'emptyText' },
  runSuspended: { type: 'runSuspended' },
  stepPaused: { type: 'stepPaused', step: flights },
  notAFallback: { type: 'notAFallback', step: flights },
  fallbackAsleep: { type: 'fallbackAsleep', step: flights },
  enforcedSteps: { type: 'enforcedSteps', step: review, steps: [flights] },
  factsMissing: { type: 'factsMissing', step: review, facts: [fact('fact-1')], who: [ana, nobody] },
  factsDisputed: { type: 'factsDisputed', step: review, facts: [fact('fact-1')] },
  unknownFact: { type: 'unknownFact' },
  wrongFactKind: { type: 'wrongFactKind', fact: fact('fact-1') },
  derivedFact: { type: 'derivedFact', fact: fact('fact-2'), from: fact('fact-1') },
  outcomeNeeded: { type: 'outcomeNeeded', step: review, outcomes: ['ok', 'no'] },
  unknownOutcome: { type: 'unknownOutcome', step: review },
  redoLimit: { type: 'redoLimit', step: review, section: 'draft', atMost: 3 },
  unknownSection: { type: 'unknownSection' },
  unknownItem: { type: 'unknownItem' },
  itemsNeeded: { type: 'itemsNeeded', section: 'draft' },
  underWay: { type: 'underWay', step: review, section: 'draft', steps: [review] },
  listClosed: { type: 'listClosed', section: 'draft' },
  listOpen: { type: 'listOpen', step: flights, sections: ['draft'] },
  irreversible: { type: 'irreversible', step: flights, holder: ana },
  peopleVote: { type: 'peopleVote', step: review },
  notAnApproval: { type: 'notAnApproval', step: flights },
  notAVoter: { type: 'notAVoter', step: review, voters: [ana, nobody] },
  didItsPart: { type: 'didItsPart', step: review, person: ana, did: flights },
  nothingToCheck: { type: 'nothingToCheck', step: flights },
  nothingToUndo: { type: 'nothingToUndo', step: flights },
  notWaiting: { type: 'notWaiting', step: flights },
  stepWithdrawn: { type: 'stepWithdrawn', step: flights },
  invalidWorkflow: { type: 'invalidWorkflow', problems: [{ type: 'cycle', steps: [flights, review] }] },
};
const say = (failure: Refusal) => {
  const { what, wayOut } = sayFailure(messages, failure, names);
  return `${what} ${wayOut}`;
};

describe('Saying a refusal', () => {
  it.each(Object.values(refusals))('$type: what happened and a way out, in sentences', (refusal) => {
    const { what, wayOut } = sayFailure(messages, refusal, names);
    for (const sentence of [what, wayOut]) {
      expect(sentence).toMatch(/^[“A-Z].*\.$/);
      // Ids and words of the inside stay inside.
      expect(sentence).not.toMatch(/undefined|step-\d|fact-\d|nobody-here|node|trigger/);
    }
  });

  it('is another sentence for every refusal', () => {
    const said = Object.values(refusals).map(say);
    expect(new Set(said).size).toBe(said.length);
  });

  it('calls steps, facts, outcomes, sections and people by their names', () => {
    expect(say(refusals.enforcedSteps)).toContain('Book flights has to be done first');
    expect(say(refusals.factsMissing)).toBe(
      '“Flight lands” is not known yet, and this needs it. Fill it in, or ask Ana.',
    );
    expect(say(refusals.derivedFact)).toBe(
      '“Leave home” follows “Flight lands”. Change “Flight lands” instead.',
    );
    expect(say(refusals.outcomeNeeded)).toContain('Approved · Rejected');
    expect(say(refusals.redoLimit)).toContain('Drafting has been done 3 times');
    expect(say(refusals.irreversible)).toContain('Ask Ana');
    expect(say(refusals.alreadyClosed)).toContain('not wanted any more');
  });

  it('uses general words for what has no name, and makes nobody up', () => {
    const bare = sayFailure(messages, refusals.factsMissing);
    expect(bare).toEqual({
      what: '“A detail” is not known yet, and this needs it.',
      wayOut: 'Fill it in if you know.',
    });
    expect(sayFailure(messages, refusals.outcomeNeeded).wayOut).toBe(
      'Open the step, and choose how it ended.',
    );
    expect(sayFailure(messages, refusals.stepsInTheWay).what).toContain('Another step');
  });

  it('says every problem of a plan, the first of them at once', () => {
    const words = sayFailure(
      messages,
      {
        type: 'invalidWorkflow',
        problems: [
          { type: 'cycle', steps: [flights, review] },
          { type: 'outcomeWithoutEdge', step: review, outcome: 'no' },
          { type: 'writesDerivedFact', fact: fact('fact-2'), step: flights },
        ],
      },
      names,
    );
    expect(words.what).toBe('“Book flights” and “Review” wait for each other, so none could ever start.');
    expect(words.wayOut).toContain('2 more things are to be put right.');
    expect(words.all?.map(({ what }) => what)).toEqual([
      words.what,
      'After “Rejected” at “Review” nothing would happen.',
      '“Book flights” asks for “Leave home”, which follows from something else.',
    ]);
  });

  it('says something also where a plan is refused without a reason', () => {
    expect(say({ type: 'invalidWorkflow', problems: [] })).toMatch(/plan/);
  });
});
