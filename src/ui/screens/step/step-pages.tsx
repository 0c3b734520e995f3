/**
 * What stands inside the step's sheet or side panel: the step itself, or the page that one of its
 * actions opened in its place (what came out of it, stuck, hand over, due, …); Back returns.
 */
import { createSignal, lazy, Match, Show, Suspense, Switch, untrack } from 'solid-js';
import IconChevronLeft from '~icons/lucide/chevron-left';
import { createView } from '../../../client/household.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactId, RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { StepView } from '../../../views/step-view.ts';
import { IconButton } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Late } from '../../kit/late.tsx';
import { SheetHead, useSheet } from '../../kit/sheet-parts.tsx';
import { Skeleton } from '../../kit/skeleton.tsx';
import { FactEditPage } from '../facts/fact-edit-page.tsx';
import { ActingProvider } from './acting.tsx';
import { CompletePage } from './complete-page.tsx';
import { DuePage } from './due-page.tsx';
import { HandOverPage } from './hand-over-page.tsx';
import { ReplyPage } from './reply-page.tsx';
import { factOfStep, isToldBy } from './step-facts.tsx';
import { StepPage } from './step-page.tsx';
import { StuckPage } from './stuck-page.tsx';
import { WaitPage } from './wait-page.tsx';
import { WithoutPage } from './without-page.tsx';

const ContactPage = lazy(async () => ({
  default: (await import('../contact/contact-page.tsx')).ContactPage,
}));
const AnswerPage = lazy(async () => ({ default: (await import('../contact/answer-page.tsx')).AnswerPage }));
const NudgePage = lazy(async () => ({ default: (await import('../contact/nudge-page.tsx')).NudgePage }));
const LadderPage = lazy(async () => ({ default: (await import('./ladder-page.tsx')).LadderPage }));

export type StepPageName =
  | 'step'
  | 'complete'
  | 'stuck'
  | 'without'
  | 'handOver'
  | 'due'
  | 'stalls'
  | 'wait'
  | 'reply'
  | 'contact'
  | 'answer'
  | 'nudge'
  | 'fact';

export function StepPages(props: {
  readonly run: RunId;
  readonly key: OccurrenceKey;
  /** What it opens on; the step itself when absent. */
  readonly start?: StepPageName;
  /** Stands beside the page, where D and S work and nothing has to be closed. */
  readonly beside?: boolean;
}) {
  const messages = useMessages();
  const sheet = useSheet();
  const view = createView(() => ({ kind: 'step' as const, run: props.run, key: props.key }));
  const [page, setPage] = createSignal<StepPageName>(untrack(() => props.start ?? 'step'));
  /** How it is about to end, while the page asks what came out of it. */
  const [outcome, setOutcome] = createSignal<string | null>(null);
  /** The one that is being changed. */
  const [fact, setFact] = createSignal<FactId | null>(null);
  const [returned, setReturned] = createSignal(false);
  const go = (to: StepPageName): void => {
    setReturned(to === 'step');
    setPage(to);
  };
  const ask = (chosen: string | null): void => {
    setOutcome(chosen);
    go('complete');
  };
  const edit = (chosen: FactId): void => {
    setFact(chosen);
    go('fact');
  };
  const shows = (step: StepView, name: StepPageName): boolean =>
    step.availability === 'here' && page() === name;
  const back = () => (
    <IconButton label={messages.frame.back} size={40} onClick={() => go('step')}>
      <IconChevronLeft data-flips="" />
    </IconButton>
  );
  /** A sheet has done its work once its action is done; a panel goes back to the step. */
  const finish = (): void => {
    if (props.beside) go('step');
    else sheet.close();
  };
  return (
    <ActingProvider>
      <Show
        when={view()}
        fallback={
          <Late>
            <SheetHead title={messages.frame.loading} closeLabel={messages.frame.close} />
            <Skeleton label={messages.frame.loading} />
          </Late>
        }
      >
        {(step) => (
          <Switch
            fallback={
              <>
                <SheetHead title={messages.flow.steps} closeLabel={messages.frame.close} takesFocus />
                <EmptyState
                  title={
                    step().availability === 'loading'
                      ? messages.flow.loadingTitle
                      : messages.step.missingTitle
                  }
                  hint={
                    step().availability === 'loading' ? messages.flow.loadingHint : messages.step.missingHint
                  }
                />
              </>
            }
          >
            <Match when={shows(step(), 'step')}>
              <StepPage
                step={step()}
                beside={props.beside ?? false}
                takesFocus={returned() || !(props.beside ?? false)}
                onGo={go}
                onAsk={ask}
                onEditFact={edit}
                onDone={finish}
              />
            </Match>
            <Match when={shows(step(), 'complete')}>
              <CompletePage step={step()} outcome={outcome()} before={back()} onDone={finish} />
            </Match>
            <Match when={shows(step(), 'stuck')}>
              <StuckPage step={step()} before={back()} onDone={finish} />
            </Match>
            <Match when={shows(step(), 'without')}>
              <WithoutPage step={step()} before={back()} onDone={finish} />
            </Match>
            <Match when={shows(step(), 'handOver')}>
              <HandOverPage step={step()} before={back()} onDone={finish} />
            </Match>
            <Match when={shows(step(), 'due')}>
              <DuePage step={step()} before={back()} onDone={() => go('step')} />
            </Match>
            <Match when={shows(step(), 'wait')}>
              <WaitPage step={step()} before={back()} onDone={() => go('step')} />
            </Match>
            <Match when={shows(step(), 'reply')}>
              <ReplyPage step={step()} before={back()} onDone={finish} />
            </Match>
            <Match when={shows(step(), 'stalls')}>
              <Suspense>
                <LadderPage step={step()} before={back()} onDone={() => go('step')} />
              </Suspense>
            </Match>
            <Match when={shows(step(), 'contact')}>
              <Suspense>
                <ContactPage step={step()} before={back()} onSent={() => go('answer')} />
              </Suspense>
            </Match>
            <Match when={shows(step(), 'answer')}>
              <Suspense>
                <AnswerPage
                  step={step()}
                  before={back()}
                  onAnswered={() => go('reply')}
                  onNotYet={finish}
                  onAgain={() => go('contact')}
                  onDone={finish}
                />
              </Suspense>
            </Match>
            <Match when={shows(step(), 'nudge')}>
              <Suspense>
                <NudgePage step={step()} before={back()} onDone={() => go('step')} />
              </Suspense>
            </Match>
            <Match when={shows(step(), 'fact') && factOfStep(step(), fact())}>
              {(shown) => (
                <FactEditPage
                  run={props.run}
                  fact={shown()}
                  {...(isToldBy(step(), shown().fact) && { at: props.key })}
                  before={back()}
                  onDone={() => go('step')}
                />
              )}
            </Match>
          </Switch>
        )}
      </Show>
    </ActingProvider>
  );
}
