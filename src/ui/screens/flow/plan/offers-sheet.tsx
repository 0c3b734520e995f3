/** From a workflow's own place: what its later version would change in flows under way. */
import type { WorkflowId } from '../../../../model/ids.ts';
import { Sheet } from '../../../kit/sheet.tsx';
import { OffersPage } from './offers-page.tsx';

export function OffersSheet(props: { readonly workflow: WorkflowId; readonly onClose: () => void }) {
  return (
    <Sheet tall onClose={props.onClose}>
      <OffersPage workflow={props.workflow} />
    </Sheet>
  );
}
