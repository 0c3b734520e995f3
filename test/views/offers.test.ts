import { describe, expect, it } from 'vitest';
import { decide } from '../../src/engine/decide.ts';
import type { RunState } from '../../src/engine/run-state.ts';
import type { Command } from '../../src/model/command.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type DeviceId, type FactId, type PersonId } from '../../src/model/ids.ts';
import type { Occurrence } from '../../src/model/occurrence.ts';
import { computeFlowView } from '../../src/views/compute-flow-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import type { StepView } from '../../src/views/step-view.ts';
import { randomValue } from '../support/random-facts.ts';
import { makeHistory } from '../support/random-history.ts';
import { makeRandom } from '../support/random.ts';
import { ana, run, sam } from '../support/run-bench.ts';
import { spaceOf, start } from '../support/trip-space.ts';

const author = { actor: ana, device: asId<DeviceId>('d'), now: start, commandId: 'c' };
const random = makeRandom(7);

/** The facts that the form asks for, as somebody would fill it in. */
function filledIn({ writes }: StepView): Readonly<Record<FactId, FactValue>> {
  const missing = writes.filter(({ value, follows }) => value === null && follows === null);
  return Object.fromEntries(missing.map(({ fact }) => [fact, randomValue(random, fact)]));
}

function offered(seen: StepView, at: Occurrence): readonly Command[] {
  const { actions } = seen;
  const including = seen.inTheWay.map(({ step }) => step);
  const endings = seen.outcomes.filter(({ redosLeft }) => redosLeft !== 0).map(({ id }) => id);
  const completions: readonly Command[] = (endings.length === 0 ? [undefined] : endings).map((outcome) => ({
    kind: 'completeStep',
    occurrence: at,
    including,
    facts: filledIn(seen),
    ...(outcome === undefined ? {} : { outcome }),
  }));
  const commands: readonly (Command | false)[] = [
    ...(actions.complete ? completions : []),
    actions.stuck && { kind: 'failStep', occurrence: at, reason: 'no answer' },
    actions.skip && { kind: 'skipStep', occurrence: at },
    actions.handOver &&
      seen.people.some(({ id }) => id === sam) && { kind: 'reassignStep', occurrence: at, to: sam },
    actions.vote && mineIs(seen, 'approve') && { kind: 'vote', occurrence: at, vote: 'approve' },
    actions.vote && mineIs(seen, 'reject') && { kind: 'vote', occurrence: at, vote: 'reject' },
    actions.withdrawVote && { kind: 'vote', occurrence: at, vote: 'withdraw' },
    actions.retry && { kind: 'retryStep', occurrence: at },
    actions.reopen && { kind: 'reopenStep', occurrence: at },
    actions.take && { kind: 'claimStep', occurrence: at },
    actions.recheck && { kind: 'recheckStep', occurrence: at },
    actions.amend && { kind: 'amendStep', occurrence: at, facts: filledIn(seen), note: 'rang them' },
    actions.cancel && { kind: 'cancelStep', occurrence: at },
    actions.wait && { kind: 'startWaiting', occurrence: at, on: 'the hotel' },
    actions.reply && { kind: 'recordReply', occurrence: at, text: 'yes' },
    actions.pause && { kind: 'pauseStep', occurrence: at },
    actions.resume && { kind: 'resumeStep', occurrence: at },
    actions.begin && { kind: 'startStep', occurrence: at },
  ];
  return commands.filter((command) => command !== false);
}

/** There is something to say: it is not what I said already. */
function mineIs({ approval }: StepView, how: 'approve' | 'reject'): boolean {
  const mine = approval?.voters.find(({ person }) => person.isMe);
  return mine !== undefined && (mine.vote !== how || mine.void);
}

/** Votes that may be written down for others, and whose they are. */
function offeredForOthers(seen: StepView, at: Occurrence): readonly (readonly [Command, PersonId])[] {
  return (seen.approval?.voters ?? []).flatMap(({ person, speakFor, vote, void: isVoid }) => {
    const says = (['approve', 'reject'] as const).filter((how) => vote !== how || isVoid);
    return [
      ...(speakFor?.vote === true ? says : []),
      ...(speakFor?.withdraw === true ? (['withdraw'] as const) : []),
    ].map((how) => [{ kind: 'vote', occurrence: at, vote: how }, person.id] as const);
  });
}

function stateOf(seed: number): readonly RunState[] {
  return makeHistory(seed).devices.map((device) => device.state());
}

describe('what screens offer', () => {
  it('is never what the engine would refuse, nor something that changes nothing', () => {
    const kinds = new Map<string, number>();
    for (let seed = 1; seed <= 110; seed += 1) {
      for (const state of stateOf(seed)) {
        const space = spaceOf({ state: () => state }, ana);
        for (const { key, occurrence } of state.current.values()) {
          for (const command of offered(computeStepView(space, run, key, start), occurrence)) {
            const answer = decide(command, state, author);
            expect(answer, `${seed} ${JSON.stringify(command)}`).toMatchObject({ ok: true });
            if (command.kind !== 'reassignStep')
              expect(answer.ok && answer.value.length, `${seed} ${command.kind}`).toBeGreaterThan(0);
            kinds.set(command.kind, (kinds.get(command.kind) ?? 0) + 1);
          }
        }
      }
    }
    // Every way out came up, so that none is right by never being offered.
    expect([...kinds].filter(([, times]) => times >= 5).length).toBe(16);
  });

  it('[E4] [O5] is a vote for whoever has no device, and only where the engine takes it from me', () => {
    let spoken = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      for (const state of stateOf(seed)) {
        const space = spaceOf({ state: () => state }, ana);
        for (const { key, occurrence } of state.current.values()) {
          const view = computeStepView(space, run, key, start);
          for (const [command, onBehalfOf] of offeredForOthers(view, occurrence)) {
            expect(onBehalfOf).not.toBe(ana);
            const answer = decide(command, state, { ...author, onBehalfOf });
            expect(answer.ok && answer.value[0], `${seed} ${JSON.stringify(command)}`).toMatchObject({
              actor: ana,
              onBehalfOf,
            });
            spoken += 1;
          }
          const joined = new Set(space.people.map(({ id }) => id));
          expect(
            offeredForOthers(computeStepView({ ...space, joined }, run, key, start), occurrence),
          ).toEqual([]);
        }
      }
    }
    expect(spoken).toBeGreaterThan(20);
  });

  it('says of a section only what can be done with it', () => {
    let redone = 0;
    for (let seed = 1; seed <= 80; seed += 1) {
      for (const state of stateOf(seed)) {
        for (const section of computeFlowView(spaceOf({ state: () => state }, ana), run, start).sections) {
          const redo = decide({ kind: 'redoSection', section: section.id }, state, author);
          expect(redo.ok && redo.value.length > 0, `${seed} redo`).toBe(section.canRedo);
          const cancel = decide({ kind: 'cancelSection', section: section.id }, state, author);
          expect(cancel.ok && cancel.value.length > 0, `${seed} cancel`).toBe(section.canCancel);
          redone += Number(section.canRedo);
        }
      }
    }
    expect(redone).toBeGreaterThan(10);
  });
});
