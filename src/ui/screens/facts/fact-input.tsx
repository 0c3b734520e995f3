/**
 * Fills in one fact, whatever its kind, with the browser's own controls. It starts from `value` and says
 * through `onEntry` what stands in it after every change; it never sends anything itself.
 */
import { createSignal, createUniqueId, type JSX, Match, Show, Switch, untrack } from 'solid-js';
import { createView } from '../../../client/household.ts';
import { decimalText } from '../../../i18n/core/decimal.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { FactValue } from '../../../model/fact.ts';
import type { FactView } from '../../../views/fact-view.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Field } from '../../kit/field.tsx';
import { Pills } from '../../kit/pills.tsx';
import {
  dayToEntry,
  type FactEntry,
  lengthToEntry,
  linkToEntry,
  numberToEntry,
  valueToEntry,
  wordsToEntry,
} from './fact-entry.ts';
import { InstantInput } from './instant-input.tsx';
import { MoneyInput } from './money-input.tsx';
import styles from './fact-input.module.css';

export type FilledFact = Pick<FactView, 'name' | 'kind' | 'options' | 'zone'>;

export interface FactInputProps {
  readonly fact: FilledFact;
  /** What it starts from; later values are not taken over while somebody types. */
  readonly value: FactValue | null;
  readonly onEntry: (entry: FactEntry) => void;
  /** Says what is wrong at once, not only once the field is left: after a try to save. */
  readonly insist?: boolean;
}

/** What the fields of a kind are given. */
export interface KindInputProps {
  readonly fact: FilledFact;
  readonly value: FactValue | null;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onEntry: (entry: FactEntry) => void;
}

export function FactInput(props: FactInputProps) {
  const messages = useMessages();
  const problemId = createUniqueId();
  const [entry, setEntry] = createSignal<FactEntry>(untrack(() => valueToEntry(props.value)));
  const [left, setLeft] = createSignal(false);
  const problem = () => {
    const now = entry();
    return now.kind === 'invalid' && (left() || props.insist === true) ? now.problem : undefined;
  };
  const take = (next: FactEntry): void => {
    setEntry(next);
    props.onEntry(next);
  };
  const given = (): KindInputProps => ({
    fact: props.fact,
    value: untrack(() => props.value),
    invalid: problem() !== undefined,
    describedBy: problem() === undefined ? undefined : problemId,
    onEntry: take,
  });
  const leave: JSX.EventHandler<HTMLDivElement, FocusEvent> = (event) => {
    const next = event.relatedTarget;
    if (!(next instanceof Node && event.currentTarget.contains(next))) setLeft(true);
  };
  return (
    <div class={styles.input} onFocusOut={leave}>
      <KindInput given={given()} kind={props.fact.kind} />
      <Show when={problem()}>
        {(what) => (
          <p class={styles.problem} id={problemId} role="alert">
            {messages.facts.input.problem(what())}
          </p>
        )}
      </Show>
    </div>
  );
}

function KindInput(props: { readonly kind: FactView['kind']; readonly given: KindInputProps }) {
  const words = () => {
    const kind = props.kind;
    return kind === 'text' || kind === 'place' || kind === 'file' ? kind : undefined;
  };
  return (
    <Switch>
      <Match when={words()}>{(kind) => <WordsInput {...props.given} kind={kind()} />}</Match>
      <Match when={props.kind === 'number'}>
        <NumberInput {...props.given} />
      </Match>
      <Match when={props.kind === 'money'}>
        <MoneyInput {...props.given} />
      </Match>
      <Match when={props.kind === 'date'}>
        <DayInput {...props.given} />
      </Match>
      <Match when={props.kind === 'instant'}>
        <InstantInput {...props.given} />
      </Match>
      <Match when={props.kind === 'duration'}>
        <LengthInput {...props.given} />
      </Match>
      <Match when={props.kind === 'person'}>
        <PersonInput {...props.given} />
      </Match>
      <Match when={props.kind === 'choice'}>
        <OptionInput {...props.given} />
      </Match>
      <Match when={props.kind === 'link'}>
        <LinkInput {...props.given} />
      </Match>
    </Switch>
  );
}

function WordsInput(props: KindInputProps & { readonly kind: 'text' | 'place' | 'file' }) {
  const messages = useMessages();
  const [text, setText] = createSignal(untrack(() => wordsOf(props.value)));
  return (
    <Field
      label={props.fact.name}
      value={text()}
      multiline={props.kind !== 'file'}
      placeholder={messages.facts.input.placeholder(props.kind)}
      maxLength={2000}
      onInput={(typed) => {
        setText(typed);
        props.onEntry(wordsToEntry(props.kind, typed));
      }}
    />
  );
}

function wordsOf(value: FactValue | null): string {
  switch (value?.kind) {
    case 'text':
      return value.text;
    case 'place':
      return value.place;
    case 'file':
      return value.name;
    default:
      return '';
  }
}

function NumberInput(props: KindInputProps) {
  const messages = useMessages();
  const { locale } = messages.formats;
  const [text, setText] = createSignal(
    untrack(() => (props.value?.kind === 'number' ? decimalText(props.value.number, locale) : '')),
  );
  return (
    <Field
      label={props.fact.name}
      value={text()}
      inputMode="decimal"
      placeholder={messages.facts.input.placeholder('number')}
      invalid={props.invalid}
      {...(props.describedBy !== undefined && { describedBy: props.describedBy })}
      onInput={(typed) => {
        setText(typed);
        props.onEntry(numberToEntry(typed, locale));
      }}
    />
  );
}

function DayInput(props: KindInputProps) {
  let field: HTMLInputElement | HTMLTextAreaElement | undefined;
  const [day, setDay] = createSignal(untrack(() => (props.value?.kind === 'date' ? props.value.date : '')));
  const say = (): void => props.onEntry(dayToEntry(day(), field?.validity.badInput === true));
  return (
    // A day begun and left is an empty text to the browser, and no input event: asked for on leaving.
    <div onFocusOut={say}>
      <Field
        label={props.fact.name}
        type="date"
        value={day()}
        ref={(element) => {
          field = element;
        }}
        invalid={props.invalid}
        {...(props.describedBy !== undefined && { describedBy: props.describedBy })}
        onInput={(typed) => {
          setDay(typed);
          say();
        }}
      />
    </div>
  );
}

function LengthInput(props: KindInputProps) {
  const messages = useMessages();
  const { locale } = messages.formats;
  const minutes = untrack(() => (props.value?.kind === 'duration' ? props.value.minutes : undefined));
  const [parts, setParts] = createSignal({
    hours: minutes === undefined ? '' : decimalText(Math.floor(minutes / 60), locale),
    minutes: minutes === undefined ? '' : decimalText(minutes % 60, locale),
  });
  const change = (part: Partial<ReturnType<typeof parts>>): void => {
    const next = setParts((before) => ({ ...before, ...part }));
    props.onEntry(lengthToEntry(next.hours, next.minutes, locale));
  };
  const field = (part: 'hours' | 'minutes') => (
    <Field
      label={messages.facts.input[part]}
      value={parts()[part]}
      inputMode={part === 'hours' ? 'decimal' : 'numeric'}
      placeholder={messages.formats.number(0)}
      invalid={props.invalid}
      {...(props.describedBy !== undefined && { describedBy: props.describedBy })}
      onInput={(typed) => change({ [part]: typed })}
    />
  );
  return (
    <fieldset>
      <legend class={styles.legend}>{props.fact.name}</legend>
      <div class={styles.length}>
        {field('hours')}
        {field('minutes')}
      </div>
    </fieldset>
  );
}

function PersonInput(props: KindInputProps) {
  const messages = useMessages();
  const people = createView(() => ({ kind: 'people' as const }));
  const [chosen, setChosen] = createSignal<string>(
    untrack(() => (props.value?.kind === 'person' ? props.value.person : '')),
  );
  const pills = () => [
    ...(people()?.people ?? []).map((person) => ({
      value: person.id as string,
      label: person.isMe ? messages.states.you : person.name,
      start: <Avatar face={person} size={24} />,
    })),
    { value: '', label: messages.facts.input.none },
  ];
  const choose = (id: string): void => {
    setChosen(id);
    const person = people()?.people.find((each) => each.id === id);
    props.onEntry(valueToEntry(person === undefined ? null : { kind: 'person', person: person.id }));
  };
  return <Pills legend={props.fact.name} pills={pills()} chosen={chosen()} onChoose={choose} />;
}

function OptionInput(props: KindInputProps) {
  const messages = useMessages();
  const [chosen, setChosen] = createSignal(
    untrack(() => (props.value?.kind === 'choice' ? props.value.choice : '')),
  );
  const pills = () => [
    ...props.fact.options.map((option) => ({ value: option.id, label: option.name })),
    { value: '', label: messages.facts.input.none },
  ];
  const choose = (choice: string): void => {
    setChosen(choice);
    props.onEntry(valueToEntry(choice === '' ? null : { kind: 'choice', choice }));
  };
  return <Pills legend={props.fact.name} pills={pills()} chosen={chosen()} onChoose={choose} />;
}

function LinkInput(props: KindInputProps) {
  const messages = useMessages();
  const [text, setText] = createSignal(untrack(() => (props.value?.kind === 'link' ? props.value.url : '')));
  return (
    <Field
      label={props.fact.name}
      type="url"
      value={text()}
      placeholder={messages.facts.input.placeholder('link')}
      invalid={props.invalid}
      {...(props.describedBy !== undefined && { describedBy: props.describedBy })}
      maxLength={2000}
      onInput={(typed) => {
        setText(typed);
        props.onEntry(linkToEntry(typed));
      }}
    />
  );
}
