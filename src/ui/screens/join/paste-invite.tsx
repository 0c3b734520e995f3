/** Takes a link, or the end of one, that came another way. What was pasted leaves the page with the tap. */
import { createSignal, createUniqueId, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import styles from './paste-invite.module.css';

export function PasteInvite(props: { readonly onPaste: (text: string) => void }) {
  const messages = useMessages();
  const [text, setText] = createSignal('');
  const [missing, setMissing] = createSignal(false);
  const missingId = createUniqueId();
  const join = (): void => {
    const pasted = text().trim();
    if (pasted === '') {
      setMissing(true);
      return;
    }
    setText('');
    props.onPaste(pasted);
  };
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        join();
      }}
    >
      <Field
        label={messages.join.field}
        value={text()}
        onInput={(value) => {
          setText(value);
          setMissing(false);
        }}
        enterKeyHint="go"
        invalid={missing()}
        {...(missing() && { describedBy: missingId })}
      />
      <Show when={missing()}>
        <p class={styles.missing} id={missingId} role="alert">
          {messages.join.fieldEmpty}
        </p>
      </Show>
      <Button kind="ink" type="submit">
        {messages.join.join}
      </Button>
    </form>
  );
}
