/** One fact in a sheet: fill it in, change it, take it away, or settle a dispute; and what rests on it. */
import { createSignal, type JSX, Show, untrack } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunId } from '../../../model/ids.ts';
import type { OccurrenceKey } from '../../../model/occurrence.ts';
import type { FactView } from '../../../views/fact-view.ts';
import type { Tone } from '../../../views/shared.ts';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { SheetBody, SheetFoot } from '../../kit/sheet-parts.tsx';
import { DisputeCard } from './dispute-card.tsx';
import { useFactCommands } from './fact-commands.ts';
import { type FactEntry, isSameValue, valueToEntry } from './fact-entry.ts';
import { FactInput } from './fact-input.tsx';
import styles from './facts.module.css';
import { SheetPageHead } from '../shared/sheet-page-head.tsx';

export function FactEditPage(props: {
  readonly run: RunId;
  readonly fact: FactView;
  readonly at?: OccurrenceKey;
  readonly before?: JSX.Element;
  readonly onDone: () => void;
}) {
  const messages = useMessages();
  const now = useNow();
  const commands = useFactCommands(() => props.run);
  // What somebody types stays, also when the value changes elsewhere meanwhile.
  const start = untrack(() => valueToEntry(props.fact.value));
  const [entry, setEntry] = createSignal<FactEntry>(start);
  const [insist, setInsist] = createSignal(false);

  // Its name is the title already, so the field says what is wanted.
  const asked = () => ({ ...props.fact, name: messages.facts.input.kind(props.fact.kind) });
  const save = async (): Promise<void> => {
    const typed = entry();
    if (typed.kind === 'invalid') {
      setInsist(true);
      return;
    }
    const value = typed.kind === 'value' ? typed.value : null;
    const same = isSameValue(value, props.fact.value);
    if (same && props.fact.sides.length < 2 && !props.fact.unconfirmed) {
      props.onDone();
      return;
    }
    if (await commands.set(props.fact, value, props.at)) props.onDone();
  };
  const takeAway = async (): Promise<void> => {
    if (await commands.set(props.fact, null, props.at)) props.onDone();
  };
  const sub = (): string =>
    props.fact.value === null
      ? messages.facts.canSay(props.fact.suppliers)
      : messages.facts.setBy(props.fact.setBy, props.fact.setAt, now());

  return (
    <>
      <SheetPageHead title={props.fact.name} sub={sub()} before={props.before} />
      <SheetBody>
        <Show when={props.fact.sides.length > 1}>
          <DisputeCard
            run={props.run}
            fact={props.fact}
            {...(props.at !== undefined && { at: props.at })}
            onKept={() => props.onDone()}
          />
        </Show>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <FactInput fact={asked()} value={props.fact.value} onEntry={setEntry} insist={insist()} />
          {/* Enter sends a form with several fields only where it has such a button. */}
          <button type="submit" hidden />
        </form>
        <RestsOnIt fact={props.fact} />
      </SheetBody>
      <SheetFoot>
        <Button
          kind="ink"
          grow
          disabled={entry().kind === 'empty' && props.fact.value === null}
          aria-busy={commands.busy()}
          onClick={() => void save()}
        >
          {messages.facts.save}
        </Button>
        <Show when={props.fact.value !== null}>
          <Button onClick={() => void takeAway()}>{messages.facts.takeAway}</Button>
        </Show>
      </SheetFoot>
    </>
  );
}

/** Done, so another value makes them ask to be checked again. */
const doneTones: readonly Tone[] = ['done', 'recheck', 'provisional'];

function RestsOnIt(props: { readonly fact: FactView }) {
  const messages = useMessages();
  const done = () => props.fact.readers.filter((step) => doneTones.includes(step.tone)).length;
  return (
    <div class={styles.rests}>
      <Show when={props.fact.writers.length > 0}>
        <p>{messages.facts.writtenBy(props.fact.writers.map((step) => step.title))}</p>
      </Show>
      <Show when={props.fact.readers.length > 0}>
        <p>{messages.facts.readBy(props.fact.readers.map((step) => step.title))}</p>
      </Show>
      <Show when={props.fact.value !== null && done() > 0}>
        <p class={styles.asks}>{messages.facts.asksAgain(done())}</p>
      </Show>
    </div>
  );
}
