/** A flow's guests, and what they tried that is none of theirs, for whoever conducts it. */
import { isOpaque, type LogEvent } from '../model/event.ts';
import type { GuestId } from '../model/ids.ts';
import type { RunReading } from './run-reading.ts';
import type { PersonView } from './shared.ts';
import type { RunEntry, SetAsideInfo } from './space-snapshot.ts';
import { placeOf } from '../model/place.ts';

export interface GuestView {
  readonly id: GuestId;
  readonly person: PersonView | null;
  /** The link was used; otherwise it is still out. */
  readonly here: boolean;
}

/** What a guest tried, as far as words for it go. */
export type Tried =
  | 'close'
  | 'talk'
  | 'handOver'
  | 'skip'
  | 'cancel'
  | 'reopen'
  | 'changeFact'
  | 'changePlan'
  | 'changeFlow'
  | 'settle'
  | 'other';

export interface SetAsideView {
  readonly key: string;
  /** Goes into `acknowledgeAlert`, and the line is not told to that person again. */
  readonly alert: string;
  readonly by: PersonView | null;
  readonly at: number;
  readonly tried: Tried;
  /** Of the step that it was about. */
  readonly step: string | null;
  readonly why: SetAsideInfo['fault'];
  /** Under whose name it was written, when that is not the guest's own. */
  readonly as: PersonView | null;
}

export interface GuestViews {
  readonly guests: readonly GuestView[];
  readonly setAside: readonly SetAsideView[];
}

export const noGuests: GuestViews = { guests: [], setAside: [] };

/** More lines than this tell nothing more. */
const mostLines = 20;

export function computeGuestViews(reading: RunReading, entry: RunEntry, isConductor: boolean): GuestViews {
  const { people, state } = reading;
  const { conductor } = state;
  const isRead = ({ alert }: SetAsideInfo): boolean =>
    conductor !== null && state.acknowledged.get(alert)?.has(conductor) === true;
  return {
    guests: entry.guests.map(({ id, person, here }) => ({ id, person: people.find(person), here })),
    setAside: isConductor
      ? entry.setAside
          .filter((each) => !isRead(each))
          .toSorted((a, b) => b.event.at - a.event.at || (a.event.id < b.event.id ? -1 : 1))
          .slice(0, mostLines)
          .map((each, index) => toLine(reading, each, index))
      : [],
  };
}

function toLine({ people, stepById }: RunReading, info: SetAsideInfo, index: number): SetAsideView {
  const { event, fault, person } = info;
  const step = event.occurrence === undefined ? undefined : placeOf(event.occurrence);
  return {
    // Ids are the guest's to choose, and may repeat.
    key: `${info.guest} ${index}`,
    alert: info.alert,
    by: people.find(person),
    at: event.at,
    tried: triedOf(event),
    step: step === undefined ? null : (stepById.get(step)?.step.title ?? null),
    why: fault,
    as: event.actor === person ? null : people.find(event.actor),
  };
}

function triedOf(event: LogEvent): Tried {
  if (isOpaque(event)) return 'other';
  switch (event.type) {
    case 'step.completed/2':
    case 'step.failed/1':
    case 'step.started/1':
    case 'step.retried/1':
    case 'step.rechecked/1':
    case 'approval.voted/1':
      return 'close';
    case 'note.added/1':
    case 'reply.received/1':
    case 'checklist.ticked/1':
    case 'step.waitingStarted/1':
    case 'step.waitingEnded/1':
    case 'step.paused/1':
    case 'step.resumed/1':
      return 'talk';
    case 'step.reassigned/1':
    case 'step.claimed/1':
    case 'step.released/1':
      return 'handOver';
    case 'step.skipped/1':
      return 'skip';
    case 'step.cancelled/1':
      return 'cancel';
    case 'step.compensationStarted/1':
    case 'step.compensated/1':
    case 'step.compensationFailed/1':
    case 'step.compensationDeclined/1':
    case 'step.compensationReassigned/1':
      return 'other';
    case 'step.reopened/1':
      return 'reopen';
    case 'fact.set/1':
      return 'changeFact';
    case 'run.patched/2':
    case 'run.followUpSet/1':
    case 'step.fallbackSet/1':
    case 'item.added/1':
    case 'item.closed/1':
    case 'item.reopened/1':
    case 'item.renamed/1':
      return 'changePlan';
    case 'run.started/2':
    case 'run.contextSet/1':
    case 'run.conductorChanged/1':
    case 'run.cancelled/1':
    case 'run.finished/1':
    case 'run.suspended/1':
    case 'run.resumed/1':
      return 'changeFlow';
    case 'conflict.resolved/1':
      return 'settle';
    case 'alert.acknowledged/1':
    case 'nudge.sent/1':
      return 'other';
  }
}
