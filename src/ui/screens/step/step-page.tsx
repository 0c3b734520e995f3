/** The step: why it is where it is, what belongs to it, who has it, and what can be done now. */
import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import IconArrowRight from '~icons/lucide/arrow-right';
import IconCalendar from '~icons/lucide/calendar-days';
import IconChevronRight from '~icons/lucide/chevron-right';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import type { PersonView } from '../../../views/shared.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { BatonPill } from '../../kit/baton.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { StepSub } from '../shared/step-sub.tsx';
import { joinWords, stepWords } from '../shared/step-words.ts';
import { ConflictCard } from './conflict-card.tsx';
import { Overruled } from './overruled.tsx';
import { InTheWayCard } from './in-the-way-card.tsx';
import { type StepCommands, useStepCommands } from './step-commands.ts';
import { StepChain } from './step-chain.tsx';
import { StepHistory } from './step-history.tsx';
import type { StepPageName } from './step-pages.tsx';
import styles from './step-page.module.css';

export function StepPage(props: {
  readonly step: StepView;
  readonly beside: boolean;
  readonly takesFocus: boolean;
  readonly onGo: (page: StepPageName) => void;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const now = useNow();
  const commands = useStepCommands(() => props.step);
  const then = async (done: Promise<boolean>): Promise<void> => {
    if (await done) props.onDone();
  };
  return (
    <>
      <SheetHead
        title={props.step.title}
        sub={props.step.runTitle}
        closeLabel={messages.frame.close}
        takesFocus={props.takesFocus}
        eyebrow={
          <>
            <StateGlyph shape={props.step.tone} />
            <span>
              <StepSub words={stepWords(messages, props.step, now())} />
            </span>
          </>
        }
      />
      <SheetBody>
        <Show when={props.step.conflict.length > 0}>
          <ConflictCard step={props.step} onKeep={(event) => void commands.keep(event)} />
        </Show>
        <Show when={props.step.inTheWay.length > 0 && props.step.actions.complete}>
          <InTheWayCard
            step={props.step}
            onDoneToo={() => void then(commands.completeWith(props.step.inTheWay.map((other) => other.step)))}
          />
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
        <Checklist step={props.step} commands={commands} />
        <StepChain step={props.step} />
        <Facts step={props.step} onGo={props.onGo} />
        <Notes step={props.step} commands={commands} />
        <OtherActions step={props.step} commands={commands} onDone={then} />
        <StepHistory lines={props.step.history} />
      </SheetBody>
      <MainActions
        step={props.step}
        commands={commands}
        keys={props.beside}
        onDone={then}
        onStuck={() => props.onGo('stuck')}
      />
    </>
  );
}

type Then = (done: Promise<boolean>) => Promise<void>;

function MainActions(props: {
  readonly step: StepView;
  readonly commands: StepCommands;
  readonly keys: boolean;
  readonly onDone: Then;
  readonly onStuck: () => void;
}) {
  const messages = useMessages();
  const can = () => props.step.actions;
  const finishes = () => can().complete && props.step.inTheWay.length === 0;
  const onKey = (event: KeyboardEvent): void => {
    if (!props.keys || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const target = event.target;
    if (
      target instanceof HTMLElement &&
      target.closest('input, textarea, select, dialog, [popover]') !== null
    )
      return;
    if (event.key.toLowerCase() === 'd' && finishes()) void props.onDone(props.commands.complete());
    else if (event.key.toLowerCase() === 's' && can().stuck) props.onStuck();
    else return;
    event.preventDefault();
  };
  onMount(() => {
    document.addEventListener('keydown', onKey);
    onCleanup(() => document.removeEventListener('keydown', onKey));
  });
  const mine = () => props.step.holder?.isMe === true;
  const shortcut = (key: string) => (props.keys ? { shortcut: key } : {});
  return (
    <SheetFoot>
      <Show when={finishes()}>
        <Button
          kind={mine() && props.step.tone === 'turn' ? 'turn' : 'ink'}
          grow
          aria-busy={props.commands.busy()}
          onClick={() => void props.onDone(props.commands.complete())}
          {...shortcut('D')}
        >
          {props.step.unlocks.length > 0 ? messages.step.done : messages.step.doneLast}
          <Show when={mine() && props.step.tone === 'turn' && !props.keys}>
            <BatonPill />
          </Show>
        </Button>
      </Show>
      <Show when={can().retry}>
        <Button kind="ink" grow onClick={() => void props.onDone(props.commands.retry())}>
          {messages.step.retry}
        </Button>
      </Show>
      <Show when={can().stuck}>
        <Button onClick={() => props.onStuck()} {...shortcut('S')}>
          {messages.step.stuck}
        </Button>
      </Show>
      <Show when={can().reopen}>
        <Button grow onClick={() => void props.onDone(props.commands.reopen())}>
          {messages.step.reopen}
        </Button>
      </Show>
    </SheetFoot>
  );
}

function OtherActions(props: {
  readonly step: StepView;
  readonly commands: StepCommands;
  readonly onDone: Then;
}) {
  const messages = useMessages();
  return (
    <Show when={props.step.actions.take || props.step.actions.skip}>
      <div class={styles.actions}>
        <Show when={props.step.actions.take}>
          <Button size={48} onClick={() => void props.commands.take()}>
            {messages.step.take}
          </Button>
        </Show>
        <Show when={props.step.actions.skip}>
          <Button size={48} onClick={() => void props.onDone(props.commands.skip(''))}>
            {messages.step.skip}
          </Button>
        </Show>
      </div>
    </Show>
  );
}

function Checklist(props: { readonly step: StepView; readonly commands: StepCommands }) {
  const messages = useMessages();
  const ticked = () => props.step.checklist.filter((item) => item.ticked).length;
  return (
    <Show when={props.step.checklist.length > 0}>
      <div>
        <h3 class={styles.label}>
          {messages.step.checklist}
          <span>{messages.step.ticked(ticked(), props.step.checklist.length)}</span>
        </h3>
        <ul>
          <For each={props.step.checklist}>
            {(item) => (
              <li>
                <label class={styles.check}>
                  <input
                    class={styles.box}
                    type="checkbox"
                    checked={item.ticked}
                    onChange={(event) => void props.commands.tick(item.id, event.currentTarget.checked)}
                  />
                  {item.text}
                </label>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Show>
  );
}

function Facts(props: { readonly step: StepView; readonly onGo: (page: StepPageName) => void }) {
  const messages = useMessages();
  const now = useNow();
  const open = () => props.step.closedAt === null;
  const holderName = (person: PersonView | null): string =>
    person === null ? messages.states.nobody : person.isMe ? messages.states.you : person.name;
  const holderNote = (): string => {
    if (props.step.closedAt !== null) {
      const names = props.step.closedBy.map((person) => (person.isMe ? messages.states.you : person.name));
      return messages.step.closedBy(names, props.step.closedAt, now());
    }
    return props.step.freedAt === null
      ? messages.step.wouldHave
      : messages.step.since(props.step.freedAt, now());
  };
  const dueTitle = (): string => {
    const due = props.step.due;
    if (due === null) return messages.step.noDue;
    const day = messages.times.dayHeading(due.at, now());
    return due.hasTime ? `${day} ${messages.formats.time(due.at)}` : day;
  };
  return (
    <div class={styles.facts}>
      <FactRow
        changes={props.step.actions.handOver}
        label={messages.step.handOver}
        onOpen={() => props.onGo('handOver')}
        face={<Show when={props.step.holder}>{(holder) => <Avatar face={holder()} />}</Show>}
        title={holderName(props.step.holder)}
        note={holderNote()}
        more={
          <Show when={props.step.backup}>
            {(backup) => (
              <span class={styles.whoBackup}>
                <IconArrowRight data-flips="" />
                <Avatar face={backup()} />
                <span class={styles.factText}>
                  <b>{holderName(backup())}</b>
                  <small>{messages.step.backup}</small>
                </span>
              </span>
            )}
          </Show>
        }
      />
      <FactRow
        changes={open()}
        label={messages.step.changeDue}
        onOpen={() => props.onGo('due')}
        face={<IconCalendar />}
        title={dueTitle()}
        note={joinWords([
          messages.step.due,
          props.step.estimate === null ? '' : messages.step.effort(props.step.estimate),
          props.step.stepKind === 'wait' ? messages.step.waitKind : '',
        ])}
      />
    </div>
  );
}

function FactRow(props: {
  /** True when there is something to change here. */
  readonly changes: boolean;
  readonly label: string;
  readonly onOpen: () => void;
  readonly face: JSX.Element;
  readonly title: string;
  readonly note: string;
  readonly more?: JSX.Element;
}) {
  const content = () => (
    <>
      <span class={styles.facePlace}>{props.face}</span>
      <span class={styles.factText}>
        <b>{props.title}</b>
        <small>{props.note}</small>
      </span>
      {props.more}
    </>
  );
  return (
    <Show when={props.changes} fallback={<div class={styles.fact}>{content()}</div>}>
      <button type="button" class={styles.fact} title={props.label} onClick={() => props.onOpen()}>
        <span class={styles.spoken}>{props.label}: </span>
        {content()}
        <IconChevronRight data-flips="" />
      </button>
    </Show>
  );
}

function Notes(props: { readonly step: StepView; readonly commands: StepCommands }) {
  const messages = useMessages();
  const now = useNow();
  const [text, setText] = createSignal('');
  const add = async (): Promise<void> => {
    if (text().trim() !== '' && (await props.commands.addNote(text()))) setText('');
  };
  return (
    <div class={styles.stack}>
      <h3 class={styles.label}>{messages.step.notes}</h3>
      <For each={props.step.notes}>
        {(note) => (
          <p class={styles.note}>
            {note.text}
            <small>
              {note.by === null
                ? messages.states.somebody
                : note.by.isMe
                  ? messages.states.you
                  : note.by.name}
              , {messages.times.moment(note.at, true, now())}
            </small>
          </p>
        )}
      </For>
      <div class={styles.writes}>
        <Field
          label={messages.step.addNote}
          placeholder={messages.step.notePlaceholder}
          value={text()}
          onInput={setText}
          multiline
          onEnter={() => void add()}
        />
        <Button size={48} disabled={text().trim() === ''} onClick={() => void add()}>
          {messages.step.saveNote}
        </Button>
      </div>
    </div>
  );
}
