import { describe, expect, it } from 'vitest';
import type { RunState } from '../../src/engine/run-state.ts';
import { contractApproval } from '../../src/templates/contract-approval.ts';
import { checkOutcome } from './check-outcome.ts';
import { day } from './habits.ts';
import type { Outcome } from './outcome.ts';
import { playWorkflow } from './play-workflow.ts';

/** One that finished, with votes, and with a step that was late for long. */
async function findOutcome(): Promise<Outcome> {
  for (let seed = 1; seed < 60; seed += 1) {
    const outcome = await playWorkflow(contractApproval, seed);
    const { state, log, lateness, endedAt, tellings } = outcome;
    const wasLate = lateness.some(({ from, to }) => (to ?? endedAt) - from > 5 * day);
    const voted = [...state.current.values()].some(
      ({ approval, status, outcome: how }) =>
        approval !== null && status === 'completed' && how === 'approved',
    );
    const isRich = wasLate && voted && tellings.length > 0 && log.length > 20;
    if (state.status === 'finished' && isRich) return outcome;
  }
  throw new Error('no seed is as it should be');
}

const outcome = await findOutcome();
const [telling] = outcome.tellings;
const [firstDeed, ...otherDeeds] = outcome.deeds;
if (telling === undefined || firstDeed === undefined) throw new Error('nothing was told or done');

function withStatus(status: RunState['status']): RunState {
  return Object.create(outcome.state, { status: { value: status } }) as RunState;
}

const silence = { device: null, name: 'x//1 ', title: 'The room', at: 0 };
const wrongs: readonly (readonly [string, Partial<Outcome>, RegExp])[] = [
  ['a run that does not end', { ended: false }, /did not come to an end/],
  ['a run that nobody ended', { state: withStatus('suspended') }, /ended as suspended/],
  ['a run that nobody called off', { state: withStatus('cancelled') }, /ended as cancelled/],
  ['a late step that nobody is to be told of', { silences: [silence] }, /The room was late and nobody/],
  ['a late step that nobody heard of', { tellings: [] }, /nobody heard of it in time/],
  [
    'a late step of which only people heard who can do nothing',
    { tellings: outcome.tellings.map((each) => ({ ...each, canAct: false })) },
    /nobody heard of it in time/,
  ],
  [
    'a late step of which somebody heard too late',
    { tellings: outcome.tellings.map((each) => ({ ...each, at: each.at + 90 * day })) },
    /nobody heard of it in time/,
  ],
  ['an alert told twice', { tellings: [...outcome.tellings, telling] }, /was told twice/],
  [
    'an alert told twice under two ids',
    { tellings: [...outcome.tellings, { ...telling, id: 'another' }] },
    /was told twice/,
  ],
  [
    'an alert told to whoever had read it',
    { tellings: [{ ...telling, alreadyRead: true }, ...outcome.tellings.slice(1)] },
    /after they had read it/,
  ],
  [
    'an alert with an offer that would be refused',
    { tellings: [{ ...telling, refusedWays: ['skip'] }, ...outcome.tellings.slice(1)] },
    /which would be refused/,
  ],
  [
    'an alert that offers nothing',
    { tellings: [{ ...telling, ways: [] }, ...outcome.tellings.slice(1)] },
    /offered nothing/,
  ],
  ['an event that nobody gave a command for', { deeds: otherDeeds }, /is nobody's command/],
  [
    'an event in the name of somebody else',
    { deeds: [{ ...firstDeed, person: 'nobody' as never }, ...otherDeeds] },
    /is nobody's command/,
  ],
  [
    'an approval without votes',
    { log: outcome.log.filter(({ type }) => type !== 'approval.voted/1') },
    /closed without anybody's word/,
  ],
  [
    'a completion without an event',
    { log: outcome.log.filter(({ type }) => type !== 'step.completed/2' && type !== 'step.skipped/1') },
    /closed without anybody's word/,
  ],
  [
    'a device of another mind',
    { digests: new Map([...outcome.digests, ['phone', 'something else']]) },
    /phone came to another end/,
  ],
];

describe('what is checked of a simulated run', () => {
  it('finds nothing in one that went as it should', () => {
    expect(checkOutcome(outcome)).toEqual([]);
  });

  it.each(wrongs)('finds %s', (_name, wrong, said) => {
    const found = checkOutcome({ ...outcome, ...wrong });
    expect(found.some((each) => said.test(each))).toBe(true);
  });
});
