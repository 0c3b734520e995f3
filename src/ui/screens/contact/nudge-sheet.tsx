/** Nudging from where the step is only a line. */
import { Show } from 'solid-js';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepLine } from '../../../views/shared.ts';
import { SheetHead } from '../../kit/sheet-parts.tsx';
import { Sheet } from '../../kit/sheet.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { NudgePage } from './nudge-page.tsx';

export function NudgeSheet(props: {
  readonly line: Pick<StepLine, 'run' | 'key'>;
  readonly onClose: () => void;
  /** They were asked. */
  readonly onDone?: () => void;
}) {
  const messages = useMessages();
  const view = createView(() => ({ kind: 'step' as const, run: props.line.run, key: props.line.key }));
  return (
    <Sheet onClose={props.onClose}>
      <Show
        when={view()}
        fallback={
          <>
            <SheetHead title={messages.frame.loading} closeLabel={messages.frame.close} />
            <Skeleton label={messages.frame.loading} />
          </>
        }
      >
        {(step) => <NudgePage step={step()} onDone={() => (props.onDone ?? props.onClose)()} />}
      </Show>
    </Sheet>
  );
}
