/** The lanes of a track in a bend, and a baton on its way along one of them. Decorative. */
import { For } from 'solid-js';
import styles from './first-run-screen.module.css';

const centre = { x: 410, y: -44 } as const;
const lanes = [116, 144, 172, 200, 228] as const;

export function LanesArt() {
  return (
    <svg class={styles.art} viewBox="0 0 390 240" aria-hidden="true">
      <defs>
        <linearGradient id="start-trail" gradientUnits="userSpaceOnUse" x1="397" y1="142" x2="280" y2="89">
          <stop offset="0" stop-color="var(--turn)" stop-opacity="0" />
          <stop offset="1" stop-color="var(--turn)" />
        </linearGradient>
      </defs>
      <circle cx={centre.x} cy={centre.y} r="172" fill="none" stroke="var(--sunken)" stroke-width="112" />
      <For each={lanes}>
        {(radius) => (
          <circle
            cx={centre.x}
            cy={centre.y}
            r={radius}
            fill="none"
            stroke="var(--line)"
            stroke-width="1.75"
          />
        )}
      </For>
      <path
        d="M396.8 141.5A186 186 0 0 1 280.4 89.4"
        fill="none"
        stroke="url(#start-trail)"
        stroke-width="4"
      />
      <g transform="translate(280.4 89.4) rotate(44.2)">
        <rect x="-28" y="-9" width="56" height="18" rx="9" fill="var(--turn)" />
        <path d="M-9.5 -9v18M9.5 -9v18" stroke="var(--sunken)" stroke-width="2.5" />
      </g>
    </svg>
  );
}
