/** Which of the new steps is which of the old: by title, then what stands between the same neighbours. */
import type { StepId } from '../model/ids.ts';
import type { StepDefinition } from '../model/workflow.ts';
import { foldText, foldedWords } from './folded-text.ts';

/** The old step of each new one that has one; each old step once. */
export function matchSteps(
  old: readonly StepDefinition[],
  next: readonly StepDefinition[],
): ReadonlyMap<StepId, StepId> {
  const oldByNext = new Map<StepId, StepId>();
  const free = new Set(old);
  const take = (one: StepDefinition, other: StepDefinition): void => {
    oldByNext.set(one.id, other.id);
    free.delete(other);
  };
  const oldByTitle = new Map<string, StepDefinition[]>();
  for (const step of old)
    oldByTitle.set(foldText(step.title), [...(oldByTitle.get(foldText(step.title)) ?? []), step]);
  for (const step of next) {
    const same = oldByTitle.get(foldText(step.title))?.shift();
    if (same !== undefined) take(step, same);
  }
  const placeById = new Map(old.map((step, place) => [step.id, place]));
  next.forEach((step, index) => {
    if (oldByNext.has(step.id)) return;
    const above = next[index - 1];
    const known = above === undefined ? undefined : oldByNext.get(above.id);
    const neighbour = old[known === undefined ? 0 : (placeById.get(known) ?? -1) + 1];
    // A line whose words were changed stands where it stood; one that has moved as well shares words.
    const stood = above !== undefined && known === undefined ? undefined : neighbour;
    const found =
      stood !== undefined && free.has(stood) && !isInserted(next, index, stood, oldByNext)
        ? stood
        : mostAlike(step, free);
    if (found !== undefined) take(step, found);
  });
  return oldByNext;
}

/** Fewer steps are free than lines are new here: only one that shares a word is the same. */
function isInserted(
  next: readonly StepDefinition[],
  index: number,
  stood: StepDefinition,
  oldByNext: ReadonlyMap<StepId, StepId>,
): boolean {
  const following = next[index + 1];
  const isNewToo = following !== undefined && !oldByNext.has(following.id);
  return isNewToo && shared(next[index] as StepDefinition, stood) === 0;
}

function mostAlike(step: StepDefinition, free: ReadonlySet<StepDefinition>): StepDefinition | undefined {
  let best: { step: StepDefinition; shared: number } | undefined;
  for (const each of free) {
    const count = shared(step, each);
    if (count * 2 > foldedWords(each.title).length && count > (best?.shared ?? 0))
      best = { step: each, shared: count };
  }
  return best?.step;
}

function shared(one: StepDefinition, other: StepDefinition): number {
  const words = new Set(foldedWords(other.title));
  return foldedWords(one.title).filter((word) => words.has(word)).length;
}
