/** Whether people are shown what phones did at the same time: on the sheets of both steps, and in the log. */
import type { RunState } from '../../src/engine/run-state.ts';
import type { StepId } from '../../src/model/ids.ts';
import { computeLogView } from '../../src/views/compute-log-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import type { SpaceSnapshot } from '../../src/views/space-snapshot.ts';
import { ana, context, type Device, run } from '../support/run-bench.ts';

export interface ShownOverlaps {
  readonly onBothSteps: boolean;
  readonly inTheLog: boolean;
}

const soon = Date.UTC(2026, 2, 3);

export function shownOverlaps(phone: Device): ShownOverlaps {
  const state = phone.state();
  const space = spaceWith(state);
  const showsOther = (step: StepId, other: StepId): boolean => {
    const occurrence = state.current.get(step);
    if (occurrence === undefined) return false;
    const { together } = computeStepView(space, run, occurrence.key, soon);
    return together?.overlaps.some((overlap) => overlap.step.step === other) === true;
  };
  const { lines } = computeLogView(space, { limit: 1000 }, soon);
  return {
    onBothSteps: state.overlaps.every(({ steps: [a, b] }) => showsOther(a, b) && showsOther(b, a)),
    inTheLog: state.overlaps.every(({ since }) =>
      lines.some((line) => line.event === since && line.meanwhile !== undefined),
    ),
  };
}

function spaceWith(state: RunState): SpaceSnapshot {
  return {
    spaceName: 'Home',
    zone: 'Europe/Lisbon',
    access: 'owner',
    me: ana,
    people: context.people,
    roles: [],
    holidays: [],
    joined: new Set(),
    runs: [{ run, title: state.title, state, summary: null, damagedEntries: 0, guests: [], setAside: [] }],
    workflows: [],
    invites: [],
    devices: [],
    here: [],
  };
}
