/** Hands a step to somebody, straight from Now. */
import type { RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import { Sheet } from '../../kit/sheet.tsx';
import { HandOverPage } from '../step/hand-over-page.tsx';
import { StepHere } from '../step/step-here.tsx';

export function HandToSheet(props: {
  readonly run: RunId;
  readonly key: OccurrenceKey;
  readonly onClose: () => void;
}) {
  return (
    <StepHere run={props.run} key={props.key}>
      {(step) => (
        <Sheet onClose={props.onClose}>
          <HandOverPage step={step()} onDone={props.onClose} />
        </Sheet>
      )}
    </StepHere>
  );
}
