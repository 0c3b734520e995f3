/**
 * Who else is here, from what devices say of themselves. Whom the space does not know is left out, and a
 * person with several devices or tabs counts once.
 */
import type { PersonId, RunId, WorkflowId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import { personToView } from './people-directory.ts';
import type { PersonView } from './shared.ts';
import type { HereEntry, SpaceSnapshot } from './space-snapshot.ts';
import type { StepView } from './step-view.ts';

/** Everybody else who has the household open, in the household's order. */
export function computeHere(space: SpaceSnapshot): readonly PersonView[] {
  return othersOf(space, space.here);
}

/** Somebody else, who has the household open. */
export function isHere(space: SpaceSnapshot, person: PersonId): boolean {
  return person !== space.me && space.here.some((entry) => entry.person === person);
}

export function computeLookers(
  space: SpaceSnapshot,
  run: RunId,
  key: OccurrenceKey,
): Pick<StepView, 'lookers' | 'writers'> {
  const looking = space.here.filter(({ at }) => at?.run === run && at.key === key);
  return {
    lookers: othersOf(space, looking),
    writers: othersOf(
      space,
      looking.filter(({ typing }) => typing),
    ),
  };
}

/** Who else writes the workflow. */
export function computeEditors(space: SpaceSnapshot, workflow: WorkflowId): readonly PersonView[] {
  return othersOf(
    space,
    space.here.filter(({ editing }) => editing === workflow),
  );
}

function othersOf(space: SpaceSnapshot, entries: readonly HereEntry[]): readonly PersonView[] {
  const named = new Set(entries.map(({ person }) => person));
  return space.people
    .filter(({ id }) => id !== space.me && named.has(id))
    .map((person) => personToView(person, space.me));
}
