/**
 * What a person asks of a run. A command says what is wanted; `decide` answers with events or a refusal.
 */
import type { ContactWay } from './contact-way.ts';
import type { EventPayloads } from './event.ts';
import type { EventId, ItemId, PersonId, RoleId, StepId } from './ids.ts';
import type { Rung } from './ladder.ts';
import type { ItemDefinition } from './per-item.ts';
import type { Occurrence } from './occurrence.ts';
import type { RunContext } from './person.ts';
import type { FactValue } from './fact.ts';
import type { FactId } from './ids.ts';
import type { PatchOperation } from './patch.ts';
import type { FollowUp, DateRule, WorkflowVersion } from './workflow.ts';

export type Command =
  | {
      readonly kind: 'startRun';
      readonly title: string;
      readonly workflow: WorkflowVersion;
      readonly conductor: PersonId;
      readonly parts: Readonly<Record<string, PersonId>>;
      readonly partRoles?: Readonly<Record<string, RoleId>>;
      readonly facts: Readonly<Record<FactId, FactValue>>;
      /** By per-item section: its items, where they are known from the start or begin to be. */
      readonly items?: Readonly<Record<string, readonly ItemDefinition[]>>;
      /** The run that it follows by itself. */
      readonly follows?: NonNullable<EventPayloads['run.started/2']['follows']>;
      readonly context: RunContext;
      /** Steps that were done before the run began, in any order. */
      readonly alreadyDone: readonly StepId[];
    }
  | { readonly kind: 'setContext'; readonly context: RunContext }
  | { readonly kind: 'changeConductor'; readonly conductor: PersonId }
  /** What starts when the run has ended, under its id; `null`: not any more. */
  | { readonly kind: 'setFollowUp'; readonly id: string; readonly followUp: FollowUp | null }
  | { readonly kind: 'cancelRun'; readonly reason?: string }
  /** "Call it done": the run ends as it is, and what is still open is not wanted any more [Q1]. */
  | { readonly kind: 'finishRun'; readonly reason?: string }
  | { readonly kind: 'suspendRun'; readonly reason?: string }
  | { readonly kind: 'resumeRun' }
  /** Cancels what is still open of a section [J7]. */
  | { readonly kind: 'cancelSection'; readonly section: string; readonly reason?: string }
  /** Opens the next pass of a section's closed steps [J5]. */
  | { readonly kind: 'redoSection'; readonly section: string; readonly reason?: string }
  /** One more in a list that is still growing [J6]; `item`: an id nobody else gives. */
  | {
      readonly kind: 'addItem';
      readonly section: string;
      readonly item: ItemId;
      readonly name: string;
    }
  /** "That's all": what waits for the whole list may go on. */
  | { readonly kind: 'closeItems'; readonly section: string }
  /** There may be more after all. */
  | { readonly kind: 'reopenItems'; readonly section: string }
  /** Calls an item something else [I1]. */
  | {
      readonly kind: 'renameItem';
      readonly section: string;
      readonly item: ItemId;
      readonly name: string;
    }
  /** "Enough": the list is closed, and what is still open of its items is skipped, so that it goes on [J7]. */
  | { readonly kind: 'finishItems'; readonly section: string; readonly reason?: string }
  /** Cancels what is still open of one item [J7]. */
  | {
      readonly kind: 'cancelItem';
      readonly section: string;
      readonly item: ItemId;
      readonly reason?: string;
    }
  /** `null` takes the value away. `occurrence`: the step that it was set at, if any. */
  | {
      readonly kind: 'setFact';
      readonly fact: FactId;
      readonly value: FactValue | null;
      readonly occurrence?: Occurrence;
    }
  /** The actor (or whom they speak for) has read it. */
  | { readonly kind: 'acknowledgeAlert'; readonly alert: string }
  | { readonly kind: 'claimStep'; readonly occurrence: Occurrence }
  | { readonly kind: 'releaseStep'; readonly occurrence: Occurrence }
  | { readonly kind: 'pauseStep'; readonly occurrence: Occurrence; readonly reason?: string }
  | { readonly kind: 'resumeStep'; readonly occurrence: Occurrence }
  /** Waits on somebody outside; `on` is who or what, in the person's words. */
  | {
      readonly kind: 'startWaiting';
      readonly occurrence: Occurrence;
      readonly on: string;
      readonly person?: PersonId;
    }
  | { readonly kind: 'endWaiting'; readonly occurrence: Occurrence }
  /** "They answered": ends the waiting and records what the answer told. */
  | {
      readonly kind: 'recordReply';
      readonly occurrence: Occurrence;
      readonly text?: string;
      readonly facts?: Readonly<Record<FactId, FactValue | null>>;
    }
  | { readonly kind: 'startStep'; readonly occurrence: Occurrence }
  | {
      readonly kind: 'reassignStep';
      readonly occurrence: Occurrence;
      readonly to: PersonId;
      readonly note?: string;
    }
  | {
      readonly kind: 'completeStep';
      readonly occurrence: Occurrence;
      readonly note?: string;
      readonly outcome?: string;
      /** Facts that the step writes, set along with it. */
      readonly facts?: Readonly<Record<FactId, FactValue | null>>;
      /** Complete these steps in the way as well, the offer that a refusal `stepsInTheWay` makes. */
      readonly including?: readonly StepId[];
    }
  /** On an approval. The actor's vote, or that of whom they speak for; the last that they gave counts. */
  | {
      readonly kind: 'vote';
      readonly occurrence: Occurrence;
      readonly vote: 'approve' | 'reject' | 'withdraw';
      readonly note?: string;
    }
  | { readonly kind: 'failStep'; readonly occurrence: Occurrence; readonly reason: string }
  | { readonly kind: 'retryStep'; readonly occurrence: Occurrence }
  | { readonly kind: 'skipStep'; readonly occurrence: Occurrence; readonly reason?: string }
  /** Not wanted any more: what only it leads to is withdrawn [J7]. */
  | { readonly kind: 'cancelStep'; readonly occurrence: Occurrence; readonly reason?: string }
  | {
      readonly kind: 'reopenStep';
      readonly occurrence: Occurrence;
      readonly reason?: string;
      /** It was not done after all: the one way in which an irreversible step opens again. */
      readonly mistaken?: boolean;
    }
  /**
   * Asks for the undo step of a completed one, or takes it up again after it ended [U1]. Not to be confused
   * with taking back a command of one's own, which `engine/undo.ts` answers.
   */
  | { readonly kind: 'startUndo'; readonly occurrence: Occurrence }
  | { readonly kind: 'recordUndone'; readonly occurrence: Occurrence; readonly note?: string }
  | { readonly kind: 'failUndo'; readonly occurrence: Occurrence; readonly reason: string }
  /** "Not needed", or a failure that is accepted. */
  | { readonly kind: 'declineUndo'; readonly occurrence: Occurrence; readonly reason?: string }
  /** Gives an open undo to somebody else [U6]. */
  | { readonly kind: 'handUndo'; readonly occurrence: Occurrence; readonly to: PersonId }
  /** "Still right": it holds with the facts as they are now [F2]. */
  | { readonly kind: 'recheckStep'; readonly occurrence: Occurrence; readonly note?: string }
  /** Put right without doing it again; the way of irreversible steps [F3]. */
  | {
      readonly kind: 'amendStep';
      readonly occurrence: Occurrence;
      readonly facts?: Readonly<Record<FactId, FactValue | null>>;
      readonly note?: string;
    }
  /** `null`: as it usually is for such a step. */
  | { readonly kind: 'setStepLadder'; readonly step: StepId; readonly ifStalls: readonly Rung[] | null }
  /** `occurrence`: of the fallback itself, whose turn it is from then on. */
  | { readonly kind: 'openFallback'; readonly occurrence: Occurrence }
  /** It was not needed after all; only while nobody has begun it. */
  | { readonly kind: 'closeFallback'; readonly occurrence: Occurrence }
  | { readonly kind: 'setStepDue'; readonly step: StepId; readonly due: DateRule | null }
  /** `to` was asked about it, in the way named; it has left already. */
  | {
      readonly kind: 'sendNudge';
      readonly occurrence: Occurrence;
      readonly to: PersonId;
      readonly how: ContactWay;
    }
  /** All of it or nothing, in the order given (ENGINE §8). */
  | { readonly kind: 'changePlan'; readonly operations: readonly PatchOperation[] }
  | { readonly kind: 'addNote'; readonly occurrence: Occurrence; readonly text: string }
  | {
      readonly kind: 'tickChecklist';
      readonly occurrence: Occurrence;
      readonly item: string;
      readonly ticked: boolean;
    }
  | { readonly kind: 'resolveConflict'; readonly occurrence: Occurrence; readonly keep: EventId };
