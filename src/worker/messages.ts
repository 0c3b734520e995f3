/**
 * The language between page and worker. Plain data only (it is structured-cloned); no secret ever
 * crosses, except an invite's text while it is shown to the person who made it.
 */
import type { AddedFlow } from '../engine/subflows/plan-added-flow.ts';
import type { Refusal } from '../engine/refusal.ts';
import type { Access } from '../model/access.ts';
import type { Command } from '../model/command.ts';
import type { FactValue } from '../model/fact.ts';
import type {
  DeviceId,
  FactId,
  GuestId,
  PersonId,
  RoleId,
  RunId,
  SpaceId,
  StepId,
  WorkflowId,
} from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { PersonColour } from '../model/person.ts';
import type { RepeatPattern } from '../model/repeat-pattern.ts';
import type { Result } from '../model/result.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import type { AlertsView } from '../views/alert-view.ts';
import type { EditorView } from '../views/editor-view.ts';
import type { FlowView } from '../views/flow-view.ts';
import type { DaysView } from '../views/days-view.ts';
import type { FlowsView } from '../views/flows-view.ts';
import type { LanesView } from '../views/lanes-view.ts';
import type { DraftMapView, MapView } from '../views/map-view.ts';
import type { LogQuery, LogView } from '../views/log-view.ts';
import type { NowView } from '../views/now-view.ts';
import type { PeopleView } from '../views/people-view.ts';
import type { OffersView } from '../views/offers-view.ts';
import type { PersonWorkView } from '../views/person-view.ts';
import type { PlanView } from '../views/plan-view.ts';
import type { PrintView } from '../views/print-view.ts';
import type { RailLayout } from '../views/rail-layout.ts';
import type { PersonView } from '../views/shared.ts';
import type { SearchView } from '../views/search-view.ts';
import type { StepView } from '../views/step-view.ts';
import type { DailyApi, DailyIntent } from './daily-messages.ts';
import type { ItemDefinition } from '../model/per-item.ts';
import type { EditorApi, EditorIntent } from './editor-messages.ts';
import type { LeavingView } from './leaving-messages.ts';
import type { CaptureIssue, CapturePreview, CaptureReference, PastedLines } from './capture-messages.ts';
import type { NotRemoved } from './not-removed.ts';
import type { PeopleIntent } from './people-messages.ts';
import type { ScheduleDraft, ScheduleIntent, SchedulePreview } from './schedule-messages.ts';
import type { OpenedSpace, OpenSavedFailure, SaveFailure, SpaceFile } from './space-file-messages.ts';

/** Whether there is a household on this device yet, and who holds the device. */
export interface AppView {
  readonly kind: 'app';
  /** `erased`: everything on this device was deleted, and the page begins anew. */
  readonly stage: 'empty' | 'ready' | 'chooseMe' | 'erased';
  readonly spaceName: string;
  readonly access: Access;
  /** Whether anything can be changed here at all; otherwise the screens offer nothing that would. */
  readonly mayChange: boolean;
  readonly me: { readonly id: PersonId; readonly name: string } | null;
  /** Who let this device in, and to which run; `null` when it is no guest's. */
  readonly guestOf: GuestLine | null;
  /** Others who have the household open now. */
  readonly here: readonly PersonView[];
  /** Problems that a person must know about; each has a sentence and a way out on the screen. */
  readonly problems: readonly Problem[];
  readonly sync: SyncView;
  /** Batons I hold, for the badge. */
  readonly holdingCount: number;
  /** Steps and flows of the shown space that somebody should look at, and that is me. */
  readonly alertCount: number;
  /** Every space of this device, the shown one among them. */
  readonly spaces: readonly SpaceLine[];
  /** Several people use this device: it asks who is there when the screen was hidden for a while. */
  readonly shared: boolean;
}

export interface GuestLine {
  readonly inviter: string;
  readonly run: RunId;
  readonly title: string;
}

export interface SpaceLine {
  readonly id: SpaceId;
  readonly name: string;
  /** Who holds this device there. */
  readonly me: string | null;
  /** Everybody else in it, by name. */
  readonly others: readonly string[];
  /** Since when it is on this device. */
  readonly joinedAt: number;
  readonly access: Access;
  readonly holdingCount: number;
  readonly shown: boolean;
}

export interface SyncView {
  /**
   * `alone`: no relay was ever reached, nothing is lost by it. `out`: a copy that belongs to no household.
   * `refused`: see `refusal`.
   */
  readonly state: 'alone' | 'out' | 'connecting' | 'live' | 'offline' | 'refused';
  /** Last instant (this device's clock) at which everything here was known to the relay. */
  readonly syncedAt: number | null;
  /** Edits that no other device can have yet. */
  readonly pending: boolean;
  /** Wire error code, when refused. */
  readonly refusal: number | null;
  /** This device's clock minus the relay's, ms, when it is off by more than two minutes. */
  readonly clockOffBy: number | null;
  /** True when another tab of this device holds the connection. */
  readonly otherTab: boolean;
}

export type Problem =
  /** The space's own content is not here: on its way from the others, or `lost` as far as the relay knows. */
  | { readonly type: 'contentMissing'; readonly lost: boolean }
  /** Updates of the space document that could not be read and were moved aside. */
  | { readonly type: 'damagedUpdates'; readonly count: number }
  | { readonly type: 'storageUnavailable' }
  | { readonly type: 'storageFull' }
  /** The keys on this device cannot be read: it works, and can share with nobody. */
  | { readonly type: 'keysDamaged' }
  | { readonly type: 'damagedEntries'; readonly run: RunId; readonly title: string; readonly count: number }
  | { readonly type: 'newerEvents'; readonly run: RunId; readonly title: string; readonly count: number }
  /** The relay will not take what is here until somebody does something; a wire error code. */
  | { readonly type: 'relayRefuses'; readonly code: number }
  /** What follows is counted since the space was opened. Not sealed or signed with the household's keys. */
  | { readonly type: 'foreignFrames'; readonly count: number }
  /** Written with the household's keys, and no change that can be read. */
  | { readonly type: 'unreadableChanges'; readonly count: number }
  /** Somebody's device was shown another log at the same place. */
  | { readonly type: 'forked' };

export interface ViewByKind {
  readonly app: AppView;
  readonly now: NowView;
  readonly flows: FlowsView;
  readonly flow: FlowView;
  readonly map: MapView;
  readonly days: DaysView;
  readonly lanes: LanesView;
  readonly plan: PlanView;
  readonly print: PrintView;
  readonly offers: OffersView;
  readonly step: StepView;
  readonly people: PeopleView;
  readonly person: PersonWorkView;
  readonly log: LogView;
  readonly leaving: LeavingView;
  readonly alerts: AlertsView;
  readonly search: SearchView;
  readonly editor: EditorView;
  readonly draftMap: DraftMapView;
}

export type ViewQuery =
  | { readonly kind: 'app' }
  | { readonly kind: 'now' }
  | { readonly kind: 'flows' }
  | { readonly kind: 'flow'; readonly run: RunId }
  | { readonly kind: 'map'; readonly run: RunId }
  | { readonly kind: 'days'; readonly run: RunId }
  | { readonly kind: 'lanes'; readonly run: RunId }
  | { readonly kind: 'plan'; readonly run: RunId }
  | { readonly kind: 'print'; readonly run: RunId }
  | { readonly kind: 'offers'; readonly workflow: WorkflowId }
  | { readonly kind: 'step'; readonly run: RunId; readonly key: OccurrenceKey }
  | { readonly kind: 'people' }
  | { readonly kind: 'person'; readonly person: PersonId }
  | ({ readonly kind: 'log' } & LogQuery)
  | { readonly kind: 'leaving'; readonly space: SpaceId }
  | { readonly kind: 'alerts' }
  | { readonly kind: 'search' }
  | { readonly kind: 'editor'; readonly workflow: WorkflowId }
  | { readonly kind: 'draftMap'; readonly workflow: WorkflowId };

/** Top-level fields that changed since the last patch; the first patch of a subscription is whole. */
export type ViewPatch<Kind extends keyof ViewByKind = keyof ViewByKind> = Partial<ViewByKind[Kind]>;

export interface NewPerson {
  readonly name: string;
  readonly colour?: PersonColour;
}

/** Who fills a part when a run starts: me, somebody known, or a new name. */
export type PartChoice =
  | { readonly kind: 'me' }
  | { readonly kind: 'person'; readonly person: PersonId }
  /** Any of a role's people. */
  | { readonly kind: 'role'; readonly role: RoleId }
  | { readonly kind: 'new'; readonly name: string };

/** What an invite is to give. `own`: another device of whoever makes it. */
export type InviteGives =
  | { readonly kind: 'edit' }
  | { readonly kind: 'view' }
  | { readonly kind: 'own' }
  | { readonly kind: 'guest'; readonly run: RunId };

/** What an invite would give, before anybody takes it. */
export interface InvitePreview {
  readonly gives: InviteGives['kind'];
  readonly spaceName: string;
  readonly inviterName: string;
  readonly personName: string | null;
  /** Of a guest. */
  readonly runTitle: string | null;
  readonly expiresAt: number;
}

export type Intent =
  /** First run: makes the household and me in it. Refused when there is one, unless `another` is wanted. */
  | {
      readonly kind: 'createSpace';
      readonly myName: string;
      readonly zone: string;
      readonly name?: string;
      readonly another?: boolean;
    }
  | { readonly kind: 'showSpace'; readonly space: SpaceId }
  /** Takes this device out of the space, when the others can hear it, and deletes all of the space here. */
  | { readonly kind: 'leaveSpace'; readonly space: SpaceId }
  /** Deletes everything on this device. The worker is of no use afterwards. */
  | { readonly kind: 'eraseDevice' }
  | { readonly kind: 'shareDevice'; readonly shared: boolean }
  | { readonly kind: 'renameSpace'; readonly name: string }
  | { readonly kind: 'addPerson'; readonly person: NewPerson }
  | PeopleIntent
  | {
      readonly kind: 'startRun';
      readonly title: string;
      /** A shipped or saved workflow, or one that was just typed (it is saved as well). */
      readonly source:
        | { readonly kind: 'workflow'; readonly id: WorkflowId }
        | { readonly kind: 'typed'; readonly text: string };
      readonly parts: Readonly<Record<string, PartChoice>>;
      readonly facts: Readonly<Record<FactId, FactValue>>;
      /** By per-item section: whom or what it is done for, as far as that is known. */
      readonly items?: Readonly<Record<string, readonly ItemDefinition[]>>;
      readonly alreadyDone: readonly StepId[];
    }
  | ScheduleIntent
  | EditorIntent
  | DailyIntent
  /** `onBehalfOf`: whom I act for [E4]; both are shown. */
  | {
      readonly kind: 'command';
      readonly run: RunId;
      readonly command: Command;
      readonly onBehalfOf?: PersonId;
    }
  /** Its plan becomes what its workflow starts with from now on. */
  | { readonly kind: 'keepPlan'; readonly run: RunId }
  /** Another workflow into the plan of a flow that is under way, behind one of its steps. */
  | { readonly kind: 'addFlow'; readonly run: RunId; readonly flow: AddedFlow }
  /** `gives`: taking part, when left out. */
  | { readonly kind: 'createInvite'; readonly person: PersonId; readonly gives?: InviteGives }
  /** Ends every guest link of the run as it is now: they all read it with the same key. */
  | { readonly kind: 'revokeGuest'; readonly run: RunId; readonly guest: GuestId }
  | { readonly kind: 'revokeInvite'; readonly invite: string }
  | { readonly kind: 'renameDevice'; readonly device: DeviceId; readonly name: string }
  /** Everybody else goes on in rooms of new keys. Only on an owner's device. */
  | { readonly kind: 'removeDevices'; readonly devices: readonly DeviceId[] }
  /** A household of its own from the copy of a device that shares with nobody any more. */
  | { readonly kind: 'startAnew' }
  /** `text` is what followed `#` in the link, or a whole pasted link. */
  | { readonly kind: 'acceptInvite'; readonly text: string };

export type IntentFailure =
  | Refusal
  | { readonly type: 'noSpace' }
  | { readonly type: 'spaceExists' }
  | { readonly type: 'runMissing' }
  | { readonly type: 'workflowMissing' }
  | { readonly type: 'scheduleMissing' }
  /** No more starts come. */
  | { readonly type: 'scheduleOver' }
  | { readonly type: 'emptyName' }
  | { readonly type: 'roleMissing' }
  | { readonly type: 'nothingTyped' }
  /** Something was done since that it would undo as well. */
  | { readonly type: 'tooLateToTakeBack' }
  | { readonly type: 'workflowFileUnreadable' }
  | { readonly type: 'calendarUnreadable'; readonly why: 'tooLarge' | 'otherFile' | 'noEvents' }
  /** Not durable: the change was taken back where possible; nothing older is lost. */
  | { readonly type: 'storageFull' }
  | { readonly type: 'storageUnavailable' }
  | { readonly type: 'offline' }
  | { readonly type: 'inviteDamaged' }
  | { readonly type: 'inviteUsed' }
  | { readonly type: 'inviteExpired' }
  | { readonly type: 'inviteUnknown' }
  | { readonly type: 'inviteTakenBack' }
  | { readonly type: 'alreadyMember' }
  | { readonly type: 'unknownDevice' }
  /** This device may look and not change anything. */
  | { readonly type: 'viewOnly' }
  /** Of the run, or its plan, or somebody else's step. */
  | { readonly type: 'notForGuests' }
  | { readonly type: 'ownerOnly' }
  /** Guests speak under their name alone, and this one is taken by somebody who is here. */
  | { readonly type: 'personIsMember' }
  /** The link has ended already. */
  | { readonly type: 'guestGone' }
  /** `who`: names of those whose devices could. */
  | { readonly type: 'notRemoved'; readonly why: NotRemoved; readonly who: readonly string[] }
  /** This device was removed, or left behind: its copy is read only. */
  | { readonly type: 'notAMember' }
  | { readonly type: 'keysDamaged' };

/** What an intent gives back when it worked. */
export interface IntentDone {
  readonly run?: RunId;
  readonly person?: PersonId;
  readonly role?: RoleId;
  /** A new one. */
  readonly workflow?: WorkflowId;
  /** The command that takes it back; offered in the toast. */
  readonly undo?: { readonly run: RunId; readonly commands: readonly Command[] };
  /** An invite's fragment, `#…`; shown, never logged. */
  readonly invite?: { readonly id: string; readonly fragment: string; readonly expiresAt: number };
}

export type IntentResult = Result<IntentDone, IntentFailure>;

/** What a start form needs to know about a workflow before it is started. */
export interface WorkflowPreview {
  readonly definition: WorkflowDefinition;
  readonly rail: RailLayout;
  /** It is one that comes again and again. */
  readonly repeat?: RepeatPattern;
}

export type { CaptureIssue, CapturePreview, CaptureReference, PastedLines };
export type { OpenedSpace, OpenSavedFailure, SaveFailure, SpaceFile };

export interface TypingPlace {
  readonly run: RunId;
  readonly key: OccurrenceKey;
}

/** The worker as the page calls it (through comlink). */
export interface HouseholdApi extends DailyApi, EditorApi {
  intent(intent: Intent): Promise<IntentResult>;
  /** Returns a subscription number; patches arrive at `listener` until `unsubscribe`. */
  subscribe(query: ViewQuery, listener: (patch: ViewPatch) => void): Promise<number>;
  unsubscribe(subscription: number): Promise<void>;
  previewWorkflow(id: WorkflowId): Promise<Result<WorkflowPreview, { readonly type: 'workflowMissing' }>>;
  previewSchedule(draft: ScheduleDraft): Promise<SchedulePreview>;
  previewTyped(text: string): Promise<CapturePreview>;
  readPasted(text: string): Promise<PastedLines>;
  /** What the text of an invite would give; nothing is taken by asking. */
  previewInvite(text: string): Promise<Result<InvitePreview, IntentFailure>>;
  /** The whole space in a file, sealed with the passphrase; works whatever the disk does. */
  saveSpace(space: SpaceId, passphrase: string): Promise<Result<SpaceFile, SaveFailure>>;
  /** Takes a file in and shows its space: a new one beside the others, or into the one that is here. */
  openSavedSpace(
    bytes: Uint8Array<ArrayBuffer>,
    passphrase: string,
  ): Promise<Result<OpenedSpace, OpenSavedFailure>>;
  /** The page is visible: this tab takes the relay connection over. */
  setVisible(visible: boolean): Promise<void>;
  /** A note is being written on this step, or none any more: the others are told, and nothing is stored. */
  setTyping(at: TypingPlace | null): Promise<void>;
}
