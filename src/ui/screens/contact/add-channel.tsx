/** A number or a mail address for somebody who has none yet, right where it is missing. */
import { createSignal, createUniqueId, Show } from 'solid-js';
import { useHousehold } from '../../../client/household.ts';
import type { PersonId } from '../../../model/ids.ts';
import type { ReachView } from '../../../views/contact-view.ts';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { callAddress, isMailAddress } from './contact-address.ts';
import styles from './contact.module.css';
import { useContactWords } from './use-contact-words.ts';

export function AddChannel(props: { readonly reach: ReachView; readonly missing: 'phone' | 'mail' }) {
  const words = useContactWords();
  const household = useHousehold();
  const toasts = useToasts();
  const { sayFailed } = useCommands();
  const [open, setOpen] = createSignal(false);
  const [typed, setTyped] = createSignal('');
  const [unreadable, setUnreadable] = createSignal(false);
  const [busy, setBusy] = createSignal(false);
  const problemId = createUniqueId();
  const isPhone = () => props.missing === 'phone';

  /** Somebody outside whom the plan names and nobody has met becomes a person of the household's. */
  const findPerson = async (): Promise<PersonId | null> => {
    if (props.reach.person !== null) return props.reach.person.id;
    const made = await household.intent({ kind: 'addPerson', person: { name: props.reach.name } });
    if (made.ok) return made.value.person ?? null;
    sayFailed(made.error);
    return null;
  };

  const save = async (): Promise<void> => {
    const value = typed().trim();
    const fits = isPhone() ? callAddress(value) !== null : isMailAddress(value);
    setUnreadable(!fits);
    if (!fits || busy()) return;
    setBusy(true);
    const { name, channels, person: known } = props.reach;
    const field = isPhone() ? 'phone' : 'mail';
    const person = await findPerson();
    if (person !== null) {
      const result = await household.intent({
        kind: 'changePerson',
        person,
        set: {
          channels: { ...channels, [field]: value },
          ...(known === null && { outside: true }),
        },
      });
      if (result.ok) toasts.show({ text: words.saved(name) });
      else sayFailed(result.error);
    }
    setBusy(false);
  };

  return (
    <Show
      when={open()}
      fallback={
        <div class={styles.missing}>
          <p>{isPhone() ? words.noNumber(props.reach.name) : words.noMail(props.reach.name)}</p>
          <Button size={48} kind="ink" onClick={() => setOpen(true)}>
            {isPhone() ? words.addNumber : words.addMail}
          </Button>
        </div>
      }
    >
      <div class={styles.add}>
        <Field
          ref={(element) => queueMicrotask(() => element.focus())}
          label={isPhone() ? words.number(props.reach.name) : words.mail(props.reach.name)}
          inputMode={isPhone() ? 'tel' : 'email'}
          value={typed()}
          onInput={(value) => {
            setTyped(value);
            setUnreadable(false);
          }}
          onEnter={() => void save()}
          enterKeyHint="done"
          maxLength={200}
          invalid={unreadable()}
          describedBy={problemId}
        />
        <p id={problemId} class={styles.problem} role="status">
          <Show when={unreadable()}>{isPhone() ? words.numberUnreadable : words.mailUnreadable}</Show>
        </p>
        <Button size={48} kind="ink" aria-busy={busy()} onClick={() => void save()}>
          {words.save}
        </Button>
      </div>
    </Show>
  );
}
