/** What did not work, said in the sheet in which it was tried. */
import { Show } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { IntentFailure } from '../../../worker/messages.ts';
import { Notice } from '../../kit/notice.tsx';
import { sayFailure } from '../../say-failure.ts';

export function FailureNotice(props: {
  readonly failure: IntentFailure | undefined;
  /** Where a field says that it is described by it. */
  readonly id?: string;
}) {
  const messages = useMessages();
  return (
    <Show when={props.failure}>
      {(failure) => {
        const words = () => sayFailure(messages, failure());
        return (
          <div id={props.id}>
            <Notice urgent start={<IconTriangleAlert />} what={words().what} wayOut={words().wayOut} />
          </div>
        );
      }}
    </Show>
  );
}
