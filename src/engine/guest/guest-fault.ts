/**
 * What of a guest's own entries the run takes in [A1]–[A4]. Judged against what its author had seen, so that
 * every member's device, and the guest's own before it writes, comes to the same answer.
 *
 * Invariants: pure, total; a guest speaks under their own name alone, about their own steps alone; an entry
 * that is not understood here is not granted here.
 */
import { canonicalJson } from '../../model/canonical-json.ts';
import { encodeLogEntry } from '../../model/decode-event.ts';
import { type EventType, isOpaque, type LogEvent, type RunEvent } from '../../model/event.ts';
import type { GuestId, PersonId, RunId } from '../../model/ids.ts';
import type { Assignee } from '../../model/workflow.ts';
import { type Occurrence, occurrenceKey } from '../../model/occurrence.ts';
import { placeOf } from '../../model/place.ts';
import { normaliseFactValue } from '../decide/fact-value.ts';
import { assigneeToPeople, castOf, findDoer } from '../who.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';

export interface RunGuest {
  readonly guest: GuestId;
  readonly run: RunId;
  /** Whose steps are the guest's. */
  readonly person: PersonId;
}

/** Why an entry is set aside. */
export type GuestFault =
  /** Made by a newer version, or damaged. */
  | 'notUnderstood'
  /** Of another run. */
  | 'otherRun'
  /** Under somebody else's name, or under an id that is not the guest's to give. */
  | 'otherName'
  /** A kind of change that no guest makes. */
  | 'notForGuests'
  /** Of a step that was not theirs as far as they had seen, or whose turn had not come. */
  | 'notTheirStep'
  /** A fact that their step does not write, or not like this. */
  | 'notTheirFact'
  /** Longer than anything that a person writes, or one more than anybody needs. */
  | 'tooMuch'
  /** It builds on an entry that is set aside. */
  | 'restsOnSetAside';

/** UTF-16 units of canonical JSON: a long note with much room to spare. */
const longestEntry = 16_384;

/** Ids begin with the guest's, so that none can stand in the place of somebody else's entry [E7]. */
export function guestCommandId(guest: GuestId, random: string): string {
  return `${guest}.${random}`;
}

export function isGuestsId(guest: GuestId, id: string): boolean {
  return id.startsWith(`${guest}.`);
}

type Grant = 'ownStep' | 'vote' | 'closing' | 'ownFact' | 'ownUndo' | 'reading' | 'never';

const grantByType: Readonly<Record<EventType, Grant>> = {
  'run.started/2': 'never',
  'run.contextSet/1': 'never',
  'run.conductorChanged/1': 'never',
  'run.cancelled/1': 'never',
  'run.suspended/1': 'never',
  'run.resumed/1': 'never',
  'run.finished/1': 'never',
  'run.patched/2': 'never',
  'run.followUpSet/1': 'never',
  'item.added/1': 'never',
  'item.closed/1': 'never',
  'item.reopened/1': 'never',
  'item.renamed/1': 'never',
  'step.claimed/1': 'ownStep',
  'step.released/1': 'ownStep',
  'step.started/1': 'closing',
  'step.paused/1': 'ownStep',
  'step.resumed/1': 'ownStep',
  'step.reassigned/1': 'never',
  'step.waitingStarted/1': 'ownStep',
  'step.waitingEnded/1': 'ownStep',
  'reply.received/1': 'ownStep',
  'step.completed/2': 'closing',
  'step.rechecked/1': 'ownStep',
  'step.failed/1': 'closing',
  'step.retried/1': 'ownStep',
  'step.skipped/1': 'never',
  'step.cancelled/1': 'never',
  'step.reopened/1': 'never',
  'approval.voted/1': 'vote',
  // Whom to press is for those whose household it is.
  'nudge.sent/1': 'never',
  'step.fallbackSet/1': 'never',
  'step.compensationStarted/1': 'ownUndo',
  'step.compensated/1': 'ownUndo',
  'step.compensationFailed/1': 'ownUndo',
  'step.compensationDeclined/1': 'ownUndo',
  'step.compensationReassigned/1': 'never',
  'note.added/1': 'ownStep',
  'checklist.ticked/1': 'ownStep',
  'fact.set/1': 'ownFact',
  'alert.acknowledged/1': 'reading',
  'conflict.resolved/1': 'never',
};

/** `past`: the run as the event's author had seen it. `null`: it is granted. */
export function findGuestFault(event: LogEvent, guest: RunGuest, past: RunState): GuestFault | null {
  return (
    findEntryFault(event, guest) ?? (isOpaque(event) ? 'notUnderstood' : findPlaceFault(event, guest, past))
  );
}

/** What can be said of an entry by itself. */
export function findEntryFault(event: LogEvent, guest: RunGuest): GuestFault | null {
  if (event.run !== guest.run) return 'otherRun';
  if (event.actor !== guest.person || event.onBehalfOf !== undefined) return 'otherName';
  if (!isGuestsId(guest.guest, event.id)) return 'otherName';
  if (isOpaque(event)) return 'notUnderstood';
  if (grantByType[event.type] === 'never') return 'notForGuests';
  return canonicalJson(encodeLogEntry(event)).length > longestEntry ? 'tooMuch' : null;
}

function findPlaceFault(event: RunEvent, guest: RunGuest, past: RunState): GuestFault | null {
  const grant = grantByType[event.type];
  // Whoever says that they have read something says it of themselves.
  if (grant === 'reading') return null;
  const { occurrence } = event;
  const found = occurrence === undefined ? undefined : findOwn(past, occurrence, guest.person);
  if (found === undefined) return 'notTheirStep';
  // Of what can be undone, as far as they had seen.
  if (grant === 'ownUndo') return found.undo === null ? 'notTheirStep' : null;
  if ((grant === 'closing' || grant === 'vote') && found.status === 'created') return 'notTheirStep';
  // Of an approval a guest has a vote and no more; of anything else, everything but that.
  if (found.approval !== null && grant !== 'vote' && !isTalk(event)) return 'notTheirStep';
  if (grant === 'vote' && !isVoter(found, guest.person)) return 'notTheirStep';
  return event.type === 'fact.set/1' ? findFactFault(event.data, found, past) : null;
}

function isTalk({ type }: RunEvent): boolean {
  return type === 'note.added/1' || type === 'checklist.ticked/1';
}

function isVoter({ approval }: OccurrenceState, person: PersonId): boolean {
  return approval?.voters.some((voter) => voter.person === person && !voter.barred) ?? false;
}

/** The step, if it is the person's: they hold it, would hold it, may take it, stand in for it, vote on it, or closed it. */
function findOwn(past: RunState, occurrence: Occurrence, person: PersonId): OccurrenceState | undefined {
  const found = past.occurrences.get(occurrenceKey(occurrence));
  if (found === undefined) return undefined;
  const definition = past.steps.find(({ id }) => id === placeOf(occurrence));
  const cast = castOf(past);
  const isAmong = (assignee: Assignee | undefined): boolean =>
    assigneeToPeople(assignee, cast, (step) => findDoer(past, step)).includes(person);
  const isOwn =
    found.holder === person ||
    (found.holder === null && isAmong(definition?.assignee)) ||
    isAmong(definition?.backup) ||
    isVoter(found, person) ||
    found.closedBy.includes(person) ||
    found.undo?.holder === person;
  return isOwn ? found : undefined;
}

function findFactFault(
  { fact, value }: Extract<RunEvent, { type: 'fact.set/1' }>['data'],
  { occurrence }: OccurrenceState,
  past: RunState,
): GuestFault | null {
  const writes = past.steps.find(({ id }) => id === placeOf(occurrence))?.writes ?? [];
  const state = past.facts.get(fact);
  if (state === undefined || !writes.includes(fact)) return 'notTheirFact';
  const normal = normaliseFactValue(state.definition, value, (person) => past.personById.has(person));
  return normal.ok ? null : 'notTheirFact';
}

/** Whether a step is among those that the person may do: what the guest's screens offer. */
export function isGuestsStep(state: RunState, occurrence: Occurrence, person: PersonId): boolean {
  return findOwn(state, occurrence, person) !== undefined;
}
