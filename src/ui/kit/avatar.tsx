/** A face: initials on a quiet ground. Its name stands beside it or in `label`. */
import { For, Show } from 'solid-js';
import styles from './avatar.module.css';

export interface Face {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly colour: string;
  readonly outside: boolean;
}

export function Avatar(props: {
  readonly face: Face;
  readonly size?: 24 | 32 | 40;
  /** Leave out where the name is written next to it. */
  readonly label?: string;
}) {
  return (
    <span
      class={styles.avatar}
      data-size={props.size ?? 32}
      data-colour={props.face.outside ? 'outside' : props.face.colour}
      title={props.face.name}
      role={props.label === undefined ? undefined : 'img'}
      aria-label={props.label}
      aria-hidden={props.label === undefined ? 'true' : undefined}
    >
      {props.size === 24 ? props.face.initials.slice(0, 1) : props.face.initials}
    </span>
  );
}

/** Several faces, at most `limit`, and how many more. */
export function AvatarStack(props: {
  readonly faces: readonly Face[];
  readonly size?: 24 | 32;
  readonly limit?: number;
}) {
  const shown = () => props.faces.slice(0, props.limit ?? 3);
  const hidden = () => props.faces.length - shown().length;
  return (
    <span class={styles.stack} aria-hidden="true">
      <For each={shown()}>{(face) => <Avatar face={face} size={props.size ?? 32} />}</For>
      <Show when={hidden() > 0}>
        <span class={styles.avatar} data-size={props.size ?? 32}>
          +{hidden()}
        </span>
      </Show>
    </span>
  );
}
