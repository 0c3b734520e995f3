/** What was chosen last in each household, on this device: it is offered first. Ids alone are kept, no names. */
import type { SpaceId } from '../../../model/ids.ts';

const kept = 12;
const keyOf = (space: SpaceId | null): string => `baton.chosen.${space ?? ''}`;

/** The last chosen first. */
export function readRecentChoices(space: SpaceId | null): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(space)) ?? '[]');
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, kept) : [];
  } catch {
    return [];
  }
}

export function keepChoice(space: SpaceId | null, id: string): void {
  const ids = [id, ...readRecentChoices(space).filter((other) => other !== id)].slice(0, kept);
  try {
    localStorage.setItem(keyOf(space), JSON.stringify(ids));
  } catch {
    // Storage is blocked or full: nothing is remembered.
  }
}
