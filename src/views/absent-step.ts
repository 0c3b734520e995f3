/** The Step sheet of a step that is not here: not yet, or not at all. */
import { noLadder } from './compute-ladder-view.ts';
import { asId, type RunId, type StepId } from '../model/ids.ts';
import { type OccurrenceKey, occurrenceFromKey } from '../model/occurrence.ts';
import { noConsequence } from './consequences.ts';
import { personToView } from './people-directory.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { noActions } from './step-actions.ts';
import type { StepView } from './step-view.ts';
import { placeOf } from '../model/place.ts';

export function absentStep(
  space: Pick<SpaceSnapshot, 'me' | 'people'>,
  run: RunId,
  key: OccurrenceKey,
  availability: 'loading' | 'missing',
  runTitle: string,
): StepView {
  const occurrence = occurrenceFromKey(key);
  return {
    kind: 'step',
    actFor: null,
    availability,
    run,
    runTitle,
    step: occurrence.ok ? placeOf(occurrence.value) : asId<StepId>(''),
    key,
    title: '',
    tone: 'next',
    holder: null,
    due: null,
    estimate: null,
    asks: null,
    iteration: occurrence.ok ? occurrence.value.iteration : 1,
    startsAt: null,
    stepKind: 'task',
    instructions: null,
    checklist: [],
    startsAfter: [],
    unlocks: [],
    freedAt: null,
    mayTalk: false,
    mayPlan: false,
    backup: null,
    conductor: null,
    dueRule: null,
    ladder: noLadder,
    notes: [],
    stuckReason: null,
    closedAt: null,
    closedBy: [],
    outcomes: [],
    outcome: null,
    reads: [],
    writes: [],
    missingFacts: [],
    disputedFacts: [],
    stale: [],
    irreversible: false,
    waitingOn: null,
    replies: [],
    contact: null,
    nudge: null,
    nudges: [],
    betterAfter: [],
    openLists: [],
    ahead: false,
    surplus: false,
    undo: null,
    withdrawnBecause: null,
    onlyIf: null,
    offered: null,
    passes: [],
    ifDone: noConsequence,
    ifSkipped: noConsequence,
    ifCancelled: noConsequence,
    runSuspended: false,
    conflict: [],
    overruled: [],
    inTheWay: [],
    actions: noActions,
    history: [],
    lookers: [],
    writers: [],
    people: space.people.map((person) => personToView(person, space.me)),
  };
}
