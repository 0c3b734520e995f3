/** The way in from a file, where there is no list of households to come from. */
import { Sheet } from '../../kit/sheet.tsx';
import { OpenSavedPage } from './open-saved-page.tsx';

export function OpenSavedSheet(props: { readonly onClose: () => void }) {
  return (
    <Sheet place="centre" onClose={props.onClose}>
      <OpenSavedPage onClose={props.onClose} />
    </Sheet>
  );
}
