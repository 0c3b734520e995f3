/**
 * What of a step's actions is left for somebody who may not do everything: a guest does their own steps and
 * talks about them, who may only look does nothing. As `findGuestFault` has it.
 */
import { isGuestsStep } from '../engine/guest/guest-fault.ts';
import { type Access, isMember } from '../model/access.ts';
import type { RunReading, StepReading } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { noActions } from './step-actions.ts';
import type { StepActions } from './step-view.ts';

/** Whether notes may be left here, and lines ticked off. */
export function mayTalkAbout(
  { access, me }: Pick<SpaceSnapshot, 'access' | 'me'>,
  { state }: RunReading,
  { occurrence }: Pick<StepReading, 'occurrence'>,
): boolean {
  if (access !== 'guest') return isMember(access);
  return me !== null && isGuestsStep(state, occurrence.occurrence, me);
}

export function limitActions(
  actions: StepActions,
  space: Pick<SpaceSnapshot, 'access' | 'me'>,
  run: RunReading,
  here: StepReading,
  inTheWay: readonly StepReading[],
): StepActions {
  if (isMember(space.access)) return actions;
  if (!mayTalkAbout(space, run, here)) return noActions;
  const isAllOwn = inTheWay.every((each) => mayTalkAbout(space, run, each));
  const { outcomes = [] } = here.step;
  // An outcome that opens others' steps again is for the members to choose.
  const canEnd = outcomes.length === 0 || outcomes.some(({ redo }) => redo === undefined);
  return {
    ...actions,
    complete: actions.complete && isAllOwn && canEnd,
    skip: false,
    handOver: false,
    reopen: false,
    cancel: false,
    callUpon: false,
  };
}

/** A guest is offered no way of ending a step that would send others' back. */
export function mayEndSo(access: Access, outcome: { readonly redosLeft: number | null }): boolean {
  return access !== 'guest' || outcome.redosLeft === null;
}
