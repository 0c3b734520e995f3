/** A start before it is found, when there is nothing to start, and its form. */
import { useNavigate } from '@solidjs/router';
import { Show } from 'solid-js';
import type { AgainPreview } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { WorkflowPreview } from '../../../worker/messages.ts';
import { ButtonLink } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { paths } from '../../routes.ts';
import { PageHead } from '../shared/page-head.tsx';
import { StartForm } from './start-form.tsx';

export interface FoundStart {
  readonly preview: WorkflowPreview;
  /** The run that it is to be like. */
  readonly again?: AgainPreview;
}

export function StartPage(props: {
  /** `null`: there is none; absent: it is being looked for. Another object is another form. */
  readonly found: FoundStart | null | undefined;
  readonly backTo: string;
}) {
  const messages = useMessages();
  const navigate = useNavigate();
  const back = () => ({ href: props.backTo, label: messages.frame.back });
  return (
    <Show
      when={props.found}
      keyed
      fallback={
        <>
          <PageHead title={messages.frame.newFlow} back={back()} />
          <Show when={props.found === null} fallback={<Skeleton label={messages.frame.loading} rows={6} />}>
            <EmptyState title={messages.start.missing} hint={messages.start.missingHint}>
              <ButtonLink href={paths.new} kind="ink">
                {messages.start.toStart}
              </ButtonLink>
            </EmptyState>
          </Show>
        </>
      }
    >
      {(found) => (
        <StartForm
          {...found}
          back={back()}
          onStarted={() => navigate(paths.now, { replace: true })}
          onRepeats={() => navigate(paths.flows, { replace: true })}
        />
      )}
    </Show>
  );
}
