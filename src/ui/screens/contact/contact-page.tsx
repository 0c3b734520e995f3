/** Gets in touch with whom the plan names; from then on the step waits for their answer. */
import { type JSX, Show } from 'solid-js';
import { fillText } from '../../../i18n/core/fill-text.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { ContactPiece, ContactView } from '../../../views/contact-view.ts';
import type { FactView } from '../../../views/fact-view.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { factText } from '../facts/telling.ts';
import { useStepCommands } from '../step/step-commands.ts';
import { Composer } from './composer.tsx';
import { FilledIn } from './filled-in.tsx';
import { useContactWords } from './use-contact-words.ts';

export function ContactPage(props: {
  readonly step: StepView;
  readonly before: JSX.Element;
  /** It went out, as far as anybody can tell here. */
  readonly onSent: () => void;
}) {
  return (
    <Show when={props.step.contact}>
      {(contact) => (
        <Contact step={props.step} contact={contact()} before={props.before} onSent={props.onSent} />
      )}
    </Show>
  );
}

function Contact(props: {
  readonly step: StepView;
  readonly contact: ContactView;
  readonly before: JSX.Element;
  readonly onSent: () => void;
}) {
  const messages = useMessages();
  const words = useContactWords();
  const now = useNow();
  const commands = useStepCommands(() => props.step);
  const name = () => props.contact.to?.name ?? null;
  /** Elsewhere only a whole address can be opened. */
  const written = (fact: FactView): string =>
    fact.value?.kind === 'link' ? fact.value.url : factText(messages, fact, now());
  const fill = (pieces: readonly ContactPiece[]): string =>
    fillText(pieces, { tell: written, gap: words.gap });
  const sent = async (): Promise<void> => {
    const on = name() ?? words.theOtherSide;
    if (await commands.waitFor({ on, person: props.contact.to?.person?.id ?? null })) props.onSent();
  };
  return (
    <Composer
      title={words.title(name())}
      step={props.step}
      before={props.before}
      reach={props.contact.to}
      best={props.contact.how}
      subject={fill(props.contact.subject)}
      text={fill(props.contact.text)}
      notes={<FilledIn pieces={[...props.contact.subject, ...props.contact.text]} />}
      turn={props.step.tone === 'turn'}
      onSent={() => void sent()}
    />
  );
}
