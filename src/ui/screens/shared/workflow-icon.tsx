/** The picture on a workflow's tile: each that is ready made has one of its own, what people made a neutral one. */
import { type Component, createMemo } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import IconCalendar from '~icons/lucide/calendar-days';
import IconChart from '~icons/lucide/chart-column';
import IconHandshake from '~icons/lucide/handshake';
import IconIdCard from '~icons/lucide/id-card';
import IconPlane from '~icons/lucide/plane';
import IconPresentation from '~icons/lucide/presentation';
import IconRoute from '~icons/lucide/route';
import IconSignature from '~icons/lucide/signature';
import IconTent from '~icons/lucide/tent';
import type { WorkflowId } from '../../../model/ids.ts';

const iconById: ReadonlyMap<string, Component> = new Map([
  ['business-trip', IconPlane],
  ['new-client', IconHandshake],
  ['new-colleague', IconIdCard],
  ['summer-camps', IconTent],
  ['board-meeting', IconPresentation],
  ['contract-approval', IconSignature],
  ['monthly-report', IconChart],
  ['family-week', IconCalendar],
]);

export function WorkflowIcon(props: { readonly workflow: WorkflowId }) {
  const icon = createMemo(() => iconById.get(props.workflow) ?? IconRoute);
  return <Dynamic component={icon()} />;
}
