/** The flows of a workflow that are under way, and what its later version would change in each: taken over one by one. */
import { For, type JSX, Show } from 'solid-js';
import IconGitCompare from '~icons/lucide/git-compare-arrows';
import { createView } from '../../../../client/household.ts';
import { useMessages } from '../../../../i18n/messages-context.tsx';
import type { WorkflowId } from '../../../../model/ids.ts';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { MatterCard } from '../../../kit/matter-card.tsx';
import { SheetBody } from '../../../kit/sheet-parts.tsx';
import { Skeleton } from '../../../kit/skeleton.tsx';
import { runPath } from '../../../routes.ts';
import { OfferDetails } from './offer-card.tsx';
import styles from './plan.module.css';
import { usePlanWords } from './use-plan-words.ts';
import { SheetPageHead } from '../../shared/sheet-page-head.tsx';

export function OffersPage(props: {
  readonly workflow: WorkflowId;
  /** The way back, where it is a page of another sheet. */
  readonly before?: JSX.Element;
}) {
  const messages = useMessages();
  const words = usePlanWords();
  const view = createView(() => ({ kind: 'offers' as const, workflow: props.workflow }));
  return (
    <>
      <SheetPageHead title={words.offersTitle} sub={view()?.title ?? ''} before={props.before} />
      <SheetBody>
        <Show when={view()} fallback={<Skeleton label={messages.frame.loading} rows={4} />}>
          {(offers) => (
            <Show
              when={offers().runs.length > 0}
              fallback={<EmptyState title={words.noOffers} hint={words.noOffersHint} />}
            >
              <p class={styles.hint}>{words.offersHint}</p>
              <For each={offers().runs}>
                {(flow) => (
                  <MatterCard
                    start={<IconGitCompare />}
                    title={flow.title}
                    heading={
                      <a class={styles.flow} href={runPath(flow.run)}>
                        {flow.title}
                      </a>
                    }
                    hint={words.differences(flow.offer.lines.length)}
                  >
                    <OfferDetails
                      run={flow.run}
                      offer={flow.offer}
                      mayTake={offers().mayTake}
                      takes={words.takeIn(flow.title)}
                    />
                  </MatterCard>
                )}
              </For>
            </Show>
          )}
        </Show>
      </SheetBody>
    </>
  );
}
