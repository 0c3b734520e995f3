/**
 * A workflow definition: what a version pins and a run carries in `run.started`.
 * Graphs are acyclic (ENGINE [J5]); an edge is listed on the step that it leads into.
 */
import type { ContactWay } from './contact-way.ts';
import type { FactCondition, FactDefinition, FactRead, LocalDate, LocalTime } from './fact.ts';
import type { FactId, PersonId, RoleId, StepId, WorkflowId } from './ids.ts';
import type { RetryRule, Rung } from './ladder.ts';
import type { PerItem } from './per-item.ts';

/**
 * Whom a step belongs to: a person, a named part that a start fills ("traveller", "assistant") with a
 * person or a role, a role of the space, any of whose people may take it, or whoever does another step.
 */
export type Assignee =
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'conductor' }
  | { readonly kind: 'role'; readonly role: RoleId }
  /** Whoever completed that step; until somebody has, whoever holds it. */
  | { readonly kind: 'sameAs'; readonly step: StepId };

/** Who of one workflow plays the parts of another: by the other's part. */
export type PartMapping = Readonly<Record<string, Exclude<Assignee, { readonly kind: 'sameAs' }>>>;

/** Outcomes of an approval: their ids are fixed, their names are the plan's. */
export const approvalOutcomes = ['approved', 'rejected'] as const;

/** Who decides by votes, and how many of them it takes. */
export interface ApprovalRule {
  /** Everybody in it has one vote. */
  readonly by: readonly Assignee[];
  /** Approvals of different people. */
  readonly needed: number;
  /** One rejection ends it; else it is rejected once `needed` cannot be reached any more. */
  readonly veto?: boolean;
}

/** When something starts or is due. Resolved against the run's facts and zone. */
export type DateRule =
  | { readonly kind: 'date'; readonly date: LocalDate; readonly time?: LocalTime }
  | {
      readonly kind: 'offset';
      readonly from: FactId | 'runStart' | StepOrigin;
      /** Whole days, negative for before. */
      readonly days: number;
      /** Working days on top of `days`, negative for before. */
      readonly workingDays?: number;
      /** Wall time on that day; an instant keeps its own time when absent. */
      readonly time?: LocalTime;
      /** Counted on from the instant itself, negative for before; only where `time` is absent. */
      readonly minutes?: number;
      /** `minutes` are minutes of working time. */
      readonly working?: boolean;
    };

/** The moment at which a step before was completed or skipped; its day, as with the start of the run. */
export interface StepOrigin {
  readonly step: StepId;
}

/**
 * `hard` (when absent): blocks, and completing over it is refused with an offer to complete what is in
 * the way too. `enforced`: blocks without that offer. `soft`: warns and never blocks [J4].
 */
export type DependencyStrength = 'hard' | 'enforced' | 'soft';

export interface Dependency {
  readonly from: StepId;
  /** Followed only when the step before ended with one of these; absent: whatever its outcome. */
  readonly outcomes?: readonly string[];
  readonly strength?: DependencyStrength;
  /** Elapsed minutes that must pass after the step before is done [J4]. */
  readonly lag?: number;
  /** `lag` counts working time alone. */
  readonly working?: boolean;
}

/** How the edges into a step come together. `all` when a step has no rule. */
export type JoinRule =
  | { readonly kind: 'all' }
  /** `cancelRest`: steps that only lead here, and are still open when it fires, are withdrawn [J2]. */
  | { readonly kind: 'any'; readonly cancelRest?: boolean }
  | { readonly kind: 'count'; readonly count: number; readonly cancelRest?: boolean }
  /** A clean-up: runs once everything before it is over, however it ended [J3]. */
  | { readonly kind: 'always' };

/** A `subflow` stands for the steps of another workflow until a run starts: no run has one [B1]. */
export type StepKind = 'task' | 'decision' | 'approval' | 'wait' | 'contact' | 'milestone' | 'subflow';

/** Another workflow as a part of this one. Facts and parts that are not named are the part's own. */
export interface SubflowDefinition {
  /** Shipped or saved. */
  readonly workflow: WorkflowId;
  /** Facts that the other workflow is given: by its fact the one here. */
  readonly given?: Readonly<Record<string, FactId>>;
  /** Facts that it hands back: by its fact the one here; done per item, there is one value an item. */
  readonly handedBack?: Readonly<Record<string, FactId>>;
  readonly parts?: PartMapping;
  /** Done once for each of several things or people [J6]; the section is named by the step's id. */
  readonly perItem?: PerItem;
}

/** How a run has to end, or how far it has to be, for something to follow it. */
export type FollowUpCondition =
  | { readonly kind: 'finished' }
  /** At once when the step is completed, in a run that may go on for long afterwards. */
  | { readonly kind: 'done'; readonly step: StepId }
  /** Finished, and the latest pass of the step ended with one of these. */
  | { readonly kind: 'outcome'; readonly step: StepId; readonly outcomes: readonly string[] }
  | { readonly kind: 'cancelled' };

/** A workflow that starts by itself when a run of this one has ended so. */
export interface FollowUp {
  /** Its own among those of the workflow; names what it starts, so that it starts once [L1]. */
  readonly id: string;
  readonly when: FollowUpCondition;
  /** Shipped or saved. */
  readonly workflow: WorkflowId;
  /** Facts handed over: by its fact the one here. */
  readonly facts?: Readonly<Record<string, FactId>>;
  /** Parts not named here are played as the part of the same id was, else by nobody in particular. */
  readonly parts?: PartMapping;
}

/** Whom a step gets in touch with, and what it says. */
export interface ContactDefinition {
  /** The way that suits best; whatever else the person has is offered beside it. */
  readonly how: ContactWay;
  /**
   * `outside`: somebody whom the household may not have met yet, by name. `item`: whoever the step's item is named
   * after. Absent: whoever is chosen then.
   */
  readonly to?: Assignee | { readonly kind: 'outside'; readonly name: string } | { readonly kind: 'item' };
  /** Of a mail. Facts are named as `{factId}`, here and in the text. */
  readonly subject?: string;
  readonly text?: string;
}

export interface OutcomeDefinition {
  readonly id: string;
  readonly name: string;
  /** Ending so opens the section's next pass, unless it has had `atMost` passes, the first among them [J5]. */
  readonly redo?: { readonly section: string; readonly atMost: number };
  /** Nothing follows, and that is meant: without it an outcome that no edge takes is an error. */
  readonly ends?: boolean;
  /** Ending so ends the run: what is still open is not wanted any more [Q1]. */
  readonly endsRun?: boolean;
}

/** Steps that are redone or cancelled together. */
export interface SectionDefinition {
  readonly id: string;
  readonly name: string;
  /** Its steps are those of this workflow, laid out [B2]. */
  readonly workflow?: WorkflowId;
  readonly steps: readonly StepId[];
  /** Done once for each of several things or people [J6]. */
  readonly perItem?: PerItem;
  /** How its steps keep out of each other's way; absent: they are worked on side by side. */
  readonly together?: TogetherRule;
}

/** Rules about what is worked on at the same time. Devices that do not hear of each other cannot keep them: they say so then [T4]. */
export type TogetherRule =
  /** One of its steps at a time, in whatever order the plan leaves open [T1]. */
  | { readonly kind: 'oneAtATime' }
  /** None of its steps while one of these sections is under way, and the other way round [T2]. */
  | { readonly kind: 'apartFrom'; readonly sections: readonly string[] }
  /** The first of its steps that is begun is the choice, and the others are let go [T3]. */
  | { readonly kind: 'firstBegun' };

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
}

/** What takes the effect of a completed step back (a booking is cancelled). Never done by itself [U1]. */
export interface UndoStep {
  readonly title: string;
  readonly instructions?: string;
  /** Whoever completed the step when absent. */
  readonly assignee?: Assignee;
  /** Until then it costs nothing, or is possible at all. */
  readonly cancelBy?: DateRule;
}

export interface StepDefinition {
  readonly id: StepId;
  readonly kind: StepKind;
  readonly title: string;
  readonly after: readonly Dependency[];
  readonly join?: JoinRule;
  /** How it may end; a decision has at least two, an approval those of `approvalOutcomes`. Absent or empty: it is done, and that is all. */
  readonly outcomes?: readonly OutcomeDefinition[];
  readonly assignee?: Assignee;
  readonly backup?: Assignee;
  /** Of an approval, and of nothing else. */
  readonly approval?: ApprovalRule;
  /** Not to be done by whoever did these: separation of duties. */
  readonly notBy?: readonly StepId[];
  /** Likely effort or waiting time, minutes. */
  readonly estimate?: number;
  /** Not before this; until then it is ready and shown as scheduled. */
  readonly start?: DateRule;
  readonly due?: DateRule;
  readonly instructions?: string;
  readonly checklist?: readonly ChecklistItem[];
  readonly reads?: readonly FactRead[];
  /** Facts that whoever completes it is asked for. */
  readonly writes?: readonly FactId[];
  /** Withdrawn when this does not hold once its turn comes. */
  readonly onlyIf?: FactCondition;
  /** A contact step has one; on another step it is somebody whom doing it may need. */
  readonly contact?: ContactDefinition;
  /** Cannot be done again (money is spent, a message is out): it is amended instead [F3]. */
  readonly irreversible?: boolean;
  /** What happens when it stalls; absent: what is usual for its workflow, or for a step like it [X]. */
  readonly ifStalls?: readonly Rung[];
  /** It stands in for this step: nobody's turn until somebody calls upon it, let go when that step is over. */
  readonly fallbackOf?: StepId;
  /** It is let go once that step is completed: there is only so long to do it [T5]. */
  readonly until?: StepId;
  readonly retry?: RetryRule;
  readonly undo?: UndoStep;
  /** Of a milestone: completing it ends the run [Q1]. */
  readonly endsRun?: boolean;
  /** Of a subflow, and of nothing else. */
  readonly subflow?: SubflowDefinition;
}

/** A person that a template needs, before a real one is named. */
export interface PartDefinition {
  readonly id: string;
  readonly name: string;
}

export interface WorkflowDefinition {
  readonly id: WorkflowId;
  readonly title: string;
  readonly parts: readonly PartDefinition[];
  readonly facts: readonly FactDefinition[];
  readonly steps: readonly StepDefinition[];
  readonly sections?: readonly SectionDefinition[];
  /** For every step that is due or waits and says nothing itself. */
  readonly ifStalls?: readonly Rung[];
  /** What starts when a run of it has ended. */
  readonly followUps?: readonly FollowUp[];
}

/** An immutable, content-hashed publication of a definition. */
export interface WorkflowVersion {
  readonly number: number;
  /** SHA-256 of the canonical JSON of the definition, lower-case hexadecimal. */
  readonly hash: string;
  readonly definition: WorkflowDefinition;
}
