/** Step sheets on Tuesday morning: one that is mine, a dispute, a recheck, a decision in its second pass, a wait. */
import { asId, type EventId } from '../../src/model/ids.ts';
import { absentStep } from '../../src/views/absent-step.ts';
import { noConsequence } from '../../src/views/consequences.ts';
import { noActions } from '../../src/views/step-actions.ts';
import type { ConsequenceView, StepActions, StepView } from '../../src/views/step-view.ts';
import type { StepLine } from '../../src/views/shared.ts';
import {
  contractFacts,
  draftStep,
  reviewStep,
  signStep,
  waitStep,
  withdrawnStep,
} from './tuesday-contract.ts';
import { arrivalFact, arrivalStale, budgetFact, checkInFact } from './tuesday-facts.ts';
import { ana, at, history, jon, keyOf, line, noor, ref, sam, trip } from './tuesday-people.ts';
import { hotelStep, pickupStep } from './tuesday-trip.ts';

const follows = (more: Partial<ConsequenceView>): ConsequenceView => ({ ...noConsequence, ...more });

/** A sheet that says only what its line does, and what is added. */
function stepViewOf(of: StepLine, more: Partial<StepView> = {}): StepView {
  return {
    ...absentStep({ me: null, people: [] }, of.run, of.key, 'missing', of.runTitle),
    ...of,
    availability: 'here',
    mayTalk: true,
    mayPlan: true,
    conductor: ana,
    people: [ana, noor, sam, jon],
    ...more,
  };
}

/** What is with me and under way. */
const atHand: StepActions = {
  ...noActions,
  complete: true,
  stuck: true,
  skip: true,
  handOver: true,
  cancel: true,
  wait: true,
  pause: true,
};

const checkIn = ref('checkin', 'Hotel check-in time', 'next');
const invites = ref('invites', 'Send invites and itinerary', 'risk');

export const budgetLine = history(
  'e5',
  'step.completed',
  sam,
  '2026-11-24T08:30:00',
  trip,
  'budget',
  'Approve the budget',
  'done',
  { outcome: 'Approved' },
);

export const tickedLine = history(
  'e3',
  'checklist.ticked',
  ana,
  '2026-11-24T08:02:00',
  trip,
  'hotel',
  'Reserve the hotel',
  'turn',
  { text: 'Late arrival noted' },
);

const hotelView = stepViewOf(hotelStep, {
  instructions: 'Two rooms near the office, cancel free until the day before.',
  checklist: [
    { id: 'late', text: 'Late arrival noted', ticked: true },
    { id: 'invoice', text: 'Invoice to the company', ticked: false },
  ],
  startsAfter: [ref('budget', 'Approve the budget', 'done')],
  unlocks: [checkIn, invites],
  freedAt: at('2026-11-24T08:30:00'),
  backup: noor,
  dueRule: { kind: 'date', date: '2026-11-24', time: '18:00' },
  notes: [
    {
      event: asId<EventId>('note-1'),
      by: noor,
      at: at('2026-11-24T08:52:00'),
      text: 'We land at 16:10 now, so late check-in is fine.',
    },
  ],
  reads: [arrivalFact],
  writes: [checkInFact],
  betterAfter: [ref('transfer', 'Airport transfer', 'theirs')],
  ifDone: follows({ ready: [checkIn], stillWaiting: [invites] }),
  ifSkipped: follows({ ready: [checkIn], stillWaiting: [invites] }),
  ifCancelled: follows({ withdrawn: [checkIn], stillWaiting: [invites] }),
  actions: atHand,
  history: [tickedLine, budgetLine],
});

export const conflictView: StepView = {
  ...hotelView,
  ...line(trip, 'dinner', 'Board dinner', 'conflict', { holder: sam }),
  stuckReason: 'The restaurant is closed on Fridays.',
  conflict: [
    {
      event: asId<EventId>('c1'),
      verdict: 'completed',
      outcome: null,
      text: 'A table for six at eight.',
      by: sam,
      at: at('2026-11-24T09:12:00'),
    },
    {
      event: asId<EventId>('c2'),
      verdict: 'failed',
      outcome: null,
      text: 'The restaurant is closed on Fridays.',
      by: ana,
      at: at('2026-11-24T09:05:00'),
    },
  ],
  inTheWay: [ref('transfer', 'Airport transfer', 'theirs'), checkIn],
};

const pickupView = stepViewOf(pickupStep, {
  startsAfter: [ref('flights', 'Book flights', 'done')],
  unlocks: [invites],
  closedAt: at('2026-11-23T10:05:00'),
  closedBy: [ana],
  reads: [arrivalFact],
  stale: [arrivalStale],
  irreversible: true,
  actions: { ...noActions, recheck: true, amend: true },
  history: [
    history(
      'p1',
      'step.completed',
      ana,
      '2026-11-23T10:05:00',
      trip,
      'pickup',
      'Tell the driver when to come',
      'done',
    ),
  ],
});

const sign = ref('sign', 'Sign', 'risk');

const reviewView = stepViewOf(reviewStep, {
  stepKind: 'decision',
  startsAfter: [ref('draft', 'Write the draft', 'done', 2)],
  unlocks: [sign],
  freedAt: at('2026-11-24T09:10:00'),
  outcomes: [
    {
      id: 'fine',
      name: 'Fine as it is',
      follows: follows({ stillWaiting: [sign] }),
      redosLeft: null,
    },
    {
      id: 'changes',
      name: 'Needs changes',
      follows: follows({
        redone: [ref('draft', 'Write the draft', 'done', 2), ref('review', 'Legal review', 'turn', 2)],
      }),
      redosLeft: 1,
    },
    { id: 'no', name: 'Not with us', follows: follows({ withdrawn: [sign] }), redosLeft: null },
  ],
  reads: contractFacts,
  offered: {
    by: sam,
    at: at('2026-11-23T16:20:00'),
    outcome: 'fine',
    outcomeName: 'Fine as it is',
    note: 'Read it on the train; nothing to add.',
  },
  passes: [
    {
      iteration: 1,
      key: keyOf('review'),
      tone: 'done',
      outcome: 'Needs changes',
      closedAt: at('2026-11-20T11:00:00'),
      closedBy: [ana],
      reason: 'The liability clause is too wide.',
    },
    {
      iteration: 2,
      key: reviewStep.key,
      tone: 'turn',
      outcome: null,
      closedAt: null,
      closedBy: [],
      reason: null,
    },
  ],
  ifSkipped: follows({ stillWaiting: [sign] }),
  ifCancelled: follows({ withdrawn: [sign] }),
  actions: atHand,
});

const waitView = stepViewOf(waitStep, {
  stepKind: 'wait',
  unlocks: [sign],
  waitingOn: { on: 'Hartwell', person: null, since: at('2026-11-21T10:00:00') },
  replies: [
    {
      event: asId<EventId>('reply-1'),
      by: sam,
      at: at('2026-11-23T09:30:00'),
      text: 'They look for the register entry.',
    },
  ],
  ifDone: follows({ stillWaiting: [sign] }),
  actions: {
    ...noActions,
    complete: true,
    stuck: true,
    skip: true,
    handOver: true,
    take: true,
    cancel: true,
    reply: true,
  },
});

/** The condition of a step that is wanted only from this many euros on. */
export const onlyFrom = (euros: number): NonNullable<StepView['onlyIf']> => ({
  name: 'Amount',
  kind: 'money',
  options: [],
  is: 'atLeast',
  value: { kind: 'money', amount: euros, currency: 'EUR' },
});

const stepViews: readonly StepView[] = [
  hotelView,
  conflictView,
  pickupView,
  reviewView,
  waitView,
  stepViewOf(withdrawnStep, {
    withdrawnBecause: 'condition',
    onlyIf: onlyFrom(50_000),
    actions: noActions,
  }),
  stepViewOf(signStep, {
    startsAfter: [ref('review', 'Legal review', 'turn', 2)],
    reads: contractFacts,
    missingFacts: contractFacts.filter(({ value }) => value === null),
    disputedFacts: [budgetFact],
    inTheWay: [ref('review', 'Legal review', 'turn', 2)],
    irreversible: true,
    actions: { ...noActions, skip: true, handOver: true, cancel: true },
  }),
  stepViewOf(draftStep, {
    closedAt: at('2026-11-24T09:10:00'),
    closedBy: [noor],
    unlocks: [ref('review', 'Legal review', 'turn', 2)],
    actions: { ...noActions, reopen: true },
  }),
];

/** The sheet of that step; one that says it is missing for steps without. */
export function tuesdayStep(run: StepLine['run'], key: StepLine['key']): StepView {
  return (
    stepViews.find((each) => each.run === run && each.key === key) ?? {
      ...hotelView,
      run,
      key,
      availability: 'missing',
    }
  );
}
