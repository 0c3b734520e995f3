/**
 * Whom a step gets in touch with, and whom it is worth nudging about it. Texts come in pieces: facts are told
 * in the words of whoever reads the screen.
 *
 * Invariants: nobody is offered to nudge themselves, and nobody is nudged about what is not their turn; guests
 * nudge nobody [A1].
 */
import { findAssigned } from '../engine/who.ts';
import { type Access, isMember } from '../model/access.ts';
import { splitContactText } from '../model/contact-text.ts';
import type { PersonId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import type { ContactDefinition } from '../model/workflow.ts';
import { findFactViews } from './compute-fact-views.ts';
import type { ContactPiece, ContactView, NudgeView, ReachView, SentNudgeView } from './contact-view.ts';
import { personToView } from './people-directory.ts';
import type { RunReading, StepReading } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { isCurrentPass } from './step-actions.ts';

type Readers = Pick<SpaceSnapshot, 'me' | 'people'>;

export function computeContact(space: Readers, run: RunReading, reading: StepReading): ContactView | null {
  const { contact } = reading.step;
  if (contact === undefined) return null;
  return {
    how: contact.how,
    to: contact.to === undefined ? null : exceptMe(toReach(space, run, contact.to)),
    subject: toPieces(run, contact.subject ?? ''),
    text: toPieces(run, contact.text ?? ''),
  };
}

/** What goes to oneself is sent on to whoever is chosen then. */
function exceptMe(reach: ReachView | null): ReachView | null {
  return reach?.person?.isMe === true ? null : reach;
}

function toReach(
  space: Readers,
  run: RunReading,
  to: NonNullable<ContactDefinition['to']>,
): ReachView | null {
  const { state } = run;
  // It has become a name where the plan was laid out for the items.
  if (to.kind === 'item') return null;
  if (to.kind === 'outside') {
    const found = findByName([...space.people, ...state.personById.values()], to.name);
    return found === undefined
      ? { person: null, name: to.name, channels: {} }
      : personToReach(found, space.me);
  }
  return findReach(space, run, findAssigned(to, state));
}

/** Somebody outside before anybody of the household who happens to have that name. */
function findByName(people: readonly Person[], name: string): Person | undefined {
  const folded = foldName(name);
  const named = people.filter((person) => foldName(person.name) === folded);
  return named.find(({ outside }) => outside === true) ?? named[0];
}

function foldName(name: string): string {
  return name.trim().toLocaleLowerCase('und').normalize('NFC');
}

/** As the space has them now; what a run carries may be older. */
function findReach(space: Readers, { state }: RunReading, id: PersonId | null): ReachView | null {
  if (id === null) return null;
  const person = space.people.find((each) => each.id === id) ?? state.personById.get(id);
  return person === undefined ? null : personToReach(person, space.me);
}

function personToReach(person: Person, me: PersonId | null): ReachView {
  return { person: personToView(person, me), name: person.name, channels: person.channels ?? {} };
}

/** A fact that the plan does not have stays as it was written. */
function toPieces(run: RunReading, text: string): readonly ContactPiece[] {
  return splitContactText(text).map((piece): ContactPiece => {
    if (piece.kind === 'words') return piece;
    const [fact] = findFactViews(run, [piece.fact]);
    return fact === undefined ? { kind: 'words', text: `{${piece.fact}}` } : { kind: 'fact', fact };
  });
}

export function computeNudge(
  space: Readers & { readonly access: Access },
  run: RunReading,
  reading: StepReading,
): NudgeView | null {
  if (!isMember(space.access) || run.state.status === 'cancelled') return null;
  if (!isCurrentPass(run, reading) || !isSomebodysTurn(reading)) return null;
  const { waitingOn } = reading.occurrence;
  // Whoever looks after a wait has done their part: it is the other one who can move it.
  const waitedFor = waitingOn?.person ?? null;
  const to = findReach(space, run, waitedFor ?? reading.holder);
  return to === null || to.person?.isMe === true ? null : { to, waitedFor: waitedFor !== null };
}

function isSomebodysTurn({ tone }: StepReading): boolean {
  switch (tone) {
    case 'turn':
    case 'theirs':
    case 'waiting':
    case 'late':
    case 'stuck':
    case 'recheck':
      return true;
    default:
      return false;
  }
}

/** Latest first. */
export function computeNudges({ people }: RunReading, { occurrence }: StepReading): readonly SentNudgeView[] {
  return occurrence.nudges
    .map(({ actor, to, how, at }) => ({ by: people.find(actor), to: people.find(to), how, at }))
    .toReversed();
}
