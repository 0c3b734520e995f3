/** The sections of a plan: which of them can be done once more, and which called off. */
import { findJudges, findRedone, placesOfSection, refuseRedo } from '../engine/decide/redo.ts';
import { isOpen } from '../engine/is-open.ts';
import type { SectionDefinition } from '../model/workflow.ts';
import type { SectionView } from './flow-view.ts';
import { readingsOf, type RunReading, stepToRef } from './run-reading.ts';

/** In the order of the definition. */
export function computeSectionViews(run: RunReading): readonly SectionView[] {
  return run.state.plan.sections.map((section) => {
    const steps = readingsOf(run, placesOfSection(run.state, section));
    return {
      id: section.id,
      name: section.name,
      steps: steps.map(stepToRef),
      canRedo: canRedo(run, section),
      canCancel:
        run.state.status !== 'cancelled' &&
        (steps.some(({ occurrence }) => isOpen(occurrence)) || hasOpenList(run, section)),
    };
  });
}

function hasOpenList({ state }: RunReading, { id }: SectionDefinition): boolean {
  return state.items.some((list) => list.section === id && list.isOpen);
}

/** Something of it is closed, and no step that judges it has said "once more" as often as it may. */
function canRedo({ state }: RunReading, section: SectionDefinition): boolean {
  if (state.status !== 'running' && state.status !== 'finished') return false;
  return (
    findRedone(state, section, []).length > 0 &&
    findJudges(state, section.id).every(({ step, redo }) => refuseRedo(state, step.id, redo) === null)
  );
}
