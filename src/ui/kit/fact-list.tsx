/** A few short sentences to know before acting, each with its icon. */
import type { JSX } from 'solid-js';
import styles from './fact-list.module.css';

export function FactList(props: { readonly children: JSX.Element }) {
  return <ul class={styles.facts}>{props.children}</ul>;
}

export function Fact(props: { readonly icon: JSX.Element; readonly children: JSX.Element }) {
  return (
    <li class={styles.fact}>
      {props.icon}
      <span>{props.children}</span>
    </li>
  );
}
