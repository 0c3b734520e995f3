/** What just failed, said at once; nothing when nothing did. */
import { Show } from 'solid-js';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import type { FailureWords } from '../../../i18n/core/en/failures.ts';
import { Notice } from '../../kit/notice.tsx';

export function FailureNotice<Failure>(props: {
  readonly failure: Failure | undefined;
  readonly say: (failure: Failure) => FailureWords;
}) {
  return (
    <Show when={props.failure}>
      {(failure) => {
        const words = () => props.say(failure());
        return <Notice urgent start={<IconTriangleAlert />} what={words().what} wayOut={words().wayOut} />;
      }}
    </Show>
  );
}
