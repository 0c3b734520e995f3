/** One fact in a sheet of its own. */
import type { RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { FactView } from '../../../views/fact-view.ts';
import { Sheet } from '../../kit/sheet.tsx';
import { FactEditPage } from './fact-edit-page.tsx';
import { OwnEscape } from './own-escape.tsx';

export function FactEditSheet(props: {
  readonly run: RunId;
  readonly fact: FactView;
  readonly at?: OccurrenceKey;
  readonly onClose: () => void;
}) {
  return (
    <OwnEscape>
      <Sheet onClose={props.onClose}>
        <FactEditPage
          run={props.run}
          fact={props.fact}
          {...(props.at !== undefined && { at: props.at })}
          onDone={props.onClose}
        />
      </Sheet>
    </OwnEscape>
  );
}
