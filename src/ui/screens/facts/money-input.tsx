/** An amount in any currency; the likely one is chosen already. */
import { createMemo, createSignal, For, untrack } from 'solid-js';
import { decimalText } from '../../../i18n/core/decimal.ts';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { Field } from '../../kit/field.tsx';
import { SelectField } from '../../kit/select-field.tsx';
import { currencyLists, currencyNames, likelyCurrency } from './currencies.ts';
import { moneyToEntry } from './fact-entry.ts';
import type { KindInputProps } from './fact-input.tsx';
import styles from './fact-input.module.css';

export function MoneyInput(props: KindInputProps) {
  const messages = useMessages();
  const { locale, zone } = messages.formats;
  const before = untrack(() => (props.value?.kind === 'money' ? props.value : undefined));
  const [amount, setAmount] = createSignal(before === undefined ? '' : decimalText(before.amount, locale));
  const [currency, setCurrency] = createSignal(before?.currency ?? likelyCurrency(locale, zone));
  const lists = createMemo(() => currencyLists(before?.currency ?? currency()));
  const nameOf = currencyNames(locale);
  const say = (): void => props.onEntry(moneyToEntry(amount(), currency(), locale));
  const option = (code: string) => (
    <option value={code} selected={code === currency()}>
      {nameOf(code) === code ? code : `${code}, ${nameOf(code)}`}
    </option>
  );
  return (
    <div class={styles.money}>
      <Field
        label={props.fact.name}
        value={amount()}
        inputMode="decimal"
        placeholder={messages.facts.input.placeholder('money')}
        invalid={props.invalid}
        {...(props.describedBy !== undefined && { describedBy: props.describedBy })}
        onInput={(typed) => {
          setAmount(typed);
          say();
        }}
      />
      <SelectField
        label={messages.facts.input.currency}
        value={currency()}
        onChoose={(code) => {
          setCurrency(code);
          say();
        }}
      >
        <optgroup label={messages.facts.input.usedMost}>
          <For each={lists().most}>{option}</For>
        </optgroup>
        <optgroup label={messages.facts.input.allCurrencies}>
          <For each={lists().rest}>{option}</For>
        </optgroup>
      </SelectField>
    </div>
  );
}
