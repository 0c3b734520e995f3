/**
 * The contract with Hartwell on Tuesday morning: sent back once, so its draft is in the second pass;
 * one branch is not needed, one step waits on the client, one is paused, one has a value missing.
 */
import type { FlowView, RailRow } from '../../src/views/flow-view.ts';
import { fact } from './tuesday-facts.ts';
import { ana, at, contract, due, jon, line, noor, ref, sam } from './tuesday-people.ts';
import { row, tracks } from './tuesday-trip.ts';

export const draftStep = line(contract, 'draft', 'Write the draft', 'done', { holder: noor, iteration: 2 });
export const reviewStep = line(contract, 'review', 'Legal review', 'turn', {
  holder: ana,
  due: due('2026-11-25T12:00:00', false),
  iteration: 2,
});
export const waitStep = line(contract, 'details', 'Ask for the company details', 'waiting', { holder: sam });
export const withdrawnStep = line(contract, 'board', 'Approval by the board', 'withdrawn', { holder: sam });
export const signStep = line(contract, 'sign', 'Sign', 'risk', { holder: ana });

const rows: readonly RailRow[] = [
  row(
    draftStep,
    { lane: 0, in: [], through: [], out: tracks('leg', 0) },
    { closedAt: at('2026-11-24T09:10:00'), closedBy: [noor] },
  ),
  row(reviewStep, { lane: 0, in: tracks('leg', 0), through: [], out: tracks('next', 0) }),
  row(
    line(contract, 'finance', 'Check by finance', 'provisional', { holder: sam }),
    { lane: 1, in: [], through: tracks('next', 0), out: tracks('next', 1) },
    { closedAt: at('2026-11-20T14:00:00'), closedBy: [sam], outcome: 'Fine as it is' },
  ),
  row(
    withdrawnStep,
    { lane: 2, in: [], through: tracks('next', 0, 1), out: [] },
    { withdrawnBecause: 'condition' },
  ),
  row(
    waitStep,
    { lane: 2, in: [], through: tracks('next', 0, 1), out: tracks('next', 2) },
    { waitingOn: 'Hartwell' },
  ),
  row(line(contract, 'seal', 'Company seal', 'paused', { holder: jon }), {
    lane: 3,
    in: [],
    through: tracks('next', 0, 1, 2),
    out: tracks('next', 3),
  }),
  row(
    signStep,
    { lane: 0, in: tracks('next', 0, 1, 2, 3), through: [], out: [] },
    { waitingFor: ['Legal review', 'Ask for the company details', 'Company seal'], missingFacts: ['Signer'] },
  ),
];

export const contractFacts = [
  fact('amount', 'Amount', 'money', { kind: 'money', amount: 18_500, currency: 'EUR' }),
  fact('version', 'Version', 'text', { kind: 'text', text: 'v2' }, { setBy: noor }),
  fact('signer', 'Signer', 'person', null, { suppliers: [sam], readers: [ref('sign', 'Sign', 'risk')] }),
];

export const contractFlow: FlowView = {
  kind: 'flow',
  access: 'owner',
  guests: [],
  setAside: [],
  planFlags: [],
  rivalDues: [],
  followUps: [],
  follows: null,
  planOffer: 0,
  run: contract,
  availability: 'here',
  title: 'Contract with Hartwell',
  status: 'running',
  facts: contractFacts,
  checks: [],
  notices: [],
  itemLists: [],
  sections: [
    {
      id: 'drafting',
      name: 'Drafting',
      steps: [
        ref('draft', 'Write the draft', 'done', 2),
        ref('review', 'Legal review', 'turn', 2),
        ref('finance', 'Check by finance', 'provisional'),
      ],
      canRedo: true,
      canCancel: true,
    },
  ],
  conductor: ana,
  undo: [],
  undoIfCancelled: [],
  ending: null,
  rows,
  lanes: 4,
  segments: rows.map((each) => each.tone),
  done: 1,
  total: 6,
  people: [ana, noor, sam, jon],
  lastDueAt: at('2026-11-25T12:00:00'),
  lateCount: 0,
  newerEvents: 0,
  damagedEntries: 0,
};
