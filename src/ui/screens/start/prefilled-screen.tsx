/** One anchor date, the names, and the rail filled in: tap what is done, then see whose turn it is. */
import { useNavigate, useParams } from '@solidjs/router';
import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { WorkflowPreview } from '../../../worker/messages.ts';
import { ButtonLink } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { paths, workflowFromParam } from '../../routes.ts';
import { PageHead } from '../shared/page-head.tsx';
import { StartForm } from './start-form.tsx';

export function PrefilledScreen() {
  const messages = useMessages();
  const household = useHousehold();
  const navigate = useNavigate();
  const params = useParams();
  const [preview, setPreview] = createSignal<WorkflowPreview | null>();
  createEffect(
    on(
      () => workflowFromParam(params['workflow']),
      (id) => {
        let closed = false;
        onCleanup(() => {
          closed = true;
        });
        setPreview(undefined);
        void household.previewWorkflow(id).then((found) => closed || setPreview(() => found));
      },
    ),
  );
  const back = () => ({ href: paths.now, label: messages.frame.back });
  return (
    <Show
      when={preview()}
      keyed
      fallback={
        <Show
          when={preview() === null}
          fallback={
            <>
              <PageHead title={messages.frame.newFlow} back={back()} />
              <Skeleton label={messages.frame.loading} rows={6} />
            </>
          }
        >
          <PageHead title={messages.frame.newFlow} back={back()} />
          <EmptyState title={messages.start.missing} hint={messages.start.missingHint}>
            <ButtonLink href={paths.new} kind="ink">
              {messages.start.toStart}
            </ButtonLink>
          </EmptyState>
        </Show>
      }
    >
      {(found) => (
        <StartForm
          preview={found}
          back={back()}
          onStarted={() => navigate(paths.now, { replace: true })}
          onRepeats={() => navigate(paths.flows, { replace: true })}
        />
      )}
    </Show>
  );
}
