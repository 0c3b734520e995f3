/**
 * One coherent moment for every screen: Tuesday 24 November 2026, 09:41 in Lisbon. Ana (me), Sam and Noor at
 * work; Jon, Maya and Leo at home. Three flows run: a board trip, two camps, a new client.
 */
import { asId, type EventId, type RunId, type WorkflowId } from '../../src/model/ids.ts';
import type { FlowsView } from '../../src/views/flows-view.ts';
import type { LogView } from '../../src/views/log-view.ts';
import type { NowView } from '../../src/views/now-view.ts';
import type { PeopleView } from '../../src/views/people-view.ts';
import type { PersonView, Tone } from '../../src/views/shared.ts';
import type { StepView } from '../../src/views/step-view.ts';
import type { AppView, ViewByKind, ViewQuery } from '../../src/worker/messages.ts';

import {
  at,
  tuesdayMorning,
  ana,
  sam,
  noor,
  jon,
  trip,
  camps,
  client,
  keyOf,
  due,
  line,
  ref,
  history,
} from './tuesday-people.ts';

import { flowView, hotelStep } from './tuesday-trip.ts';

const deposit = line(camps, 'deposit', 'Pay Maya’s deposit', 'turn', {
  holder: ana,
  due: due('2026-11-23T12:00:00', false),
  estimate: 15,
});

export const nowView: NowView = {
  kind: 'now',
  me: ana,
  hero: {
    ...hotelStep,
    freedBy: { step: ref('budget', 'Approve the budget', 'done'), by: sam, at: at('2026-11-24T08:30:00') },
    waitedOnBy: [ref('checkin', 'Hotel check-in time', 'next'), ref('invites', 'Send invites', 'next')],
  },
  holding: [hotelStep, deposit],
  holdingCount: 2,
  nudge: [
    line(camps, 'form', 'Medical form, Leo', 'stuck', { holder: jon }),
    line(client, 'notes', 'Hand-off notes, Hartwell', 'late', {
      holder: sam,
      due: due('2026-11-23T12:00:00', false),
    }),
  ],
  waiting: [
    line(trip, 'transfer', 'Airport transfer', 'theirs', {
      holder: noor,
      due: due('2026-11-25T12:00:00', false),
    }),
    line(trip, 'dinner', 'Board dinner', 'theirs', { holder: sam }),
    line(client, 'billing', 'Set up billing', 'theirs', { holder: noor }),
  ],
  comingUp: [
    {
      ...line(camps, 'register-leo', 'Register Leo, week 2', 'next', {
        holder: ana,
        due: due('2026-11-30T09:00:00', true),
      }),
      waitingFor: ['Register Maya, week 1'],
    },
    {
      ...line(trip, 'invites', 'Send invites and itinerary', 'next', {
        holder: ana,
        due: due('2026-11-27T17:00:00', true),
      }),
      waitingFor: ['Airport transfer', 'Board dinner'],
    },
  ],
  notMineCount: 14,
  activeRuns: 3,
};

const flowsView: FlowsView = {
  kind: 'flows',
  active: [
    {
      run: trip,
      title: 'Lisbon board trip',
      segments: flowView.segments,
      done: 3,
      total: 10,
      focus: { step: ref('hotel', 'Reserve the hotel', 'turn'), holder: ana },
      people: [ana, noor, sam],
      lastDueAt: flowView.lastDueAt,
      lateCount: 0,
      status: 'running',
      endedAt: null,
      loading: false,
    },
    {
      run: camps,
      title: 'Summer camps, Maya and Leo',
      segments: [
        'done',
        'done',
        'done',
        'turn',
        'done',
        'done',
        'done',
        'stuck',
        'next',
        'next',
        'next',
        'next',
      ],
      done: 6,
      total: 12,
      focus: { step: ref('form', 'Medical form, Leo', 'stuck'), holder: jon },
      people: [ana, jon],
      lastDueAt: at('2026-12-11T12:00:00'),
      lateCount: 1,
      status: 'running',
      endedAt: null,
      loading: false,
    },
    {
      run: client,
      title: 'New client Hartwell',
      segments: ['done', 'done', 'late', 'theirs', 'next', 'next', 'next', 'next'],
      done: 2,
      total: 8,
      focus: { step: ref('notes', 'Hand-off notes', 'late'), holder: sam },
      people: [sam, noor],
      lastDueAt: at('2026-12-15T12:00:00'),
      lateCount: 1,
      status: 'running',
      endedAt: null,
      loading: false,
    },
  ],
  workflows: [
    { id: asId<WorkflowId>('business-trip'), title: 'Business trip', source: 'template', stepCount: 10 },
    { id: asId<WorkflowId>('family-week'), title: 'Family week', source: 'saved', stepCount: 7 },
  ],
  finished: [
    {
      run: asId<RunId>('run-october'),
      title: 'October report',
      segments: ['done', 'done', 'done', 'skipped', 'done', 'done'],
      done: 5,
      total: 6,
      focus: null,
      people: [ana, sam],
      lastDueAt: null,
      lateCount: 0,
      status: 'finished',
      endedAt: at('2026-11-04T16:00:00'),
      loading: false,
    },
  ],
};

const budgetLine = history(
  'e5',
  'step.completed',
  sam,
  '2026-11-24T08:30:00',
  trip,
  'budget',
  'Approve the budget',
  'done',
);
const logView: LogView = {
  kind: 'log',
  lines: [
    history('e6', 'note.added', noor, '2026-11-24T08:52:00', trip, 'flights', 'Book flights', 'done', {
      text: 'The flight now lands at 16:10, was 14:40.',
    }),
    budgetLine,
    history('e4', 'step.started', noor, '2026-11-24T08:15:00', client, 'billing', 'Set up billing', 'theirs'),
    history(
      'e3',
      'checklist.ticked',
      ana,
      '2026-11-24T08:02:00',
      trip,
      'hotel',
      'Reserve the hotel',
      'turn',
      {
        text: 'Late arrival noted',
      },
    ),
    history('e2', 'step.failed', jon, '2026-11-23T17:40:00', camps, 'form', 'Medical form, Leo', 'stuck', {
      text: 'The doctor is away until Thursday.',
    }),
    history(
      'e1',
      'step.reassigned',
      ana,
      '2026-11-23T12:10:00',
      trip,
      'transfer',
      'Airport transfer',
      'theirs',
      {
        to: noor,
      },
    ),
    history('e0', 'run.started', ana, '2026-11-17T10:00:00', trip, null, '', 'next'),
  ],
  more: true,
  conflicts: [line(client, 'contract', 'Sign the contract', 'conflict', { holder: sam })],
};

const stepView: StepView = {
  ...hotelStep,
  kind: 'step',
  availability: 'here',
  stepKind: 'task',
  instructions: 'Two rooms near the office, cancel free until the day before.',
  checklist: [
    { id: 'late', text: 'Late arrival noted', ticked: true },
    { id: 'invoice', text: 'Invoice to the company', ticked: false },
  ],
  startsAfter: [ref('budget', 'Approve the budget', 'done')],
  unlocks: [
    ref('checkin', 'Hotel check-in time', 'next'),
    ref('invites', 'Send invites and itinerary', 'risk'),
  ],
  freedAt: at('2026-11-24T08:30:00'),
  backup: noor,
  conductor: ana,
  dueRule: { kind: 'date', date: '2026-11-24', time: '18:00' },
  notes: [
    {
      event: asId<EventId>('note-1'),
      by: noor,
      at: at('2026-11-24T08:52:00'),
      text: 'We land at 16:10 now, so late check-in is fine.',
    },
  ],
  stuckReason: null,
  closedAt: null,
  closedBy: [],
  conflict: [],
  overruled: [],
  inTheWay: [],
  actions: {
    complete: true,
    stuck: true,
    skip: true,
    handOver: true,
    retry: false,
    reopen: false,
    take: false,
  },
  history: [
    history(
      'e3',
      'checklist.ticked',
      ana,
      '2026-11-24T08:02:00',
      trip,
      'hotel',
      'Reserve the hotel',
      'turn',
      {
        text: 'Late arrival noted',
      },
    ),
    budgetLine,
  ],
  people: [ana, noor, sam, jon],
};

export const conflictView: StepView = {
  ...stepView,
  ...line(trip, 'dinner', 'Board dinner', 'conflict', { holder: sam }),
  stuckReason: 'The restaurant is closed on Fridays.',
  conflict: [
    { event: asId<EventId>('c1'), verdict: 'completed', by: sam, at: at('2026-11-24T09:12:00') },
    { event: asId<EventId>('c2'), verdict: 'failed', by: ana, at: at('2026-11-24T09:05:00') },
  ],
  inTheWay: [ref('transfer', 'Airport transfer', 'theirs'), ref('checkin', 'Hotel check-in time', 'next')],
};

export const appView: AppView = {
  kind: 'app',
  stage: 'ready',
  spaceName: 'Home and work',
  me: { id: ana.id, name: ana.name },
  problems: [],
  sync: {
    state: 'live',
    syncedAt: tuesdayMorning - 2 * 60_000,
    pending: false,
    refusal: null,
    clockOffBy: null,
    otherTab: false,
  },
  holdingCount: 2,
};

const personLine = (of: PersonView, beads: readonly Tone[], joined: boolean) => ({
  ...of,
  holding: beads.filter((bead) => bead !== 'next').length,
  late: beads.filter((bead) => bead === 'late').length,
  stuck: beads.filter((bead) => bead === 'stuck').length,
  comingUp: beads.filter((bead) => bead === 'next').length,
  beads,
  joined,
});
export const peopleView: PeopleView = {
  kind: 'people',
  spaceName: appView.spaceName,
  me: ana,
  people: [
    personLine(ana, ['turn', 'turn', 'next', 'next', 'next'], true),
    personLine(sam, ['theirs', 'late', 'next'], true),
    personLine(noor, ['theirs', 'theirs'], true),
    personLine(jon, ['stuck', 'next'], false),
  ],
  invites: [],
};

/** Answers every query with this moment. */
export function tuesdayViews(query: ViewQuery): ViewByKind[keyof ViewByKind] | undefined {
  switch (query.kind) {
    case 'app':
      return appView;
    case 'now':
      return nowView;
    case 'flows':
      return flowsView;
    case 'flow':
      return query.run === trip
        ? flowView
        : { ...flowView, run: query.run, availability: 'missing', rows: [], segments: [] };
    case 'step':
      if (query.key === keyOf('dinner')) return conflictView;
      return query.key === keyOf('hotel')
        ? stepView
        : { ...stepView, key: query.key, availability: 'missing' };
    case 'people':
      return peopleView;
    case 'log':
      return logView;
  }
}
