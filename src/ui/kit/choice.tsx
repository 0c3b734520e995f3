/** A group of radio cards; each says what it is and what follows from it. Nothing is chosen before a tap. */
import { createContext, createUniqueId, type JSX, Show, useContext } from 'solid-js';
import styles from './choice.module.css';

const GroupContext = createContext<string>();

export function Choices(props: { readonly legend: string; readonly children: JSX.Element }) {
  return (
    <GroupContext.Provider value={createUniqueId()}>
      <fieldset>
        <legend class={styles.legend}>{props.legend}</legend>
        <div class={styles.choices}>{props.children}</div>
      </fieldset>
    </GroupContext.Provider>
  );
}

export function Choice(props: {
  readonly title: string;
  readonly sub?: string;
  readonly picture?: JSX.Element;
  /** A face stands on its own; an icon gets a ground. */
  readonly face?: JSX.Element;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}) {
  const group = useContext(GroupContext);
  return (
    <label class={styles.choice} data-compact={props.face !== undefined}>
      <Show when={props.picture !== undefined} fallback={props.face}>
        <span class={styles.picture}>{props.picture}</span>
      </Show>
      <span class={styles.text}>
        <span class={styles.title}>{props.title}</span>
        <Show when={props.sub}>
          <span class={styles.sub}>{props.sub}</span>
        </Show>
      </span>
      <input
        class={styles.radio}
        type="radio"
        name={group}
        checked={props.checked}
        disabled={props.disabled}
        onChange={() => props.onChoose()}
      />
    </label>
  );
}
