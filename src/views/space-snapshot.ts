/**
 * What every view is computed from: a space as this device knows it. Plain, immutable, without a clock.
 */
import type { DraftReading } from '../model/read-draft.ts';
import type { WorkflowProblem } from '../model/workflow-problem.ts';
import type { PartDefinition, WorkflowDefinition, WorkflowVersion } from '../model/workflow.ts';
import type { GuestFault } from '../engine/guest/guest-fault.ts';
import type { RunState } from '../engine/run-state.ts';
import type { Access, SpaceRole } from '../model/access.ts';
import type { DeviceBrowser, DeviceKind } from '../model/device-kind.ts';
import type { LogEvent } from '../model/event.ts';
import type { FactDefinition, LocalDate } from '../model/fact.ts';
import type { DeviceId, GuestId, PersonId, RunId, WorkflowId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { Person, Role } from '../model/person.ts';
import type { Schedule } from '../model/schedule.ts';
import type { Tone } from './shared.ts';

export interface SpaceSnapshot {
  readonly spaceName: string;
  /** IANA zone in which dates without a zone are read. */
  readonly zone: string;
  /** What may be done here; nothing is offered to who may only look. */
  readonly access: Access;
  /** Null until somebody said who holds this device. */
  readonly me: PersonId | null;
  readonly people: readonly Person[];
  /** Sets of people, as they were made. */
  readonly roles: readonly Role[];
  /** Days on which nobody works, by date. */
  readonly holidays: readonly HolidayEntry[];
  /** People of whom a device has joined. */
  readonly joined: ReadonlySet<PersonId>;
  readonly runs: readonly RunEntry[];
  readonly workflows: readonly WorkflowEntry[];
  /** Workflows that are being written; absent where nobody asked for them. */
  readonly drafts?: readonly DraftLine[];
  /** The one whose editor is shown. */
  readonly editor?: EditorEntry;
  /** What starts by itself; absent where nothing does. */
  readonly schedules?: readonly ScheduleEntry[];
  /** Which run started when which had ended. */
  readonly following?: readonly FollowingEntry[];
  /** Flows that somebody has put out of sight. */
  readonly archived?: ReadonlySet<RunId>;
  /** What else keeps me busy, out of calendars on this device; the first first. */
  readonly busy?: readonly BusyTime[];
  /** The calendars themselves. */
  readonly calendars?: readonly CalendarLine[];
  /** What was to start when a run had ended, and could not. */
  readonly followUpProblems?: readonly FollowUpProblem[];
  readonly invites: readonly InviteEntry[];
  readonly devices: readonly DeviceInfo[];
  /** Devices that have the space open now, this one not among them; a person may have several. */
  readonly here: readonly HereEntry[];
}

export interface BusyTime {
  readonly calendar: string;
  readonly title: string;
  /** Milliseconds since 1970; `until` is the first that is free again. */
  readonly at: number;
  readonly until: number;
  readonly wholeDays: boolean;
}

export interface CalendarLine {
  readonly id: string;
  readonly name: string;
  readonly events: number;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

export interface HolidayEntry {
  readonly date: LocalDate;
  /** Perhaps nothing. */
  readonly name: string;
}

/** A device as the household's own papers have it; what it says of itself proves nothing. */
export interface DeviceInfo {
  readonly id: DeviceId;
  readonly person: PersonId;
  /** What somebody called it. */
  readonly name: string | null;
  readonly kind: DeviceKind;
  readonly browser: DeviceBrowser;
  readonly role: SpaceRole | null;
  readonly joinedAt: number;
  /** Milliseconds since 1970, by its own clock. */
  readonly lastSeenAt: number | null;
  readonly isThis: boolean;
  /** It has a key of its own, so it is taken along when somebody is removed. */
  readonly canFollow: boolean;
}

/** What a device says of its person while it is in hand. A claim: it may name anybody, and anything as their place. */
export interface HereEntry {
  readonly person: PersonId;
  readonly at: Place | null;
  /** Writes a note on the step where they are. */
  readonly typing: boolean;
  /** The workflow whose editor they have open. */
  readonly editing?: WorkflowId;
}

export interface Place {
  readonly run: RunId;
  /** Null: the flow as a whole. */
  readonly key: OccurrenceKey | null;
}

export interface RunEntry {
  readonly run: RunId;
  /** From the run index: known before the run's document is. */
  readonly title: string;
  /** Null while the document is not loaded, or not on this device yet. */
  readonly state: RunState | null;
  /** Written once, when the run ended. */
  readonly summary: RunSummary | null;
  /** Entries of the log that could not be read at all; kept in place. */
  readonly damagedEntries: number;
  /** Whose links open this run and nothing else. */
  readonly guests: readonly RunGuestEntry[];
  /** What they wrote that the run does not take in. */
  readonly setAside: readonly SetAsideInfo[];
}

export interface RunGuestEntry {
  readonly id: GuestId;
  readonly person: PersonId;
  /** A device has used the link, or something came from it. */
  readonly here: boolean;
}

export interface SetAsideInfo {
  readonly guest: GuestId;
  readonly person: PersonId;
  readonly event: LogEvent;
  readonly fault: GuestFault;
  /** What acknowledging it names; the same on every device. */
  readonly alert: string;
}

/** What stays of an ended run without its document. */
export interface RunSummary {
  readonly title: string;
  readonly status: 'finished' | 'cancelled';
  /** Milliseconds since 1970; null when the log does not tell. */
  readonly endedAt: number | null;
  /** Who ended it, or did the last step. */
  readonly endedBy?: PersonId;
  readonly done: number;
  readonly total: number;
  readonly people: readonly PersonId[];
  /** One a step, in rail order. */
  readonly segments: readonly Tone[];
}

export interface WorkflowEntry {
  readonly id: WorkflowId;
  readonly title: string;
  readonly source: 'template' | 'saved';
  readonly stepCount: number;
  /** What a start asks for. */
  readonly asks?: readonly FactDefinition[];
  /** All that it can be handed, and who takes part. */
  readonly facts?: readonly FactDefinition[];
  readonly parts?: readonly PartDefinition[];
  /** Of one that was kept here; `null`: it is as it shipped. */
  readonly version: WorkflowVersion | null;
}

export interface DraftLine {
  readonly id: WorkflowId;
  readonly title: string;
  readonly stepCount: number;
  /** It was never in use, and nothing can be started from it. */
  readonly isNew: boolean;
}

/** A workflow as somebody writes it. */
export interface EditorEntry {
  readonly workflow: WorkflowId;
  /** `new`: it was never in use. */
  readonly source: 'template' | 'saved' | 'new';
  /** What starts now; `null`: nothing can. */
  readonly used: WorkflowDefinition | null;
  /** Of the version in use; `null`: as it shipped, or none. */
  readonly number: number | null;
  readonly reading: DraftReading;
  /** Why it could not be put to use as it is: what validation of the workflow alone cannot know. */
  readonly partProblems: readonly WorkflowProblem[];
  /** The latest first. */
  readonly versions: readonly EditorVersion[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Others, as a step or what follows can name them. */
  readonly others: readonly Pick<WorkflowDefinition, 'id' | 'title' | 'facts' | 'parts'>[];
  /** Titles of what starts by itself and of workflows that would miss it. */
  readonly namedBy: readonly string[];
  /** Deleted, it is as it ships again. */
  readonly isShipped: boolean;
  /** As capture reads it, as far as lines can say it. */
  readonly text: string;
}

export interface EditorVersion {
  readonly number: number;
  readonly hash: string;
  /** Milliseconds since 1970; `null`: nobody wrote it down. */
  readonly at: number | null;
  readonly by: PersonId | null;
}

export interface FollowingEntry {
  readonly run: RunId;
  readonly follows: RunId;
  readonly followUp: string;
}

export interface FollowUpProblem {
  readonly run: RunId;
  readonly followUp: string;
  readonly problem: ScheduleProblem;
}

/** `refused`: its people or its plan are not what they were when it was made. */
export type ScheduleProblem = 'workflowMissing' | 'refused';

export interface ScheduleEntry {
  readonly schedule: Schedule;
  /** The next starts, milliseconds since 1970; null while nobody has worked them out. */
  readonly upcoming: readonly number[] | null;
  /** A start whose time has come and that waits for the last run to end. */
  readonly held: number | null;
  /** The latest of its runs that still goes on. */
  readonly running: RunId | null;
  readonly problem: ScheduleProblem | null;
}

export interface InviteEntry {
  readonly id: string;
  readonly kind: 'own' | 'edit' | 'view' | 'guest';
  /** The one run of a guest. */
  readonly run: RunId | null;
  readonly person: PersonId | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly takenBack: boolean;
  /** When its room was seen to be over, whatever ended it. */
  readonly endedAt: number | null;
}
