/** The lists under the card. What goes well folds: all waiting steps that are on time are one row with faces. */
import { createMemo, createSignal, For, lazy, Show, Suspense } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import IconChevronDown from '~icons/lucide/chevron-down';
import IconClock from '~icons/lucide/clock';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { ComingLine, NowView, NudgeLine } from '../../../views/now-view.ts';
import type { PersonView, StepLine } from '../../../views/shared.ts';
import { useMayAct } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { aFew, createGrowing } from '../../growing.ts';
import { Avatar, AvatarStack } from '../../kit/avatar.tsx';
import { Button, ButtonLink, IconButton } from '../../kit/button.tsx';
import { Chip } from '../../kit/chip.tsx';
import { Row } from '../../kit/row.tsx';
import { Section } from '../../kit/section.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import type { RowActs } from '../../row-acts.ts';
import { RecheckCard } from '../facts/recheck-card.tsx';
import { StepSub } from '../shared/step-sub.tsx';
import { awayOf, dueWords, joinWords, stepWords } from '../shared/step-words.ts';
import styles from './now-screen.module.css';

const GrabList = lazy(async () => ({ default: (await import('../approval/grab-list.tsx')).GrabList }));
const NudgeSheet = lazy(async () => ({ default: (await import('../contact/nudge-sheet.tsx')).NudgeSheet }));
const UncoveredRow = lazy(async () => ({ default: (await import('./uncovered-row.tsx')).UncoveredRow }));

/** What is mine besides the card: what else I hold, what I may take, what I am to check again. */
export function MyLists(props: {
  readonly now: NowView;
  readonly onDone: (line: StepLine) => void;
  readonly onStuck: (line: StepLine) => void;
}) {
  const messages = useMessages();
  const others = () =>
    props.now.holding.filter((line) => line.key !== props.now.hero?.key || line.run !== props.now.hero.run);
  const shown = createGrowing(others);
  return (
    <>
      <Show when={others().length > 0}>
        <ul class={styles.held} aria-label={messages.now.alsoYours}>
          <For each={shown()}>
            {(line) => (
              <HeldRow line={line} onDone={() => props.onDone(line)} onStuck={() => props.onStuck(line)} />
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.now.grabs.length > 0}>
        <Suspense>
          <GrabList lines={props.now.grabs} />
        </Suspense>
      </Show>
      <Show when={props.now.checks.length > 0}>
        <Section title={messages.now.checkAgain}>
          <ul class={styles.checks}>
            <For each={props.now.checks}>
              {(line) => (
                <li>
                  <RecheckCard
                    run={line.run}
                    step={line}
                    stale={line.stale}
                    irreversible={line.irreversible}
                    flow={line.runTitle}
                  />
                </li>
              )}
            </For>
          </ul>
        </Section>
      </Show>
    </>
  );
}

/** What others have: what needs a nudge, what waits, what comes. */
export function OthersLists(props: { readonly now: NowView }) {
  const messages = useMessages();
  /** The sheet outlasts the line, which may leave the list meanwhile. */
  const [nudged, setNudged] = createSignal<NudgeLine>();
  const nudges = createGrowing(() => props.now.nudge, aFew);
  return (
    <>
      <Show when={props.now.nudge.length > 0}>
        <Section title={messages.now.nudge}>
          <ul>
            <For each={nudges()}>
              {(line) => (
                <Show
                  when={isUncovered(line)}
                  fallback={<NudgeRow line={line} onNudge={() => setNudged(line)} />}
                >
                  <Suspense>
                    <UncoveredRow line={line} />
                  </Suspense>
                </Show>
              )}
            </For>
          </ul>
        </Section>
      </Show>
      <Show when={props.now.waiting.length > 0}>
        <Section title={messages.now.waiting}>
          <Waiting lines={props.now.waiting} />
        </Section>
      </Show>
      <Show when={props.now.comingUp.length > 0}>
        <Section title={messages.now.comingUp}>
          <Coming lines={props.now.comingUp} />
        </Section>
      </Show>
      <Show when={nudged()} keyed>
        {(line) => (
          <Suspense>
            <NudgeSheet line={line} onClose={() => setNudged(undefined)} />
          </Suspense>
        )}
      </Show>
    </>
  );
}

/** Nothing is wrong but that nobody is there to do it. */
function isUncovered({ tone, holder, away }: StepLine): boolean {
  const waits = tone === 'theirs' || tone === 'waiting' || tone === 'late';
  return waits && away?.standIn === null && holder?.isMe === false;
}

function HeldRow(props: {
  readonly line: StepLine;
  readonly onDone: () => void;
  readonly onStuck: () => void;
}) {
  const messages = useMessages();
  const mayAct = useMayAct();
  /** Where a vote is asked there is nothing to be done with. */
  const isMine = () => props.line.tone === 'turn' && props.line.asks !== 'vote' && mayAct();
  const acts = (): RowActs => ({
    forth: { label: messages.step.doneLast, tone: 'turn', run: props.onDone },
    back: { label: messages.step.stuck, tone: 'stuck', run: props.onStuck },
  });
  const now = useNow();
  const late = () => (props.line.due?.late === true ? props.line.due : null);
  return (
    <Row
      start={<StateGlyph shape={props.line.tone} />}
      title={props.line.title}
      href={stepPath(props.line.run, props.line.key)}
      sub={
        <StepSub
          words={{
            tone: props.line.tone,
            word: messages.states.word(props.line.tone, props.line.holder),
            rest: joinWords([
              props.line.runTitle,
              late() === null ? dueWords(messages, props.line.due, now()) : '',
            ]),
            away: awayOf(props.line),
          }}
        />
      }
      passiveEnd
      {...(isMine() && { acts })}
      end={
        <>
          <Show when={late()}>
            {(due) => (
              <Chip tone="late">
                <IconClock />
                {messages.states.late(due().at, now())}
              </Chip>
            )}
          </Show>
          {/* On a phone it is swiped, or done on the step. */}
          <Show when={isMine()}>
            <span class={styles.done}>
              <IconButton
                kind="turn"
                size={40}
                aria-keyshortcuts="D"
                label={messages.flow.doneNamed(props.line.title)}
                onClick={() => props.onDone()}
              >
                <IconCheck />
              </IconButton>
            </span>
          </Show>
        </>
      }
    />
  );
}

/** Asked once, somebody gets this long before the next time is offered, milliseconds. */
const nudgeRest = 4 * 3_600_000;

function NudgeRow(props: { readonly line: NudgeLine; readonly onNudge: () => void }) {
  const messages = useMessages();
  const now = useNow();
  const rested = () =>
    props.line.nudgedAt !== null && now() - props.line.nudgedAt < nudgeRest ? props.line.nudgedAt : null;
  const nudges = (): RowActs => ({
    back: { label: messages.now.nudgeThem, tone: 'theirs', run: props.onNudge },
  });
  const action = () => (props.line.tone === 'conflict' ? messages.now.choose : messages.now.look);
  return (
    <Row
      start={<StateGlyph shape={props.line.tone} />}
      title={props.line.title}
      {...(props.line.nudge !== null && { href: stepPath(props.line.run, props.line.key) })}
      sub={<StepSub words={stepWords(messages, props.line, now())} />}
      passiveEnd={props.line.nudge !== null && rested() !== null}
      {...(props.line.nudge !== null && rested() === null && { acts: nudges })}
      end={
        <Show
          when={props.line.nudge}
          fallback={
            <ButtonLink
              size={40}
              href={stepPath(props.line.run, props.line.key)}
              label={messages.now.lookAt(action(), props.line.title)}
            >
              {action()}
            </ButtonLink>
          }
        >
          {(nudge) => (
            <Show
              when={rested()}
              fallback={
                <Button
                  size={40}
                  aria-label={messages.now.nudgeAbout(nudge().to.name, props.line.title)}
                  onClick={() => props.onNudge()}
                >
                  {messages.now.nudgeThem}
                </Button>
              }
            >
              {(at) => <span>{messages.now.nudged(at(), now())}</span>}
            </Show>
          )}
        </Show>
      }
    />
  );
}

function Waiting(props: { readonly lines: readonly StepLine[] }) {
  const messages = useMessages();
  const [open, setOpen] = createSignal(false);
  const holders = createMemo((): readonly PersonView[] => {
    const byId = new Map(
      props.lines.flatMap((line) => (line.holder === null ? [] : [[line.holder.id, line.holder]])),
    );
    return [...byId.values()];
  });
  const single = () => (props.lines.length === 1 ? props.lines[0] : undefined);
  return (
    <ul>
      <Show
        when={single()}
        fallback={
          <Row
            start={<StateGlyph shape="theirs" />}
            title={props.lines.map((line) => line.title).join(', ')}
            sub={messages.now.haveThem(holders().map((person) => person.name))}
            onOpen={() => setOpen(!open())}
            expanded={open()}
            passiveEnd
            end={
              <>
                <AvatarStack faces={holders()} />
                <span class={styles.chevron} data-open={open()}>
                  <IconChevronDown />
                </span>
              </>
            }
          />
        }
      >
        {(line) => <WaitingRow line={line()} />}
      </Show>
      <Show when={open()}>
        <WaitingRows lines={props.lines} />
      </Show>
    </ul>
  );
}

function WaitingRows(props: { readonly lines: readonly StepLine[] }) {
  const lines = createGrowing(() => props.lines, aFew);
  return <For each={lines()}>{(line) => <WaitingRow line={line} />}</For>;
}

function WaitingRow(props: { readonly line: StepLine }) {
  const messages = useMessages();
  const now = useNow();
  return (
    <Row
      start={<StateGlyph shape={props.line.tone} />}
      title={props.line.title}
      href={stepPath(props.line.run, props.line.key)}
      sub={<StepSub words={stepWords(messages, props.line, now(), props.line.runTitle)} />}
      passiveEnd
      end={<Show when={props.line.holder}>{(holder) => <Avatar face={holder()} />}</Show>}
    />
  );
}

/** So many are shown unasked: what comes later is what one need not think of. */
const comingShown = 3;

function Coming(props: { readonly lines: readonly ComingLine[] }) {
  const messages = useMessages();
  const [all, setAll] = createSignal(false);
  const rest = () => props.lines.length - comingShown;
  // One more costs as much room as the words that would hide it.
  const folds = () => rest() > 1;
  return (
    <ul>
      <For each={all() || !folds() ? props.lines : props.lines.slice(0, comingShown)}>
        {(line) => <ComingRow line={line} />}
      </For>
      <Show when={folds()}>
        <Row
          start={
            <span class={styles.chevron} data-open={all()}>
              <IconChevronDown />
            </span>
          }
          title={all() ? messages.now.fewer : messages.now.later(rest())}
          quiet
          onOpen={() => setAll(!all())}
          expanded={all()}
        />
      </Show>
    </ul>
  );
}

function ComingRow(props: { readonly line: ComingLine }) {
  const messages = useMessages();
  const now = useNow();
  return (
    <Row
      start={<StateGlyph shape={props.line.tone} />}
      title={props.line.title}
      sub={
        props.line.tone === 'next' && props.line.waitingFor.length > 0 ? (
          messages.flow.after(props.line.waitingFor)
        ) : (
          <StepSub
            words={{
              tone: props.line.tone,
              word: messages.states.word(props.line.tone, props.line.holder),
              rest: props.line.runTitle,
            }}
          />
        )
      }
      passiveEnd
      end={
        <Show when={props.line.due}>{(due) => <span>{messages.times.by(due().at, false, now())}</span>}</Show>
      }
      href={stepPath(props.line.run, props.line.key)}
    />
  );
}
