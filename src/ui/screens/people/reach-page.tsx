/** How somebody is reached: phone, texts, mail. */
import { createSignal, type JSX, untrack } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { PersonLine } from '../../../views/people-view.ts';
import { Button } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot, SheetHead } from '../../kit/sheet-parts.tsx';
import { useDetailWords } from './use-detail-words.ts';
import { useSavePerson } from './use-save-person.ts';

const longest = 120;

export function ReachPage(props: {
  readonly person: PersonLine;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const words = useDetailWords();
  const { save, busy } = useSavePerson(() => props.person);
  const known = untrack(() => props.person.details.channels ?? {});
  const [phone, setPhone] = createSignal(known.phone ?? '');
  const [text, setText] = createSignal(known.text ?? '');
  const [mail, setMail] = createSignal(known.mail ?? '');
  const keep = async (): Promise<void> => {
    const channels = { phone: phone(), text: text(), mail: mail() };
    if (await save({ channels }, words.savedReach)) props.onDone();
  };
  return (
    <>
      <SheetHead
        title={words.reach(props.person.isMe ? null : props.person.name)}
        closeLabel={messages.frame.close}
        before={props.before}
        takesFocus
      />
      <SheetBody>
        <Field label={words.phone} type="tel" value={phone()} onInput={setPhone} maxLength={longest} />
        <Field
          label={words.text}
          type="tel"
          placeholder={words.textHint}
          value={text()}
          onInput={setText}
          maxLength={longest}
        />
        <Field
          label={words.mail}
          type="email"
          value={mail()}
          onInput={setMail}
          onEnter={() => void keep()}
          maxLength={longest}
        />
      </SheetBody>
      <SheetFoot>
        <Button kind="ink" grow aria-busy={busy()} onClick={() => void keep()}>
          {words.saveReach}
        </Button>
      </SheetFoot>
    </>
  );
}
