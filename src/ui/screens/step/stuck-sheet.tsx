/** Stuck, straight from the card on Now. */
import type { RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import { Sheet } from '../../kit/sheet.tsx';
import { StepHere } from './step-here.tsx';
import { StuckPage } from './stuck-page.tsx';

export function StuckSheet(props: {
  readonly run: RunId;
  readonly key: OccurrenceKey;
  readonly onClose: () => void;
}) {
  return (
    <StepHere run={props.run} key={props.key}>
      {(step) => (
        <Sheet onClose={props.onClose}>
          <StuckPage step={step()} onDone={props.onClose} />
        </Sheet>
      )}
    </StepHere>
  );
}
