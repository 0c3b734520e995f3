/** A whole number; what is none leaves the value as it was. */
import { createSignal, untrack } from 'solid-js';
import { Field } from '../../kit/field.tsx';
import { wholeNumber } from './whole-number.ts';

export function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly onNumber: (value: number) => void;
}) {
  const [typed, setTyped] = createSignal(untrack(() => String(props.value)));
  const shown = (): string =>
    wholeNumber(typed(), props.least) === null || wholeNumber(typed(), props.least) === props.value
      ? typed()
      : String(props.value);
  return (
    <Field
      label={props.label}
      value={shown()}
      inputMode="numeric"
      maxLength={6}
      invalid={wholeNumber(typed(), props.least) === null}
      onInput={(text) => {
        setTyped(text);
        const number = wholeNumber(text, props.least);
        if (number !== null) props.onNumber(number);
      }}
    />
  );
}
