/** A step as a bead: filled while it is held, hollow while it is planned, amber on a full day, hatched while they are away. */
import type { LaneStep } from '../../../views/lanes-view.ts';
import type { Tone } from '../../../views/shared.ts';
import styles from './lanes-tab.module.css';

export type BeadKind = 'held' | 'planned' | 'many' | 'away' | 'done';

export function beadKind({ part, load }: LaneStep): BeadKind {
  if (part === 'done') return 'done';
  if (part === 'now') return 'held';
  return load === 'fine' ? 'planned' : load;
}

export function LaneBead(props: { readonly kind: BeadKind; readonly tone: Tone }) {
  return <span class={styles.bead} data-kind={props.kind} data-tone={props.tone} aria-hidden="true" />;
}
