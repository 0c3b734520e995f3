/** The head of a part of a flow that another workflow is: its steps follow. */
import type { RailSlice as Slice } from '../../../views/flow-view.ts';
import { RailSlice } from '../flow/rail-slice.tsx';
import styles from './items.module.css';

export function PartHead(props: { readonly section: string; readonly name: string; readonly slice: Slice }) {
  return (
    <li class={styles.head}>
      <RailSlice slice={props.slice} tone="done" nodeKey={`part ${props.section}`} bare />
      <div class={styles.text}>
        <h2 class={styles.name}>{props.name}</h2>
      </div>
    </li>
  );
}
