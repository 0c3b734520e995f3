/** A step as the household has it now, once it is here: for what shows it outside of its own sheet. */
import { type Accessor, type JSX, Show } from 'solid-js';
import { createView } from '../../../client/household.ts';
import type { RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { StepView } from '../../../views/step-view.ts';

export function StepHere(props: {
  readonly run: RunId;
  readonly key: OccurrenceKey;
  readonly children: (step: Accessor<StepView>) => JSX.Element;
}) {
  const view = createView(() => ({ kind: 'step' as const, run: props.run, key: props.key }));
  const here = () => {
    const step = view();
    return step?.availability === 'here' ? step : undefined;
  };
  return <Show when={here()}>{(step) => props.children(step)}</Show>;
}
