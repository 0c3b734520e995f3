/** What is decided folds to what was asked, and a refusal names something the program knows. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { decide } from '../../../src/engine/decide.ts';
import { createRunFold } from '../../../src/engine/fold-run.ts';
import type { RunState } from '../../../src/engine/run-state.ts';
import type { Command } from '../../../src/model/command.ts';
import type { FactValue } from '../../../src/model/fact.ts';
import { asId, type DeviceId, type FactId } from '../../../src/model/ids.ts';
import { occurrenceKey } from '../../../src/model/occurrence.ts';
import { makeCommand } from '../random-command.ts';
import { leo, run } from '../run-bench.ts';
import { expectSamePlain, stateToPlain } from '../state-to-plain.ts';
import type { Law } from './law.ts';
import { placeOf } from '../../../src/model/place.ts';
import { placesOfSection } from '../../../src/engine/decide/redo.ts';

export const decideLaw: Law = {
  name: '[E1] [E4] what is decided folds to what was asked; asking twice writes nothing twice',
  hold: ({ events, definition }, random) => {
    const fold = createRunFold(run);
    fold.add(events);
    if (fold.state.status === 'notStarted') return;
    for (let index = 0; index < 10; index++) {
      const command = makeCommand(random, fold.state, definition);
      const author = { actor: leo, device: asId<DeviceId>('judge'), now: 0, commandId: `judge-${index}` };
      const made = decide(command, fold.state, author);
      deepStrictEqual(decide(command, fold.state, author), made, 'one answer to one question');
      if (!made.ok) {
        ok(made.error.type.length > 0);
        continue;
      }
      const iterations = new Map([...fold.state.current].map(([id, one]) => [id, one.occurrence.iteration]));
      fold.add(made.value);
      fold.add(made.value);
      expectAsked(command, fold.state, iterations);
    }
    const summary = stateToPlain(fold.state);
    fold.add(events);
    expectSamePlain(stateToPlain(fold.state), summary);
  },
};

function expectAsked(command: Command, state: RunState, iterations: ReadonlyMap<string, number>): void {
  const about = JSON.stringify(command);
  const expectFacts = (facts: Readonly<Record<FactId, FactValue | null>> = {}): void => {
    for (const [id, value] of Object.entries(facts))
      deepStrictEqual(state.facts.get(asId<FactId>(id))?.value, value, about);
  };
  switch (command.kind) {
    case 'finishRun':
      ok(state.ending !== null, about);
      return ok(
        [...state.current.values()].every(({ status }) => status !== 'ready'),
        about,
      );
    case 'cancelRun':
      return deepStrictEqual(state.status, 'cancelled');
    case 'suspendRun':
      return deepStrictEqual(state.status, 'suspended');
    case 'resumeRun':
      deepStrictEqual(state.ending, null);
      return ok(state.status !== 'suspended');
    case 'changeConductor':
      return deepStrictEqual(state.conductor, command.conductor);
    case 'setFollowUp':
      return deepStrictEqual(
        state.followUps.find(({ id }) => id === command.id) ?? null,
        command.followUp,
        about,
      );
    case 'setContext':
      return deepStrictEqual(state.context, command.context);
    case 'acknowledgeAlert':
      return ok(state.acknowledged.get(command.alert)?.has(leo));
    case 'setStepDue':
      return deepStrictEqual(state.steps.find(({ id }) => id === command.step)?.due ?? null, command.due);
    case 'setStepLadder':
      return deepStrictEqual(
        state.steps.find(({ id }) => id === command.step)?.ifStalls ?? null,
        command.ifStalls,
      );
    case 'changePlan':
      for (const operation of command.operations) {
        if (operation.kind !== 'setStep' || operation.set.title === undefined) continue;
        const all = [...state.plan.steps, ...state.steps];
        const step = all.find(({ id }) => id === operation.step);
        deepStrictEqual(step?.title, operation.set.title, about);
      }
      return;
    case 'setFact':
      deepStrictEqual(state.facts.get(command.fact)?.rivals, [], about);
      return expectFacts({ [command.fact]: command.value });
    case 'redoSection':
    case 'cancelSection': {
      const section = state.workflow?.definition.sections?.find(({ id }) => id === command.section);
      const places = section === undefined ? [] : placesOfSection(state, section);
      for (const id of places) {
        const status = state.current.get(id)?.status ?? 'none';
        const over = ['completed', 'skipped', 'terminated', 'withdrawn', 'failed'];
        if (command.kind === 'cancelSection') ok(over.includes(status), `${id} is ${status} after ${about}`);
      }
      return;
    }
    case 'addItem':
      return ok(
        state.items.some(({ items }) => items.some(({ id }) => id === command.item)),
        about,
      );
    case 'renameItem': {
      const list = state.items.find(({ section }) => section === command.section);
      const item = list?.items.find(({ id }) => id === command.item);
      return deepStrictEqual([item?.name, item?.otherNames], [command.name.trim(), []], about);
    }
    case 'closeItems':
      return ok(!state.items.find(({ section }) => section === command.section)?.isOpen, about);
    case 'reopenItems':
      return ok(state.items.find(({ section }) => section === command.section)?.isOpen, about);
    case 'finishItems': {
      const list = state.items.find(({ section }) => section === command.section);
      ok(list?.isOpen !== true, about);
      const over = ['completed', 'skipped', 'terminated', 'withdrawn'];
      for (const place of placesOfSection(state, { steps: list?.steps ?? [] }))
        ok(over.includes(state.current.get(place)?.status ?? 'completed'), `${place} after ${about}`);
      return;
    }
    case 'cancelItem': {
      const own = [...state.current.values()].filter(
        ({ occurrence }) => occurrence.items[0] === command.item,
      );
      const over = ['completed', 'skipped', 'terminated', 'withdrawn'];
      for (const { key, status } of own) ok(over.includes(status), `${key} is ${status} after ${about}`);
      return;
    }
    case 'startRun':
      return;
    default:
      return expectOnStep(command, state, iterations, expectFacts, about);
  }
}

type StepCommand = Extract<Command, { readonly occurrence: object }>;

const voteAsKept = { approve: 'approve', reject: 'reject', withdraw: null } as const;

function expectOnStep(
  command: Exclude<StepCommand, { kind: 'setFact' }>,
  state: RunState,
  iterations: ReadonlyMap<string, number>,
  expectFacts: (facts?: Readonly<Record<FactId, FactValue | null>>) => void,
  about: string,
): void {
  const { occurrence } = command;
  const asked = state.occurrences.get(occurrenceKey(occurrence));
  const current = state.current.get(placeOf(occurrence));
  const is = (status: string): void => deepStrictEqual(asked?.status, status, about);
  const isNot = (status: string): void => ok(asked?.status !== status, about);
  switch (command.kind) {
    case 'completeStep':
      is('completed');
      deepStrictEqual([asked?.outcome, asked?.conflict], [command.outcome ?? null, []], about);
      return expectFacts(command.facts);
    case 'vote': {
      const own = asked?.approval?.voters.find(({ person }) => person === leo);
      return deepStrictEqual(own?.vote ?? null, voteAsKept[command.vote], about);
    }
    case 'failStep':
      return is('failed');
    case 'skipStep':
      return is('skipped');
    case 'cancelStep':
      return is('terminated');
    case 'retryStep':
      return isNot('failed');
    case 'reopenStep':
      return deepStrictEqual(
        current?.occurrence.iteration,
        (iterations.get(placeOf(occurrence)) ?? 0) + 1,
        about,
      );
    case 'startStep':
      // What waits on somebody outside has been begun, too.
      return ok(asked?.startedAt !== null && asked?.status !== 'ready', about);
    case 'pauseStep':
      return is('suspended');
    case 'resumeStep':
      return state.status === 'suspended' ? undefined : isNot('suspended');
    case 'startWaiting':
      ok(asked?.waitingOn?.on === command.on, about);
      return is('waiting');
    case 'recordReply':
      ok((asked?.replies.length ?? 0) > 0, about);
      deepStrictEqual(asked?.waitingOn, null, about);
      return expectFacts(command.facts);
    case 'endWaiting':
      return deepStrictEqual(asked?.waitingOn, null, about);
    case 'openFallback':
      return ok(asked?.dormant === false, about);
    case 'closeFallback':
      return ok(asked?.dormant === true || asked?.startedAt !== null, about);
    case 'recheckStep':
      return ok(asked?.validity !== 'recheck', about);
    case 'amendStep':
      ok(asked?.validity !== 'recheck', about);
      return expectFacts(command.facts);
    case 'claimStep':
      return deepStrictEqual([asked?.holder, asked?.taken], [leo, true], about);
    case 'reassignStep':
      return deepStrictEqual([asked?.holder, asked?.taken], [command.to, true], about);
    case 'releaseStep':
      return deepStrictEqual(asked?.taken, false, about);
    case 'tickChecklist':
      return deepStrictEqual(asked?.ticked.has(command.item), command.ticked, about);
    case 'addNote':
      return ok(
        asked?.notes.some(({ text }) => text === command.text),
        about,
      );
    case 'sendNudge':
      return deepStrictEqual(asked?.nudges.at(-1)?.to, command.to, about);
    case 'startUndo':
      return deepStrictEqual(asked?.undo?.status, 'compensating', about);
    case 'recordUndone':
      return deepStrictEqual(asked?.undo?.status, 'compensated', about);
    case 'failUndo':
      return deepStrictEqual([asked?.undo?.status, asked?.undo?.text], ['failed', command.reason], about);
    case 'declineUndo':
      return ok(asked?.undo?.status === 'declined' || asked?.undo?.status === 'none', about);
    case 'handUndo':
      return deepStrictEqual(asked?.undo?.holder, command.to, about);
    case 'resolveConflict':
      return deepStrictEqual(asked?.conflict, [], about);
  }
}
