/** Text to take along: looks like a field, cannot be changed, and is selected whole as soon as it is focused. */
import styles from './readonly-field.module.css';

/** Backwards, so that the beginning stays in sight. */
export function selectAll(input: HTMLInputElement): void {
  input.setSelectionRange(0, input.value.length, 'backward');
}

export function ReadonlyField(props: {
  readonly label: string;
  readonly value: string;
  readonly ref?: (element: HTMLInputElement) => void;
}) {
  return (
    <label class={styles.field}>
      <span class={styles.label}>{props.label}</span>
      <input
        ref={(element) => props.ref?.(element)}
        class={styles.input}
        type="text"
        readonly
        spellcheck={false}
        value={props.value}
        onFocus={({ currentTarget }) => selectAll(currentTarget)}
      />
    </label>
  );
}
