/** Getting in touch: the way, whom, and a text with facts that are filled in when it goes out. */
import { createSignal, For, Show } from 'solid-js';
import IconPhone from '~icons/lucide/phone';
import type { ContactWay } from '../../../model/contact-way.ts';
import type { ContactDefinition } from '../../../model/workflow.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { ContactWho } from './contact-who.tsx';
import { sayContact } from './sayable.ts';
import styles from './step-editor.module.css';
import type { StepPage } from './step-page.ts';
import type { StepPartProps } from './step-part.ts';
import { useStepEditorWords } from './use-step-editor-words.ts';

const ways: readonly ContactWay[] = ['call', 'text', 'mail', 'share'];

export const contactPage: StepPage = {
  key: 'contact',
  isOffered: (_, { kind }) => kind !== 'subflow' && kind !== 'milestone',
  icon: () => <IconPhone />,
  title: (words) => words.contactTitle,
  summary: (surface, { contact }, words) =>
    contact === undefined
      ? { says: words.noContact, quiet: true }
      : { says: words.contactLine(contact.how, sayContact(surface, words, contact.to)), quiet: false },
  Part: ContactPart,
};

function ContactPart(props: StepPartProps) {
  const words = useStepEditorWords();
  const contact = () => props.step.contact;
  const change = (
    part: { readonly [Field in keyof ContactDefinition]?: ContactDefinition[Field] | null },
  ): void => {
    const kept = Object.entries({ ...contact(), ...part }).filter(
      ([, value]) => value !== null && value !== undefined && value !== '',
    );
    props.set({ contact: Object.fromEntries(kept) as unknown as ContactDefinition });
  };
  return (
    <>
      <SelectField
        label={words.how}
        value={contact()?.how ?? ''}
        onChoose={(how) => (how === '' ? props.set({ contact: null }) : change({ how: how as ContactWay }))}
      >
        <Show when={props.step.kind !== 'contact'}>
          <option value="" selected={contact() === undefined}>
            {words.noWay}
          </option>
        </Show>
        <For each={ways}>
          {(how) => (
            <option value={how} selected={contact()?.how === how}>
              {words.way(how)}
            </option>
          )}
        </For>
      </SelectField>
      <Show when={contact()}>
        {(known) => (
          <>
            <ContactWho {...props} to={known().to} onChoose={(to) => change({ to })} />
            <Show when={known().how === 'mail' || known().subject !== undefined}>
              <Field
                label={words.subject}
                value={known().subject ?? ''}
                maxLength={200}
                onInput={(subject) => change({ subject })}
              />
            </Show>
            <TextWithFacts {...props} text={known().text ?? ''} onText={(text) => change({ text })} />
          </>
        )}
      </Show>
    </>
  );
}

/** A fact goes where the cursor was. */
function TextWithFacts(
  props: StepPartProps & { readonly text: string; readonly onText: (text: string) => void },
) {
  const words = useStepEditorWords();
  const [field, setField] = createSignal<HTMLInputElement | HTMLTextAreaElement>();
  const insert = (fact: string): void => {
    const input = field();
    const at = input?.selectionStart ?? props.text.length;
    const end = input?.selectionEnd ?? at;
    const named = `{${fact}}`;
    props.onText(`${props.text.slice(0, at)}${named}${props.text.slice(end)}`);
    input?.focus();
    input?.setSelectionRange(at + named.length, at + named.length);
  };
  return (
    <>
      <Field
        label={words.text}
        value={props.text}
        multiline
        maxLength={2000}
        ref={(element) => setField(() => element)}
        onInput={(text) => props.onText(text)}
      />
      <Show when={props.surface.facts.length > 0}>
        <p class={styles.hint}>{words.textHint}</p>
        <div class={styles.chips}>
          <For each={props.surface.facts}>
            {({ id, name }) => (
              <Button size={40} aria-label={words.insertFact(name)} onClick={() => insert(id)}>
                {name}
              </Button>
            )}
          </For>
        </div>
      </Show>
    </>
  );
}
