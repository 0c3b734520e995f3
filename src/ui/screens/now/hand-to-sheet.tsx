/** Hands a step to somebody, straight from where it is only a line. */
import type { RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import { Sheet } from '../../kit/sheet.tsx';
import { HandOverPage } from '../step/hand-over-page.tsx';
import { StepHere } from '../step/step-here.tsx';

export function HandToSheet(props: {
  readonly run: RunId;
  readonly key: OccurrenceKey;
  readonly onClose: () => void;
  /** Somebody else has it. */
  readonly onDone?: () => void;
}) {
  return (
    <StepHere run={props.run} key={props.key}>
      {(step) => (
        <Sheet onClose={props.onClose}>
          <HandOverPage step={step()} onDone={() => (props.onDone ?? props.onClose)()} />
        </Sheet>
      )}
    </StepHere>
  );
}
