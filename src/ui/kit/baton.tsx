/** The baton: tilted when it is in a hand (the mark), lying along the track in a button. */
import styles from './baton.module.css';

export function BatonMark() {
  return (
    <svg class={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
      <g transform="rotate(-40 12 12)">
        <rect x="1" y="7.5" width="22" height="9" rx="4.5" fill="var(--turn)" />
        <path d="M8.5 7.5v9M15.5 7.5v9" stroke="var(--ground)" stroke-width="1.75" />
      </g>
    </svg>
  );
}

/** Inside a copper button, in the button's text colour. */
export function BatonPill() {
  return (
    <svg class={styles.pill} viewBox="0 0 28 12" aria-hidden="true">
      <rect width="28" height="12" rx="6" fill="currentColor" />
      <path d="M9.5 0v12M18.5 0v12" stroke="var(--turn)" stroke-width="1.75" />
    </svg>
  );
}
