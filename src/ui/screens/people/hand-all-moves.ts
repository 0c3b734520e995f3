/** What handing everything over comes to: who gets which step, and the commands for it. */
import type { PersonId, RunId } from '../../../model/ids.ts';
import { occurrenceFromKey } from '../../../model/occurrence.ts';
import type { HeldLine, PersonWorkView } from '../../../views/person-view.ts';
import type { Move } from './hand-all.ts';

/** One for all, or each step to whoever is behind it in the plan. */
export type Target = { readonly kind: 'one'; readonly person: PersonId } | { readonly kind: 'backups' };

/** Names a step among all flows. */
export function lineId({ run, key }: Pick<HeldLine, 'run' | 'key'>): string {
  return `${run} ${key}`;
}

/** Null: nobody, so it stays. */
function receiverOf(line: HeldLine, target: Target): PersonId | null {
  return target.kind === 'one' ? target.person : (line.backup?.id ?? null);
}

export function toMoves(
  steps: readonly HeldLine[],
  conducts: PersonWorkView['conducts'],
  target: Target,
  note: string,
): readonly Move[] {
  const noted = note.trim() === '' ? {} : { note: note.trim() };
  const handed = steps.flatMap((line): Move[] => {
    const to = receiverOf(line, target);
    const occurrence = occurrenceFromKey(line.key);
    if (to === null || !occurrence.ok) return [];
    return [{ run: line.run, command: { kind: 'reassignStep', occurrence: occurrence.value, to, ...noted } }];
  });
  // Nobody is behind a conductor.
  if (target.kind === 'backups') return handed;
  const conductor = target.person;
  return [...handed, ...conducts.map(({ run }): Move => toConduct(run, conductor))];
}

function toConduct(run: RunId, conductor: PersonId): Move {
  return { run, command: { kind: 'changeConductor', conductor } };
}
