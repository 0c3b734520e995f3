/** A labelled text, address, date or time input; `multiline` grows with what is written. */
import { Show, splitProps, type JSX } from 'solid-js';
import styles from './field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: 'text' | 'date' | 'time' | 'url' | 'tel' | 'email';
  /** The keys that a phone offers. */
  readonly inputMode?: 'decimal' | 'numeric' | 'tel' | 'email';
  /** The id of a `datalist` with suggestions. */
  readonly list?: string;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  readonly autocomplete?: string;
  readonly enterKeyHint?: JSX.InputHTMLAttributes<HTMLInputElement>['enterkeyhint'];
  readonly maxLength?: number;
  readonly onEnter?: () => void;
  readonly invalid?: boolean;
  readonly describedBy?: string;
  readonly ref?: (element: HTMLInputElement | HTMLTextAreaElement) => void;
}

export function Field(props: FieldProps) {
  const [own] = splitProps(props, ['ref']);
  const keepRef = (element: HTMLInputElement | HTMLTextAreaElement): void => own.ref?.(element);
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey || props.onEnter === undefined) return;
    event.preventDefault();
    props.onEnter();
  };
  return (
    <label class={styles.field}>
      <span class={styles.label}>{props.label}</span>
      <Show
        when={props.multiline}
        fallback={
          <input
            ref={(element) => keepRef(element)}
            class={styles.input}
            type={props.type ?? 'text'}
            inputmode={props.inputMode}
            list={props.list}
            value={props.value}
            placeholder={props.placeholder}
            autocomplete={props.autocomplete ?? 'off'}
            enterkeyhint={props.enterKeyHint}
            maxLength={props.maxLength}
            aria-invalid={props.invalid}
            aria-describedby={props.describedBy}
            onInput={(event) => props.onInput(event.currentTarget.value)}
            onKeyDown={enter}
          />
        }
      >
        <textarea
          ref={(element) => keepRef(element)}
          class={styles.input}
          rows={1}
          value={props.value}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          aria-invalid={props.invalid}
          aria-describedby={props.describedBy}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onKeyDown={enter}
        />
      </Show>
    </label>
  );
}
