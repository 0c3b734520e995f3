/** The plan of a flow that is under way, to be changed: a list, and a page for each step. */
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import IconArrowLeft from '~icons/lucide/arrow-left';
import IconPlus from '~icons/lucide/plus';
import IconRoute from '~icons/lucide/route';
import { createView } from '../../../../client/household.ts';
import { useMessages } from '../../../../i18n/messages-context.tsx';
import type { RunId, StepId } from '../../../../model/ids.ts';
import type { FollowUp } from '../../../../model/workflow.ts';
import type { PlanStep, PlanView } from '../../../../views/plan-view.ts';
import { Button, IconButton } from '../../../kit/button.tsx';
import { EmptyState } from '../../../kit/empty-state.tsx';
import { Row } from '../../../kit/row.tsx';
import { Sheet } from '../../../kit/sheet.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../../kit/sheet-parts.tsx';
import { Skeleton } from '../../../kit/skeleton.tsx';
import { StateGlyph } from '../../../kit/state-glyph.tsx';
import { ChooseFollowUp } from '../../follow-ups/choose-follow-up.tsx';
import { FollowUpPage } from '../../follow-ups/follow-up-page.tsx';
import { AddFlowPage } from './add-flow-page.tsx';
import { KeepPlan } from './keep-plan.tsx';
import { OfferCard } from './offer-card.tsx';
import { OffersPage } from './offers-page.tsx';
import { NewStepPage, PlanStepPage } from './plan-step-page.tsx';
import { usePlanWords } from './use-plan-words.ts';

export function PlanSheet(props: { readonly run: RunId; readonly onClose: () => void }) {
  const messages = useMessages();
  const view = createView(() => ({ kind: 'plan' as const, run: props.run }));
  const [page, setPage] = createSignal<StepId | 'list' | 'new' | 'flow' | 'followUp' | 'offers'>('list');
  const [followUp, setFollowUp] = createSignal<FollowUp>();
  const chosen = () => view()?.steps.find(({ step }) => step === page());
  const back = () => (
    <IconButton label={messages.frame.back} size={40} onClick={() => setPage('list')}>
      <IconArrowLeft />
    </IconButton>
  );
  return (
    <Sheet tall onClose={props.onClose}>
      <Show when={view()} fallback={<Skeleton label={messages.frame.loading} rows={6} />}>
        {(plan) => (
          <Switch
            fallback={
              <PlanList
                plan={plan()}
                onOpen={setPage}
                onAdd={() => setPage('new')}
                onFollowUp={(chosen) => {
                  setFollowUp(chosen);
                  setPage('followUp');
                }}
                onAddFlow={() => setPage('flow')}
                onOthers={() => setPage('offers')}
                moved={page() !== 'list'}
              />
            }
          >
            <Match when={page() === 'new'}>
              <NewStepPage plan={plan()} before={back()} onDone={() => setPage('list')} />
            </Match>
            <Match when={page() === 'flow'}>
              <AddFlowPage plan={plan()} before={back()} onDone={() => setPage('list')} />
            </Match>
            <Match when={page() === 'followUp' && followUp()}>
              {(chosen) => (
                <FollowUpPage
                  plan={plan()}
                  followUp={chosen()}
                  before={back()}
                  onDone={() => setPage('list')}
                />
              )}
            </Match>
            <Match when={page() === 'offers' && plan().workflow}>
              {(workflow) => <OffersPage workflow={workflow()} before={back()} />}
            </Match>
            <Match when={chosen()}>
              {(step) => (
                <PlanStepPage plan={plan()} step={step()} before={back()} onDone={() => setPage('list')} />
              )}
            </Match>
          </Switch>
        )}
      </Show>
    </Sheet>
  );
}

function PlanList(props: {
  readonly plan: PlanView;
  readonly onOpen: (step: StepId) => void;
  readonly onAdd: () => void;
  readonly onAddFlow: () => void;
  readonly onFollowUp: (followUp: FollowUp) => void;
  readonly onOthers: () => void;
  readonly moved: boolean;
}) {
  const messages = useMessages();
  const words = usePlanWords();
  const titleOf = (id: StepId): string => props.plan.steps.find(({ step }) => step === id)?.title ?? '';
  const sub = (step: PlanStep): string => {
    const after = words.after(step.after.map(({ from }) => titleOf(from)).filter((title) => title !== ''));
    if (step.mayChange && step.standsInFor !== null) return words.standsInFor(titleOf(step.standsInFor));
    return step.mayChange ? after : words.locked(messages.states.word(step.tone, null));
  };
  return (
    <>
      <SheetHead
        title={words.title}
        sub={words.hint}
        closeLabel={messages.frame.close}
        takesFocus={props.moved}
      />
      <SheetBody>
        <Show
          when={props.plan.steps.length > 0}
          fallback={<EmptyState title={words.over} hint={words.overHint} />}
        >
          <Show when={props.plan.mayChange && props.plan.offer}>
            {(offer) => <OfferCard run={props.plan.run} offer={offer()} />}
          </Show>
          <ul>
            <For each={props.plan.steps}>
              {(step) => (
                <Row
                  start={<StateGlyph shape={step.tone} />}
                  title={step.title}
                  sub={sub(step)}
                  quiet={!step.mayChange}
                  {...(step.mayChange && { onOpen: () => props.onOpen(step.step) })}
                />
              )}
            </For>
          </ul>
          <Show when={props.plan.mayChange}>
            <ChooseFollowUp plan={props.plan} onOpen={(chosen) => props.onFollowUp(chosen)} />
          </Show>
          <Show when={props.plan.mayKeep || props.plan.others > 0}>
            <KeepPlan
              run={props.plan.run}
              mayKeep={props.plan.mayKeep}
              others={props.plan.others}
              onOthers={() => props.onOthers()}
            />
          </Show>
        </Show>
      </SheetBody>
      <Show when={props.plan.mayChange}>
        <SheetFoot>
          <Button kind="ink" grow onClick={() => props.onAdd()}>
            <IconPlus />
            {words.add}
          </Button>
          <Show when={props.plan.workflows.length > 0}>
            <Button onClick={() => props.onAddFlow()}>
              <IconRoute />
              {words.addFlow}
            </Button>
          </Show>
        </SheetFoot>
      </Show>
    </>
  );
}
