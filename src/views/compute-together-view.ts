/** Rules about what is done at the same time, as a step's sheet tells of them. */
import { findUnderWay } from '../engine/decide/refuse-together.ts';
import { isOpen } from '../engine/is-open.ts';
import type { Overlap } from '../engine/together/overlaps.ts';
import { placeTogetherRules } from '../engine/together/together-rules.ts';
import { isGoingOn, otherOf, overlapsOf } from './overlapping.ts';
import { readingsOf, type RunReading, type StepReading, stepToRef } from './run-reading.ts';
import { isCurrentPass } from './step-actions.ts';
import type { OverlapView, TogetherView } from './together-view.ts';

/** Null where no rule is about the step, and for an earlier pass. */
export function computeTogetherView(run: RunReading, here: StepReading): TogetherView | null {
  const { state } = run;
  if (!isCurrentPass(run, here)) return null;
  const { sections } = state.plan;
  const rules = placeTogetherRules(sections, state.items).filter(({ parties }) =>
    parties.some((party) => party.includes(here.step.id)),
  );
  if (rules.length === 0) return null;
  const underWay = isOpen(here.occurrence) ? findUnderWay(state, here.step.id) : null;
  return {
    rules: rules.map(({ kind, section }) => ({
      kind,
      name: sections.find(({ id }) => id === section)?.name ?? section,
    })),
    underWay: readingsOf(run, underWay?.steps ?? []).map((reading) => ({
      step: stepToRef(reading),
      holder: run.people.find(reading.holder),
    })),
    overlaps: overlapsOf(run.state, here.step.id).flatMap((overlap) => toOverlapView(run, here, overlap)),
  };
}

function toOverlapView(run: RunReading, here: StepReading, overlap: Overlap): readonly OverlapView[] {
  return readingsOf(run, [otherOf(overlap, here.step.id)]).map((other) => ({
    step: stepToRef(other),
    by: run.people.find(other.occurrence.closedBy[0] ?? other.holder),
    kind: overlap.kind,
    isGoing: isGoingOn(run.state, overlap),
  }));
}
