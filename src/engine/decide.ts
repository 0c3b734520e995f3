/**
 * Answers a command with the events that carry it out, or with why not.
 *
 * Invariants: pure; the events of one command form a chain whose first has seen the log's heads, their
 * ids are `commandId.0`, `commandId.1`, …, so that a command repeated after a crash writes nothing twice
 * [E1]. Nothing is written that could not be read again. An empty answer means that everything is already as asked. Who asks is no reason to
 * refuse, since people act for each other [E4], except where the plan says who votes, or who must not do it.
 */
import type { Command } from '../model/command.ts';
import { isReadableEvent } from '../model/decode-event.ts';
import type { RunEvent } from '../model/event.ts';
import { asId, type DeviceId, type EventId, type PersonId, type RunId } from '../model/ids.ts';
import { err, ok, type Result } from '../model/result.ts';
import { decideChecking, decideSetFact } from './decide/checking-commands.ts';
import { decideClosing } from './decide/closing-commands.ts';
import { decideCompensation } from './decide/compensation-commands.ts';
import type { Decision, Draft } from './decide/draft.ts';
import { decideHandling, decideWorking } from './decide/handling-commands.ts';
import { decideChangePlan } from './decide/change-plan.ts';
import { decideFollowUp } from './decide/follow-up-command.ts';
import { decideNudge } from './decide/nudge-command.ts';
import { decideLadder } from './decide/ladder-commands.ts';
import { decideForRun } from './decide/run-commands.ts';
import { decideForSection } from './decide/section-commands.ts';
import { decideStartRun } from './decide/start-run.ts';
import { decideVote } from './decide/vote.ts';
import { decideWaiting } from './decide/waiting-commands.ts';
import { decideForItems } from './items/item-commands.ts';
import type { Refusal } from './refusal.ts';
import type { RunState } from './run-state.ts';

export interface Author {
  readonly actor: PersonId;
  readonly onBehalfOf?: PersonId;
  readonly device: DeviceId;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Unique to this command; the stem of its events' ids. */
  readonly commandId: string;
}

export function decide(
  command: Command,
  state: RunState,
  author: Author,
): Result<readonly RunEvent[], Refusal> {
  const decision = decideDrafts(command, state, author);
  if (!decision.ok) return decision;
  const events = chainDrafts(decision.value, state, author);
  // What this device would not understand when it reads its own log must not be written.
  return events.every(isReadableEvent) ? ok(events) : err({ type: 'unreadableInput' });
}

function decideDrafts(command: Command, state: RunState, author: Author): Decision {
  const person = author.onBehalfOf ?? author.actor;
  switch (command.kind) {
    case 'startRun':
      return decideStartRun(command, state);
    case 'setContext':
    case 'changeConductor':
    case 'cancelRun':
    case 'finishRun':
    case 'suspendRun':
    case 'resumeRun':
    case 'setStepDue':
    case 'acknowledgeAlert':
      return decideForRun(command, state, person);
    case 'setFollowUp':
      return decideFollowUp(command, state);
    case 'changePlan':
      return decideChangePlan(command, state);
    case 'cancelSection':
    case 'redoSection':
      return decideForSection(command, state);
    case 'setStepLadder':
    case 'openFallback':
    case 'closeFallback':
      return decideLadder(command, state);
    case 'addItem':
    case 'closeItems':
    case 'reopenItems':
    case 'renameItem':
    case 'finishItems':
    case 'cancelItem':
      return decideForItems(command, state);
    case 'setFact':
      return decideSetFact(command, state);
    case 'startUndo':
    case 'recordUndone':
    case 'failUndo':
    case 'declineUndo':
    case 'handUndo':
      return decideCompensation(command, state);
    case 'recheckStep':
    case 'amendStep':
      return decideChecking(command, state);
    case 'startWaiting':
    case 'endWaiting':
    case 'recordReply':
      return decideWaiting(command, state);
    case 'vote':
      return decideVote(command, state, person, author.actor);
    case 'completeStep':
    case 'failStep':
    case 'retryStep':
    case 'skipStep':
    case 'cancelStep':
    case 'reopenStep':
    case 'resolveConflict':
      return decideClosing(command, state, [person, author.actor]);
    case 'startStep':
    case 'pauseStep':
    case 'resumeStep':
      return decideWorking(command, state);
    case 'sendNudge':
      return decideNudge(command, state);
    case 'claimStep':
    case 'releaseStep':
    case 'reassignStep':
    case 'addNote':
    case 'tickChecklist':
      return decideHandling(command, state, person);
  }
}

function chainDrafts(drafts: readonly Draft[], state: RunState, author: Author): readonly RunEvent[] {
  let before: EventId | null = null;
  return drafts.map((draft, index) => {
    const id = asId<EventId>(`${author.commandId}.${index}`);
    const parents = before === null ? state.heads : [before];
    before = id;
    return draftToEvent(draft, id, parents, state.run, author);
  });
}

/** Written out, where a spread would copy each field by its name: events are made all the time. */
function draftToEvent(
  { type, data, occurrence }: Draft,
  id: EventId,
  parents: readonly EventId[],
  run: RunId,
  { actor, onBehalfOf, device, now: at }: Author,
): RunEvent {
  const event =
    onBehalfOf === undefined
      ? occurrence === undefined
        ? { id, run, actor, device, at, parents, type, data }
        : { id, run, actor, device, at, parents, type, data, occurrence }
      : occurrence === undefined
        ? { id, run, actor, onBehalfOf, device, at, parents, type, data }
        : { id, run, actor, onBehalfOf, device, at, parents, type, data, occurrence };
  // A draft's data goes with its type, which the compiler loses sight of when they are taken apart.
  return event as RunEvent;
}
