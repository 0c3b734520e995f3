/** The step: why it is where it is, what it knows, what belongs to it, who has it, and what can be done now. */
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactId } from '../../../model/ids.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { AfterPaint } from '../../kit/after-paint.tsx';
import { Button } from '../../kit/button.tsx';
import { SheetBody, SheetHead } from '../../kit/sheet-parts.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { SentNudges } from '../contact/sent-nudges.tsx';
import { RecheckCard } from '../facts/recheck-card.tsx';
import { StepSub } from '../shared/step-sub.tsx';
import { stepWords } from '../shared/step-words.ts';
import { ActingCard } from './acting-card.tsx';
import { UndoStepCard } from '../undo/undo-step-card.tsx';
import { completeOrAsk } from './completion.ts';
import { ConflictCard, Overruled } from './conflict-card.tsx';
import { HeldUpCards } from './held-up-cards.tsx';
import { InTheWayCard } from './in-the-way-card.tsx';
import { OfferedCard } from './offered-card.tsx';
import { OutcomeButtons } from './outcome-buttons.tsx';
import { StepChain } from './step-chain.tsx';
import { StepChecklist } from './step-checklist.tsx';
import { useStepCommands } from './step-commands.ts';
import { StepFacts } from './step-facts.tsx';
import { StepFoot } from './step-foot.tsx';
import { StepHistory } from './step-history.tsx';
import { StepMenu } from './step-menu.tsx';
import { StepNotes } from './step-notes.tsx';
import type { StepPageName } from './step-pages.tsx';
import styles from './step-parts.module.css';
import { StepPasses } from './step-passes.tsx';
import { StepPlan } from './step-plan.tsx';
import { Lookers } from './step-presence.tsx';
import { StepSituation } from './step-situation.tsx';
import { WaitingCard } from './waiting-card.tsx';

const ClashLines = lazy(async () => ({ default: (await import('./clash-lines.tsx')).ClashLines }));
const WhoVotes = lazy(async () => ({ default: (await import('../approval/who-votes.tsx')).WhoVotes }));
const TogetherCards = lazy(async () => ({ default: (await import('./together-cards.tsx')).TogetherCards }));
const StepLadder = lazy(async () => ({ default: (await import('./step-ladder.tsx')).StepLadder }));
const AmendSheet = lazy(async () => ({ default: (await import('../facts/amend-sheet.tsx')).AmendSheet }));

export function StepPage(props: {
  readonly step: StepView;
  readonly beside: boolean;
  readonly takesFocus: boolean;
  readonly onGo: (page: StepPageName) => void;
  /** Opens the page that asks what came out of it. */
  readonly onAsk: (outcome: string | null) => void;
  readonly onEditFact: (fact: FactId) => void;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const now = useNow();
  const commands = useStepCommands(() => props.step);
  const [amending, setAmending] = createSignal(false);
  const can = () => props.step.actions;
  const complete = (outcome: string | null): void =>
    completeOrAsk(props.step, commands, outcome, { ask: props.onAsk, onDone: props.onDone });
  const takeOffered = async (outcome: string | null): Promise<void> => {
    if (await commands.complete({ outcome })) props.onDone();
  };
  return (
    <>
      <SheetHead
        title={props.step.title}
        sub={
          <span class={styles.inFlow}>
            {/* In the panel the flow stands beside it, with its title. */}
            <Show when={!props.beside || props.step.lookers.length === 0}>
              <span class={styles.flow}>{props.step.runTitle}</span>
            </Show>
            <Lookers people={props.step.lookers} />
          </span>
        }
        closeLabel={messages.frame.close}
        takesFocus={props.takesFocus}
        eyebrow={
          <>
            <StateGlyph shape={props.step.tone} />
            <span>
              <StepSub words={stepWords(messages, props.step, now(), props.step.outcome ?? '')} />
            </span>
          </>
        }
        after={<StepMenu step={props.step} commands={commands} onGo={props.onGo} />}
      />
      <SheetBody>
        <Show when={props.step.conflict.length > 0 && props.step.mayPlan}>
          <ConflictCard step={props.step} onKeep={(event) => void commands.keep(event)} />
        </Show>
        <Show when={can().recheck}>
          <RecheckCard
            run={props.step.run}
            step={props.step}
            stale={props.step.stale}
            irreversible={props.step.irreversible}
          />
        </Show>
        <ActingCard step={props.step} />
        <Show when={(props.step.clashes ?? []).length > 0}>
          <Suspense>
            <ClashLines clashes={props.step.clashes ?? []} />
          </Suspense>
        </Show>
        <StepSituation step={props.step} commands={commands} />
        <Show when={props.step.together}>
          {(together) => (
            <Suspense>
              <TogetherCards step={props.step} together={together()} commands={commands} />
            </Suspense>
          )}
        </Show>
        <Show when={props.step.approval !== null || props.step.notFor !== null}>
          <Suspense>
            <WhoVotes step={props.step} onVoted={props.onDone} />
          </Suspense>
        </Show>
        <Show when={props.step.undo}>{(line) => <UndoStepCard line={line()} />}</Show>
        <Show when={props.step.offered}>
          {(offered) => (
            <OfferedCard
              offered={offered()}
              canTake={can().complete}
              busy={commands.busy()}
              onTake={() => void takeOffered(offered().outcome)}
            />
          )}
        </Show>
        <HeldUpCards step={props.step} />
        <Show when={props.step.waitingOn}>
          {(waiting) => (
            <WaitingCard
              waiting={waiting()}
              canStop={can().reply}
              onStop={() => void commands.stopWaiting()}
            />
          )}
        </Show>
        <SentNudges nudges={props.step.nudges} />
        <Show when={props.step.inTheWay.length > 0 && !can().complete}>
          <InTheWayCard step={props.step}>
            <p>{messages.step.byThemselves(props.step.inTheWay.length)}</p>
          </InTheWayCard>
        </Show>
        <Show when={props.step.inTheWay.length > 0 && can().complete}>
          <InTheWayCard step={props.step}>
            <Show
              when={props.step.outcomes.length > 0}
              fallback={
                <Button size={48} wraps aria-busy={commands.busy()} onClick={() => complete(null)}>
                  {messages.step.doneToo(props.step.inTheWay.length)}
                </Button>
              }
            >
              <p>{messages.step.doneTooChoose(props.step.inTheWay.length)}</p>
              <OutcomeButtons step={props.step} kind="plain" busy={commands.busy()} onChoose={complete} />
            </Show>
          </InTheWayCard>
        </Show>
        <Overruled step={props.step} />
        <Show when={props.step.stuckReason}>
          {(reason) => <p class={styles.reason}>{messages.step.stuckBecause(reason())}</p>}
        </Show>
        <Show when={props.step.instructions}>
          {(text) => (
            <div>
              <h3 class={styles.label}>{messages.step.instructions}</h3>
              <p class={styles.prose}>{text()}</p>
            </div>
          )}
        </Show>
        <StepFacts step={props.step} onEdit={props.onEditFact} />
        <StepChecklist step={props.step} commands={commands} />
        <AfterPaint>
          <StepChain step={props.step} />
          <StepPlan step={props.step} onGo={props.onGo} />
          <Suspense>
            <StepLadder step={props.step} commands={commands} onChange={() => props.onGo('stalls')} />
          </Suspense>
          <Show when={can().take}>
            <Button size={48} onClick={() => void commands.take()}>
              {messages.step.take}
            </Button>
          </Show>
          <StepNotes step={props.step} commands={commands} />
          <StepPasses step={props.step} />
          <StepHistory lines={props.step.history} />
        </AfterPaint>
      </SheetBody>
      <Show when={!props.step.runSuspended}>
        <StepFoot
          step={props.step}
          commands={commands}
          keys={props.beside}
          onComplete={complete}
          onDone={props.onDone}
          onAmend={() => setAmending(true)}
          onGo={props.onGo}
        />
      </Show>
      <Show when={amending()}>
        <Suspense>
          <AmendSheet run={props.step.run} step={props.step} onClose={() => setAmending(false)} />
        </Suspense>
      </Show>
    </>
  );
}
