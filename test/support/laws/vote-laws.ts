/** Laws about approvals, by brute force over the log: whose votes there are, and what they come to. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { assigneeToPeople, castOf, findDoer, findDoers } from '../../../src/engine/who.ts';
import type { OccurrenceState, RunState } from '../../../src/engine/run-state.ts';
import { isOpaque, type RunEventOf } from '../../../src/model/event.ts';
import type { PersonId } from '../../../src/model/ids.ts';
import { occurrenceKey } from '../../../src/model/occurrence.ts';
import type { StepDefinition } from '../../../src/model/workflow.ts';
import { makeSaw } from '../past.ts';
import { isStale } from '../ripple-oracle.ts';
import { folded } from './folded.ts';
import type { Law, LawSubject } from './law.ts';

type Vote = RunEventOf<'approval.voted/1'>;

function eachApproval(
  { events }: LawSubject,
  look: (step: StepDefinition, current: OccurrenceState, votes: readonly Vote[], state: RunState) => void,
): void {
  const state = folded(events);
  for (const step of state.steps) {
    const current = state.current.get(step.id);
    if (step.kind !== 'approval' || current === undefined) continue;
    const votes = events.filter(
      (event): event is Vote =>
        !isOpaque(event) &&
        event.type === 'approval.voted/1' &&
        event.occurrence !== undefined &&
        occurrenceKey(event.occurrence) === current.key,
    );
    look(step, current, votes, state);
  }
}

const enough: Law = {
  name: '[O1] [O5] nothing is approved without as many different people as the plan needs, each with a vote that counts, nor by time',
  hold: (subject) => {
    const saw = makeSaw(subject.events);
    eachApproval(subject, (step, current, votes, state) => {
      const before = subject.events.some(
        (event) =>
          !isOpaque(event) &&
          event.type === 'step.completed/2' &&
          event.occurrence?.step === step.id &&
          event.data.beforeRun === true,
      );
      if (current.status !== 'completed' || before) return;
      const rule = step.approval as NonNullable<StepDefinition['approval']>;
      const barred = new Set((step.notBy ?? []).flatMap((did) => findDoers(state, did)));
      const values = new Map([...state.facts].map(([id, { value }]) => [id, value]));
      const definitions = [...state.facts.values()].map(({ definition }) => definition);
      const counts = (vote: Vote): boolean =>
        !barred.has(vote.actor) && !isStale(step, vote.data.reads, definitions, values);
      const last = votes.filter(
        (vote) =>
          counts(vote) && !votes.some((later) => later.actor === vote.actor && saw(later.id, vote.id)),
      );
      const saying = (how: Vote['data']['vote']): ReadonlySet<PersonId> =>
        new Set(last.filter(({ data }) => data.vote === how).map(({ actor }) => actor));
      const no = saying('reject');
      const yes = [...saying('approve')].filter((person) => !no.has(person));
      if (current.outcome === 'approved') {
        ok(yes.length >= rule.needed, `${current.key}: ${yes.length} of ${rule.needed}`);
        ok(rule.veto !== true || current.approval?.rejections === 0, `${current.key}: over a veto`);
      } else ok(no.size > 0, `${current.key} is ${current.outcome}, and nobody said no`);
    });
  },
};

const oneVote: Law = {
  name: '[O2] a voter has one word, everybody who may vote is listed once, and the numbers are those of the list',
  hold: (subject) => {
    eachApproval(subject, (step, current, votes, state) => {
      const { approval } = current;
      ok(approval !== null, current.key);
      const people = approval.voters.map(({ person }) => person);
      deepStrictEqual(new Set(people).size, people.length, 'each once');
      const named = step.approval?.by.flatMap((who) =>
        assigneeToPeople(who, castOf(state), (other) => findDoer(state, other)),
      );
      for (const person of named ?? []) ok(people.includes(person), `${person} may vote`);
      const counted = (how: 'approve' | 'reject'): number =>
        approval.voters.filter((one) => one.vote === how && !one.void && !one.barred).length;
      deepStrictEqual([approval.approvals, approval.rejections], [counted('approve'), counted('reject')]);
      for (const { event } of approval.voters)
        ok(event === null || votes.some(({ id }) => id === event), `${event} is a vote`);
    });
  },
};

export const voteLaws: readonly Law[] = [enough, oneVote];
