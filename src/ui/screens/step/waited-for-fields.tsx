/** Whom or what outside to wait for: somebody known who has no phone here, or anything in words. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonView } from '../../../views/shared.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Choice, Choices } from '../../kit/choice.tsx';
import { Field } from '../../kit/field.tsx';
import type { WaitedFor } from './step-commands.ts';
import styles from './step-parts.module.css';

export function WaitedForFields(props: {
  readonly people: readonly PersonView[];
  readonly value: WaitedFor;
  readonly onChange: (value: WaitedFor) => void;
}) {
  const messages = useMessages();
  const outside = () => props.people.filter((person) => person.outside);
  return (
    <div class={styles.stack}>
      <Show when={outside().length > 0}>
        <Choices legend={messages.waiting.somebodyKnown}>
          <For each={outside()}>
            {(person) => (
              <Choice
                face={<Avatar face={person} />}
                title={person.name}
                checked={props.value.person === person.id}
                onChoose={() => props.onChange({ on: person.name, person: person.id })}
              />
            )}
          </For>
        </Choices>
      </Show>
      <Field
        label={outside().length > 0 ? messages.waiting.somebodyElse : messages.waiting.who}
        placeholder={messages.waiting.whoPlaceholder}
        value={props.value.person === null ? props.value.on : ''}
        maxLength={200}
        onInput={(on) => props.onChange({ on, person: null })}
      />
    </div>
  );
}
