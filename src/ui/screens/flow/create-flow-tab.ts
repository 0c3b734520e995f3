/**
 * Which picture of a flow is shown. The address says it; an address without one means the steps, or on a wide screen
 * what was looked at last on this device. Opening a step from anywhere keeps the picture behind it.
 */
import { useLocation, useNavigate, useSearchParams } from '@solidjs/router';
import { type Accessor, createMemo, untrack } from 'solid-js';
import { createWhileShown } from '../../../client/shown.ts';
import type { RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import { createMedia, layoutQueries } from '../../media.ts';
import { type FlowTab, flowTabFromParam, runPath, stepPath, withFlowTab } from '../../routes.ts';
import { keepFlowTab, readFlowTab } from './flow-tab-memory.ts';

export interface FlowTabChoice {
  readonly tab: Accessor<FlowTab>;
  readonly choose: (tab: FlowTab) => void;
  readonly open: (key: OccurrenceKey) => void;
  /** Replaces, so that going back does not open again what was just closed. */
  readonly close: () => void;
}

interface Shown {
  readonly run: RunId;
  readonly tab: FlowTab;
}

export function createFlowTab(run: Accessor<RunId>, key: Accessor<OccurrenceKey | null>): FlowTabChoice {
  const [search] = useSearchParams<{ readonly view?: string }>();
  const location = useLocation();
  const navigate = useNavigate();
  const wide = createMedia(layoutQueries.list);
  const usual = createMemo((): Shown => ({ run: run(), tab: untrack(wide) ? readFlowTab() : 'steps' }));
  const inAddress = createWhileShown(() => flowTabFromParam(search.view));
  const shown = createMemo((before: Shown | undefined): Shown => {
    const said = inAddress();
    if (said !== null) return { run: run(), tab: said };
    return key() !== null && before?.run === run() ? before : usual();
  });
  const tab = createMemo(() => shown().tab);
  return {
    tab,
    choose: (next) => {
      if (wide()) keepFlowTab(next);
      navigate(withFlowTab(location.pathname, next), { scroll: false });
    },
    open: (occurrence) => navigate(withFlowTab(stepPath(run(), occurrence), tab()), { scroll: false }),
    close: () =>
      navigate(tab() === usual().tab ? runPath(run()) : withFlowTab(runPath(run()), tab()), {
        scroll: false,
        replace: true,
      }),
  };
}
