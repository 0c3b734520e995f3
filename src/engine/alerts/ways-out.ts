/**
 * What can be done about something that is told, the suggestion first. Nothing is offered that the engine
 * would refuse; what costs or binds, a fallback above all, is a person's word [X4].
 */
import { placeOf } from '../../model/place.ts';
import type { Command } from '../../model/command.ts';
import type { PersonId } from '../../model/ids.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { isKnownPerson } from '../decide/guards.ts';
import { planIndexOf } from '../decide/plan-index.ts';
import { refuseTogether } from '../decide/refuse-together.ts';
import { isOpen } from '../is-open.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import type { WayOut } from './alert.ts';
import { findFallbacks } from './find-fallbacks.ts';
import { backupOf } from './stalls.ts';
import type { Told, ToldOfStep } from './told.ts';

type Kind = WayOut['kind'];

/** By what is told; a way that there is not is left out, and what is not named comes after, in this order. */
const order: readonly Kind[] = [
  ...(['goOn', 'undone', 'retry', 'handOver', 'takeOver', 'fallback', 'ask', 'open'] as const),
  ...(['choosePerson', 'recheck', 'skip', 'leave', 'cancelStep', 'cancelRun'] as const),
];

function suggestionsFor({ rung, cause }: Told): readonly Kind[] {
  if (cause === 'paused') return ['goOn'];
  if (cause === 'undo') return rung === 'remind' ? ['undone', 'choosePerson'] : ['choosePerson', 'undone'];
  switch (rung) {
    case 'offerFallback':
      return ['fallback'];
    case 'proposeSkip':
      return ['skip'];
    case 'proposeCancel':
      return ['cancelRun'];
    case 'addBackup':
      return ['takeOver'];
    case 'remind':
      if (cause === 'failed') return ['retry', 'open'];
      if (cause === 'noReply') return ['ask', 'open'];
      return cause === 'factChanged' ? ['recheck', 'open'] : ['open'];
    case 'tellConductor':
      break;
  }
  switch (cause) {
    case 'failed':
      return ['fallback', 'handOver', 'takeOver', 'retry'];
    case 'noReply':
      return ['fallback', 'ask', 'open'];
    case 'factChanged':
    case 'missingFact':
    case 'blocked':
      return ['ask', 'open'];
    default:
      return ['handOver', 'ask', 'takeOver'];
  }
}

export function computeWays(told: Told, state: RunState): readonly WayOut[] {
  const all = collectWays(told, state);
  const wanted = [...new Set([...suggestionsFor(told), ...order])];
  return wanted.flatMap((kind) => all.filter((way) => way.kind === kind));
}

function collectWays({ occurrence, ...told }: Told, state: RunState): readonly WayOut[] {
  if (occurrence === null) return told.cause === 'paused' ? waysOfPausedRun : [];
  const step = planIndexOf(state.steps).stepOf(placeOf(occurrence.occurrence));
  if (step === undefined) return [];
  if (told.cause === 'undo') return waysOfUndo(occurrence);
  return told.cause === 'paused'
    ? waysOfPausedStep(occurrence, told.about, state)
    : waysOfStep({ ...told, occurrence }, step, state);
}

const waysOfPausedRun: readonly WayOut[] = [
  { kind: 'goOn', command: { kind: 'resumeRun' } },
  { kind: 'cancelRun', command: { kind: 'cancelRun' } },
];

/** What the plan keeps apart from it may be under way by now. */
function waysOfPausedStep(
  { key, occurrence }: OccurrenceState,
  about: PersonId | null,
  state: RunState,
): readonly WayOut[] {
  const ways: WayOut[] = [
    { kind: 'open' },
    { kind: 'cancelStep', command: { kind: 'cancelStep', occurrence } },
  ];
  if (refuseTogether(state, placeOf(occurrence)) === null)
    ways.push({ kind: 'goOn', command: { kind: 'resumeStep', occurrence } });
  if (about !== null && isKnownPerson(state.context, about))
    ways.push({ kind: 'ask', person: about, at: key });
  return ways;
}

function waysOfUndo({ occurrence }: OccurrenceState): readonly WayOut[] {
  return [
    { kind: 'open' },
    { kind: 'choosePerson' },
    { kind: 'undone', command: { kind: 'recordUndone', occurrence } },
    { kind: 'leave', command: { kind: 'declineUndo', occurrence } },
  ];
}

function waysOfStep(
  { occurrence, about, heldUpBy }: ToldOfStep,
  step: StepDefinition,
  state: RunState,
): readonly WayOut[] {
  const { occurrence: at, status, holder, validity } = occurrence;
  const asked = about ?? holder;
  const ways: WayOut[] = [{ kind: 'open' }];
  if (asked !== null && isKnownPerson(state.context, asked))
    ways.push({ kind: 'ask', person: asked, at: heldUpBy ?? occurrence.key });
  if (status === 'completed' && validity === 'recheck')
    ways.push({ kind: 'recheck', command: { kind: 'recheckStep', occurrence: at } });
  if (!isOpen(occurrence)) return ways;
  ways.push({ kind: 'cancelRun', command: { kind: 'cancelRun' } });
  if (status === 'held') return ways;
  const push = (kind: 'retry' | 'takeOver' | 'skip' | 'cancelStep', command: Command): void => {
    ways.push({ kind, command });
  };
  if (status === 'failed') push('retry', { kind: 'retryStep', occurrence: at });
  // Those who are named vote, each for themselves [O1].
  if (status !== 'created' && occurrence.approval === null) {
    push('takeOver', { kind: 'claimStep', occurrence: at });
    ways.push({ kind: 'choosePerson' });
    const backup = backupOf(step, state);
    if (backup !== null && backup !== holder && isKnownPerson(state.context, backup))
      ways.push({
        kind: 'handOver',
        person: backup,
        command: { kind: 'reassignStep', occurrence: at, to: backup },
      });
  }
  for (const fallback of findFallbacks(state, occurrence))
    ways.push({
      kind: 'fallback',
      step: placeOf(fallback.occurrence),
      command: { kind: 'openFallback', occurrence: fallback.occurrence },
    });
  push('skip', { kind: 'skipStep', occurrence: at });
  push('cancelStep', { kind: 'cancelStep', occurrence: at });
  return ways;
}
