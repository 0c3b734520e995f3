/** What one person has to do, in flows that go on and in those that are paused. */
import { findOpenVoters } from '../engine/approval/approval-state.ts';
import { isOpen } from '../engine/is-open.ts';
import { findAssigned } from '../engine/who.ts';
import type { PersonId } from '../model/ids.ts';
import { personToViewAt } from './people-directory.ts';
import type { HeldLine, PersonWorkView } from './person-view.ts';
import { readRun, type StepReading, stepToLine } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { type Placed, sortByUrgency } from './urgency.ts';

export function computePersonWorkView(space: SpaceSnapshot, person: PersonId, now: number): PersonWorkView {
  const known = space.people.find(({ id }) => id === person);
  const runs = space.runs.flatMap(({ state }) =>
    state?.status === 'running' || state?.status === 'suspended' ? [readRun(state, space, now)] : [],
  );
  // What is the conductor's because nobody is named goes with conducting it.
  const placed = (wanted: (reading: StepReading) => boolean): readonly Placed[] =>
    runs.flatMap((run) =>
      run.steps
        .filter((reading) => isOpen(reading.occurrence) && wanted(reading))
        .map((reading): Placed => ({ run, reading })),
    );
  const theirs = placed(({ occurrence }) => occurrence.holder === person);
  const votes = placed(
    ({ occurrence: { approval, status } }) =>
      approval !== null && status !== 'created' && findOpenVoters(approval).includes(person),
  );
  const come = ({ reading }: Placed): number => Number(reading.occurrence.status === 'created');
  return {
    kind: 'person',
    person: known === undefined ? null : personToViewAt(known, space, now),
    steps: sortByUrgency(theirs)
      .toSorted((a, b) => come(a) - come(b))
      .map(toHeldLine),
    votes: sortByUrgency(votes).map(({ run, reading }) => stepToLine(run, reading)),
    conducts: runs
      .filter(({ state }) => state.conductor === person)
      .map(({ run, state }) => ({ run, title: state.title })),
  };
}

function toHeldLine({ run, reading }: Placed): HeldLine {
  const backup = findAssigned(reading.step.backup, run.state);
  return {
    ...stepToLine(run, reading),
    backup: backup === reading.holder ? null : run.people.find(backup),
  };
}
