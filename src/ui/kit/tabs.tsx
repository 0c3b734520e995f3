/** A segmented control over one panel: arrows move, Home and End jump (WAI-ARIA tabs pattern). */
import { createUniqueId, For, type JSX } from 'solid-js';
import styles from './tabs.module.css';

export interface TabItem<Key extends string> {
  readonly key: Key;
  readonly label: string;
}

export function Tabs<Key extends string>(props: {
  readonly label: string;
  readonly items: readonly TabItem<Key>[];
  readonly selected: Key;
  readonly onSelect: (key: Key) => void;
  readonly panel: JSX.Element;
  readonly class?: string;
}) {
  const id = createUniqueId();
  const move = (event: KeyboardEvent): void => {
    const at = props.items.findIndex((item) => item.key === props.selected);
    const last = props.items.length - 1;
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const target =
      event.key === forward
        ? (at + 1) % props.items.length
        : event.key === backward
          ? (at + last) % props.items.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? last
              : -1;
    const item = props.items[target];
    if (item === undefined) return;
    event.preventDefault();
    props.onSelect(item.key);
    document.getElementById(`${id}-${item.key}`)?.focus();
  };
  return (
    <>
      <div class={props.class}>
        <div class={styles.tabs} role="tablist" aria-label={props.label} onKeyDown={move}>
          <For each={props.items}>
            {(item) => (
              <button
                type="button"
                role="tab"
                id={`${id}-${item.key}`}
                class={styles.tab}
                aria-selected={props.selected === item.key}
                aria-controls={`${id}-panel`}
                tabIndex={props.selected === item.key ? 0 : -1}
                onClick={() => props.onSelect(item.key)}
              >
                <span class={styles.label}>{item.label}</span>
              </button>
            )}
          </For>
        </div>
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${props.selected}`}>
        {props.panel}
      </div>
    </>
  );
}
