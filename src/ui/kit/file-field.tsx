/** Choosing one file of this device. */
import type { JSX } from 'solid-js';
import styles from './file-field.module.css';

export function FileField(props: {
  readonly label: string;
  readonly icon: JSX.Element;
  /** As the platform's input takes it: endings and media types. */
  readonly accept?: string;
  readonly busy?: boolean;
  readonly onFile: (file: File) => void;
}) {
  return (
    <label class={styles.file}>
      {props.icon}
      <span>{props.label}</span>
      <input
        class={styles.input}
        type="file"
        accept={props.accept}
        aria-busy={props.busy === true}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file can be chosen again.
          event.currentTarget.value = '';
          if (file !== undefined) props.onFile(file);
        }}
      />
    </label>
  );
}
