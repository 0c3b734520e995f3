/** Asks somebody how far a step is, in kind words that can be changed. */
import { type JSX, Show } from 'solid-js';
import type { ContactWords } from './use-contact-words.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { ContactWay } from '../../../model/contact-way.ts';
import type { NudgeView } from '../../../views/contact-view.ts';
import type { StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { SheetHead } from '../../kit/sheet-parts.tsx';
import { useStepCommands } from '../step/step-commands.ts';
import { Composer } from './composer.tsx';
import { useContactWords } from './use-contact-words.ts';

export function NudgePage(props: {
  readonly step: StepView;
  readonly before?: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const words = useContactWords();
  return (
    <Show
      when={props.step.nudge}
      fallback={
        <>
          <SheetHead
            title={props.step.title}
            closeLabel={messages.frame.close}
            before={props.before}
            takesFocus
          />
          <EmptyState title={words.nudgeGone} hint={words.nudgeGoneHint} />
        </>
      }
    >
      {(nudge) => (
        <Nudge step={props.step} nudge={nudge()} before={props.before} onDone={() => props.onDone()} />
      )}
    </Show>
  );
}

function Nudge(props: {
  readonly step: StepView;
  readonly nudge: NudgeView;
  readonly before: JSX.Element;
  readonly onDone: () => void;
}) {
  const words = useContactWords();
  const now = useNow();
  const commands = useStepCommands(() => props.step);
  const name = () => props.nudge.to.name;
  const text = (): string =>
    words.nudgeText(
      {
        name: name(),
        title: props.step.title,
        flow: props.step.runTitle,
        due: props.step.due,
        why: whyNudged(props.step, props.nudge),
      },
      now(),
    );
  const sent = async (how: ContactWay): Promise<void> => {
    const { person } = props.nudge.to;
    if (person !== null && (await commands.nudge(person.id, how, words.nudged(name())))) props.onDone();
  };
  return (
    <Composer
      title={words.nudgeTitle(name())}
      step={props.step}
      before={props.before}
      reach={props.nudge.to}
      best={bestWay(props.nudge)}
      subject={props.step.title}
      text={text()}
      onSent={(how) => void sent(how)}
    />
  );
}

/** A text, unless a mail is all there is. */
function bestWay({ to: { channels } }: NudgeView): ContactWay {
  const { phone, text = phone, mail } = channels;
  return text === undefined && mail !== undefined ? 'mail' : 'text';
}

function whyNudged(
  { tone }: StepView,
  { waitedFor }: NudgeView,
): Parameters<ContactWords['nudgeText']>[0]['why'] {
  if (waitedFor) return 'waitedFor';
  if (tone === 'stuck') return 'stuck';
  return tone === 'recheck' ? 'recheck' : 'theirs';
}
