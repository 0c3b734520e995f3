/** What starts when a flow has ended, what it has started, and what it came from. */
import type { FactDefinition } from '../model/fact.ts';
import type { FactId, RunId, StepId, WorkflowId } from '../model/ids.ts';

import type { FollowUp, PartDefinition } from '../model/workflow.ts';
import { outcomeToName, type RunReading } from './run-reading.ts';
import type { ScheduleProblem, SpaceSnapshot } from './space-snapshot.ts';

export interface FollowUpView {
  readonly id: string;
  /** As it is kept. */
  readonly definition: FollowUp;
  /** Its title; null when it is not there. */
  readonly workflow: string | null;
  readonly when:
    | { readonly kind: 'finished' | 'cancelled' }
    /** `outcomes`: names, none where any will do. */
    | { readonly kind: 'step'; readonly title: string; readonly outcomes: readonly string[] };
  /** What has started. */
  readonly started: RunId | null;
  /** Why it did not start although it was to. */
  readonly problem: ScheduleProblem | null;
}

/** A workflow that may be chosen to start afterwards. */
export interface FollowUpChoice {
  readonly workflow: WorkflowId;
  readonly title: string;
  /** What it would be handed: what it asks for and this flow has under the same name. */
  readonly given: Readonly<Record<string, FactId>>;
  /** All that it could be handed, and who takes part. */
  readonly facts: readonly FactDefinition[];
  readonly parts: readonly PartDefinition[];
}

const none: readonly never[] = [];

export function computeFollowUps(
  { state, stepById }: RunReading,
  space: SpaceSnapshot,
): readonly FollowUpView[] {
  // A guest is let into this flow alone.
  if (state.followUps.length === 0 || space.access === 'guest') return none;
  const titleOf = (step: StepId): string => stepById.get(step)?.step.title ?? '';
  return state.followUps.map((definition): FollowUpView => {
    const { id, workflow, when } = definition;
    const isOwn = (each: { readonly followUp: string }): boolean => each.followUp === id;
    const step = 'step' in when ? stepById.get(when.step)?.step : undefined;
    const outcomes = when.kind === 'outcome' ? when.outcomes : none;
    return {
      id,
      definition,
      workflow: space.workflows.find((each) => each.id === workflow)?.title ?? null,
      when:
        when.kind === 'finished' || when.kind === 'cancelled'
          ? { kind: when.kind }
          : {
              kind: 'step',
              title: titleOf(when.step),
              outcomes: outcomes.flatMap((outcome) =>
                step === undefined ? [] : (outcomeToName(step, outcome) ?? []),
              ),
            },
      started: space.following?.find((each) => each.follows === state.run && isOwn(each))?.run ?? null,
      problem: space.followUpProblems?.find((each) => each.run === state.run && isOwn(each))?.problem ?? null,
    };
  });
}

/** `null`: a person started it, or a schedule. */
export function findFollowed(
  run: RunId,
  { following = none, runs }: SpaceSnapshot,
): { readonly run: RunId; readonly title: string } | null {
  const entry = following.find((each) => each.run === run);
  const before = runs.find((each) => each.run === entry?.follows);
  return before === undefined ? null : { run: before.run, title: before.state?.title ?? before.title };
}

export function computeFollowUpChoices(
  { state }: RunReading,
  space: SpaceSnapshot,
): readonly FollowUpChoice[] {
  const own = [...state.facts.values()].map(({ definition }) => definition);
  return space.workflows.map(({ id, title, asks = none, facts = asks, parts = none }) => {
    const pairs = asks.flatMap((asked) => {
      const found = own.find((fact) => isTheSame(fact, asked));
      return found === undefined ? [] : [{ asked, found }];
    });
    return {
      workflow: id,
      title,
      given: Object.fromEntries(pairs.map(({ asked, found }) => [asked.id, found.id])),
      facts,
      parts,
    };
  });
}

function isTheSame(own: FactDefinition, asked: FactDefinition): boolean {
  const isNamedSo = own.name.trim().toLowerCase() === asked.name.trim().toLowerCase();
  return own.kind === asked.kind && own.perItem === undefined && isNamedSo;
}
