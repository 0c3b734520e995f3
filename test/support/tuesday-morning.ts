/**
 * One coherent moment for every screen: Tuesday 24 November 2026, 09:41 in Lisbon. Ana (me), Sam and Noor at
 * work; Jon, Maya and Leo at home. Four flows run: a board trip, two camps, a contract, a new client.
 */
import { asId, type RunId, type SpaceId, type WorkflowId } from '../../src/model/ids.ts';
import type { FlowsView } from '../../src/views/flows-view.ts';
import type { LogView } from '../../src/views/log-view.ts';
import type { NowView } from '../../src/views/now-view.ts';
import type { PeopleView } from '../../src/views/people-view.ts';
import type { PersonView, Tone } from '../../src/views/shared.ts';
import type { LeavingView } from '../../src/worker/leaving-messages.ts';
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
  contract,
  due,
  line,
  ref,
  history,
} from './tuesday-people.ts';
import { noPlan } from './tuesday-plan.ts';

import { contractFlow, reviewStep } from './tuesday-contract.ts';
import { arrivalFact, arrivalMoved, arrivalStale } from './tuesday-facts.ts';
import { budgetLine, tickedLine, tuesdayStep } from './tuesday-steps.ts';
import { flowView, hotelStep, pickupStep } from './tuesday-trip.ts';
import { searchThrough } from './tuesday-search.ts';
import { personWork } from './tuesday-work.ts';

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
  holding: [hotelStep, deposit, reviewStep],
  holdingCount: 4,
  grabs: [],
  undo: [],
  checks: [{ ...pickupStep, stale: [arrivalStale], irreversible: true }],
  notices: [arrivalMoved],
  nudge: [
    { ...line(camps, 'form', 'Medical form, Leo', 'stuck', { holder: jon }), nudge: null, nudgedAt: null },
    {
      ...line(client, 'notes', 'Hand-off notes, Hartwell', 'late', {
        holder: sam,
        due: due('2026-11-23T12:00:00', false),
      }),
      nudge: null,
      nudgedAt: null,
    },
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
  activeRuns: 4,
};

const inUse = { offers: 0, isDraft: false };

const flowsView: FlowsView = {
  kind: 'flows',
  active: [
    {
      run: trip,
      title: 'Lisbon board trip',
      segments: flowView.segments,
      done: 3,
      total: 11,
      focus: { step: ref('hotel', 'Reserve the hotel', 'turn'), holder: ana },
      people: [ana, noor, sam],
      lastDueAt: flowView.lastDueAt,
      lateCount: 0,
      undoCount: 0,
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
      undoCount: 0,
      status: 'running',
      endedAt: null,
      loading: false,
    },
    {
      run: contract,
      title: contractFlow.title,
      segments: contractFlow.segments,
      done: contractFlow.done,
      total: contractFlow.total,
      focus: { step: ref('review', reviewStep.title, 'turn', 2), holder: ana },
      people: contractFlow.people,
      lastDueAt: contractFlow.lastDueAt,
      lateCount: 0,
      undoCount: 0,
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
      undoCount: 0,
      status: 'running',
      endedAt: null,
      loading: false,
    },
  ],
  workflows: [
    {
      id: asId<WorkflowId>('business-trip'),
      title: 'Business trip',
      source: 'template',
      stepCount: 10,
      ...inUse,
    },
    { id: asId<WorkflowId>('family-week'), title: 'Family week', source: 'saved', stepCount: 7, ...inUse },
  ],
  drafts: [],
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
      undoCount: 0,
      status: 'finished',
      endedAt: at('2026-11-04T16:00:00'),
      loading: false,
    },
  ],
  recurring: [],
};

const logView: LogView = {
  kind: 'log',
  disputes: [],
  people: [ana, sam, noor],
  runs: [],
  lines: [
    history('f1', 'fact.set', noor, '2026-11-24T08:52:30', trip, 'flights', 'Book flights', 'next', {
      fact: { name: arrivalFact.name, options: [], value: arrivalFact.value },
    }),
    history('e6', 'note.added', noor, '2026-11-24T08:52:00', trip, 'flights', 'Book flights', 'done', {
      text: 'The flight now lands at 16:10, was 14:40.',
    }),
    budgetLine,
    history('e4', 'step.started', noor, '2026-11-24T08:15:00', client, 'billing', 'Set up billing', 'theirs'),
    tickedLine,
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
    history(
      'f3',
      'step.waitingStarted',
      sam,
      '2026-11-21T10:00:00',
      contract,
      'details',
      'Ask for the company details',
      'waiting',
      { text: 'Hartwell' },
    ),
    history('f2', 'step.completed', ana, '2026-11-20T11:00:00', contract, 'review', 'Legal review', 'done', {
      outcome: 'Needs changes',
    }),
    history('e0', 'run.started', ana, '2026-11-17T10:00:00', trip, null, '', 'next'),
  ],
  more: true,
  conflicts: [line(client, 'contract', 'Sign the contract', 'conflict', { holder: sam })],
};

export const appView: AppView = {
  kind: 'app',
  stage: 'ready',
  spaceName: 'Home and work',
  access: 'owner',
  guestOf: null,
  mayChange: true,
  me: { id: ana.id, name: ana.name },
  here: [],
  problems: [],
  sync: {
    state: 'live',
    syncedAt: tuesdayMorning - 2 * 60_000,
    pending: false,
    refusal: null,
    clockOffBy: null,
    otherTab: false,
  },
  holdingCount: 4,
  alertCount: 0,
  spaces: [
    {
      id: asId<SpaceId>('home'),
      name: 'Home and work',
      me: ana.name,
      others: ['Sam', 'Noor'],
      joinedAt: tuesdayMorning - 21 * 86_400_000,
      access: 'owner',
      holdingCount: 4,
      shown: true,
    },
  ],
  shared: false,
};

const personLine = (of: PersonView, beads: readonly Tone[], joined: boolean) => ({
  ...of,
  holding: beads.filter((bead) => bead !== 'next').length,
  late: beads.filter((bead) => bead === 'late').length,
  stuck: beads.filter((bead) => bead === 'stuck').length,
  comingUp: beads.filter((bead) => bead === 'next').length,
  beads,
  joined,
  here: false,
  details: {},
  fullDay: null,
  standIn: null,
});
export const peopleView: PeopleView = {
  kind: 'people',
  spaceName: appView.spaceName,
  me: ana,
  roles: [],
  people: [
    personLine(ana, ['turn', 'turn', 'next', 'next', 'next'], true),
    personLine(sam, ['theirs', 'late', 'next'], true),
    personLine(noor, ['theirs', 'theirs'], true),
    personLine(jon, ['stuck', 'next'], false),
  ],
  zone: 'Europe/Lisbon',
  holidays: [],
  invites: [],
  access: 'owner',
  devices: [],
};

export const leavingView: LeavingView = {
  kind: 'leaving',
  name: appView.spaceName,
  access: 'owner',
  holdingCount: 2,
  pending: false,
  connected: true,
  otherDevices: 2,
  lastOwner: false,
  runs: 3,
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
      if (query.run === contract) return contractFlow;
      return query.run === trip
        ? flowView
        : { ...flowView, run: query.run, availability: 'missing', rows: [], segments: [] };
    // Pictures of a flow are drawn from a run, and this moment is written by hand.
    case 'map':
    case 'days':
    case 'lanes':
      return undefined;
    case 'plan':
      return { ...noPlan, run: query.run };
    case 'offers':
      return { kind: 'offers', workflow: query.workflow, title: '', mayTake: false, runs: [] };
    case 'step':
      return tuesdayStep(query.run, query.key);
    case 'people':
      return peopleView;
    case 'person':
      return personWork(query.person);
    case 'print':
      return undefined;
    case 'log':
      return logView;
    case 'editor':
    case 'draftMap':
      return undefined;
    case 'leaving':
      return leavingView;
    case 'search':
      return searchThrough(flowsView, flowView, peopleView);
    case 'alerts':
      return { kind: 'alerts', me: ana, quiet: null, lines: [] };
  }
}
