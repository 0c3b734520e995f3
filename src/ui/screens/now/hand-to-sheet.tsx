/** Hands a step to somebody, straight from Now. */
import { Show } from 'solid-js';
import { createView } from '../../../client/household.ts';
import type { RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import { Sheet } from '../../kit/sheet.tsx';
import { HandOverPage } from '../step/hand-over-page.tsx';

export function HandToSheet(props: {
  readonly run: RunId;
  readonly key: OccurrenceKey;
  readonly onClose: () => void;
}) {
  const view = createView(() => ({ kind: 'step' as const, run: props.run, key: props.key }));
  const here = () => {
    const step = view();
    return step?.availability === 'here' ? step : undefined;
  };
  return (
    <Show when={here()}>
      {(step) => (
        <Sheet onClose={props.onClose}>
          <HandOverPage step={step()} onDone={props.onClose} />
        </Sheet>
      )}
    </Show>
  );
}
