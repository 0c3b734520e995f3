/** What people left for the next one, and what those outside answered. */
import { createMemo, createSignal, For, Show, untrack } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { useAppView } from '../../app-view.tsx';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { createTyping } from './create-typing.ts';
import { keepNoteDraft, type NotePlace, readNoteDraft } from './note-draft.ts';
import type { StepCommands } from './step-commands.ts';
import styles from './step-parts.module.css';
import { isPresentPass } from './step-passes.tsx';
import { Writers } from './step-presence.tsx';
import { whoSaid } from './who-said.ts';

export function StepNotes(props: { readonly step: StepView; readonly commands: StepCommands }) {
  const messages = useMessages();
  const app = useAppView();
  const place = (): NotePlace => ({
    space: app()?.spaces.find(({ shown }) => shown)?.id ?? null,
    run: props.step.run,
    key: props.step.key,
  });
  const [text, setText] = createSignal(untrack(() => readNoteDraft(place())));
  const typing = createTyping(() => props.step);
  const write = (written: string): void => {
    setText(written);
    keepNoteDraft(place(), written);
    if (written.trim() === '') typing.stopped();
    else typing.wrote();
  };
  const add = async (): Promise<void> => {
    const at = place();
    const sent = text();
    if (sent.trim() === '' || !(await props.commands.addNote(sent))) return;
    typing.stopped();
    // Who typed on meanwhile keeps what they typed.
    const left = text().startsWith(sent) ? text().slice(sent.length).trimStart() : text();
    setText(left);
    keepNoteDraft(at, left);
  };
  /** A note that was begun can be saved, also when another round of the step was opened meanwhile. */
  const isWriting = createMemo(() => props.step.mayTalk && (isPresentPass(props.step) || text() !== ''));
  return (
    <div class={styles.stack}>
      <Said title={messages.waiting.replies} notes={props.step.replies} />
      <Show when={isWriting() || props.step.notes.length > 0}>
        <div class={styles.notesHead}>
          <h3 class={styles.label}>{messages.step.notes}</h3>
          <Writers people={props.step.writers} />
        </div>
      </Show>
      <Said notes={props.step.notes} />
      <Show when={isWriting()}>
        <div class={styles.writes} onFocusOut={() => typing.stopped()}>
          <Field
            label={messages.step.addNote}
            placeholder={messages.step.notePlaceholder}
            value={text()}
            onInput={write}
            multiline
            onEnter={() => void add()}
          />
          <Button size={48} disabled={text().trim() === ''} onClick={() => void add()}>
            {messages.step.saveNote}
          </Button>
        </div>
      </Show>
    </div>
  );
}

function Said(props: { readonly title?: string; readonly notes: StepView['notes'] }) {
  const messages = useMessages();
  const now = useNow();
  return (
    <Show when={props.notes.length > 0}>
      <Show when={props.title}>{(title) => <h3 class={styles.label}>{title()}</h3>}</Show>
      <For each={props.notes}>
        {(note) => (
          <p class={styles.note}>
            {note.text}
            <small>
              {whoSaid(messages, note.by)}, {messages.times.moment(note.at, true, now())}
            </small>
          </p>
        )}
      </For>
    </Show>
  );
}
