/**
 * The page of a step on which somebody is written to: the text, to be changed before it goes out, and the ways in which it can go: each opens the device's own app.
 * Whether it was really sent is the person's to say afterwards.
 */
import { createMemo, createSignal, createUniqueId, For, type JSX, Match, Show, Switch } from 'solid-js';
import IconCopy from '~icons/lucide/copy';
import IconMail from '~icons/lucide/mail';
import IconMessage from '~icons/lucide/message-square';
import IconPhone from '~icons/lucide/phone';
import IconShare from '~icons/lucide/share-2';
import type { ContactWay } from '../../../model/contact-way.ts';
import type { ReachView } from '../../../views/contact-view.ts';
import type { StepView } from '../../../views/step-view.ts';
import { Button, ButtonLink } from '../../kit/button.tsx';
import { Field } from '../../kit/field.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { useToasts } from '../../kit/toast.tsx';
import { SheetPageHead } from '../shared/sheet-page-head.tsx';
import { AddChannel } from './add-channel.tsx';
import { flavourOf } from './contact-address.ts';
import styles from './contact.module.css';
import { missingChannel, type OpenWay, reachWays } from './reach-ways.ts';
import { useContactWords } from './use-contact-words.ts';

export function Composer(props: {
  readonly title: string;
  /** What it is about. */
  readonly step: StepView;
  readonly before: JSX.Element;
  /** Null: whoever is chosen in the app that opens. */
  readonly reach: ReachView | null;
  readonly best: ContactWay;
  /** As it is filled in; what arrives meanwhile is filled in too, until somebody writes. */
  readonly subject: string;
  readonly text: string;
  /** What was filled in, between the text and the ways. */
  readonly notes?: JSX.Element;
  /** Copper where it is my turn. */
  readonly turn?: boolean;
  readonly onSent: (how: ContactWay) => void;
}) {
  const words = useContactWords();
  const toasts = useToasts();
  const [ownSubject, setOwnSubject] = createSignal<string>();
  const [ownText, setOwnText] = createSignal<string>();
  const hintId = createUniqueId();
  const subject = () => ownSubject() ?? props.subject;
  const text = () => ownText() ?? props.text;
  const letter = () => ({ subject: subject(), text: text() });
  const flavour = flavourOf(navigator.userAgent);
  const canShare = typeof navigator.share === 'function';
  const ways = createMemo(() => reachWays(props.reach, props.best, letter(), flavour));
  const missing = () => missingChannel(props.reach, props.best);
  const name = () => props.reach?.name ?? null;
  /** While the best way lacks its number, adding that is the first thing to do. */
  const kindOf = (index: number): 'turn' | 'ink' | 'plain' => {
    if (index > 0 || (props.step.mayPlan && missing() !== null)) return 'plain';
    return props.turn === true ? 'turn' : 'ink';
  };

  const share = async (): Promise<void> => {
    try {
      await navigator.share({ text: text(), ...(subject().trim() !== '' && { title: subject() }) });
    } catch (error) {
      const changedMind = error instanceof Error && error.name === 'AbortError';
      if (!changedMind) toasts.show({ text: words.shareFailed });
      return;
    }
    props.onSent('share');
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
    } catch {
      toasts.show({ text: words.copyFailed });
      return;
    }
    toasts.show({ text: words.copied });
    props.onSent('share');
  };

  return (
    <>
      <SheetPageHead title={props.title} sub={props.step.title} before={props.before} />
      <SheetBody>
        <Show when={props.step.mayPlan && props.reach !== null && missing()}>
          {(what) => (
            <Show when={props.reach}>{(reach) => <AddChannel reach={reach()} missing={what()} />}</Show>
          )}
        </Show>
        <Show when={ways().some(({ how }) => how === 'mail')}>
          <Field label={words.subject} value={subject()} onInput={setOwnSubject} maxLength={200} />
        </Show>
        <Field
          label={props.best === 'call' ? words.toSay : words.text}
          value={text()}
          onInput={setOwnText}
          multiline
          maxLength={4000}
          describedBy={hintId}
        />
        {props.notes}
        <p id={hintId} class={styles.hint}>
          {words.textHint}
        </p>
      </SheetBody>
      <SheetFoot>
        <For each={ways()}>
          {(way, index) => (
            <Way
              way={way}
              kind={kindOf(index())}
              label={words.wayTo(way.how, name())}
              canShare={canShare}
              onShare={() => void share()}
              onCopy={() => void copy()}
              onFollow={() => props.onSent(way.how)}
            />
          )}
        </For>
      </SheetFoot>
    </>
  );
}

function Way(props: {
  readonly way: OpenWay;
  readonly kind: 'turn' | 'ink' | 'plain';
  readonly label: string;
  readonly canShare: boolean;
  readonly onShare: () => void;
  readonly onCopy: () => void;
  readonly onFollow: () => void;
}) {
  const words = useContactWords();
  const address = () => (props.way.how === 'share' ? undefined : props.way.address);
  return (
    <Show
      when={address()}
      fallback={
        <Show
          when={props.canShare}
          fallback={
            <Button kind={props.kind} grow onClick={() => props.onCopy()}>
              <IconCopy />
              {words.copy}
            </Button>
          }
        >
          <Button kind={props.kind} grow onClick={() => props.onShare()}>
            <IconShare />
            {words.way('share')}
          </Button>
        </Show>
      }
    >
      {(href) => (
        <ButtonLink
          kind={props.kind}
          grow
          href={href()}
          label={props.label}
          onFollow={() => props.onFollow()}
        >
          <Switch>
            <Match when={props.way.how === 'call'}>
              <IconPhone />
            </Match>
            <Match when={props.way.how === 'text'}>
              <IconMessage />
            </Match>
            <Match when={props.way.how === 'mail'}>
              <IconMail />
            </Match>
          </Switch>
          {words.way(props.way.how)}
        </ButtonLink>
      )}
    </Show>
  );
}
