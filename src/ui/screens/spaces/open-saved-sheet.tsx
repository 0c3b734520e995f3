/** The way in from a file, where there is no list of households to come from. */
import { Sheet } from '../../kit/sheet.tsx';
import { OpenSavedPage } from './open-saved-page.tsx';

export function OpenSavedSheet(props: {
  /** Chosen already. */
  readonly file?: File | null;
  readonly onClose: () => void;
}) {
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <OpenSavedPage file={props.file ?? null} onClose={props.onClose} />
    </Sheet>
  );
}
