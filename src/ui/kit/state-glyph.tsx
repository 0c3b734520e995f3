/**
 * The shape of a state. Shape, word and colour go together, so a glyph never stands without its word;
 * it is hidden from screen readers, which read the word.
 */
import { type JSX, Match, Switch } from 'solid-js';
import type { Tone } from '../../views/shared.ts';
import styles from './state-glyph.module.css';

/** The drawing alone, in a 24 × 24 box, for use inside another SVG. */
export function StateShape(props: { readonly shape: Tone }): JSX.Element {
  return (
    <Switch>
      <Match when={props.shape === 'turn'}>
        <g transform="rotate(-40 12 12)">
          <rect x="1" y="7.5" width="22" height="9" rx="4.5" fill="var(--turn)" />
          <path d="M8.5 7.5v9M15.5 7.5v9" stroke="var(--ground)" stroke-width="1.75" />
        </g>
      </Match>
      <Match when={props.shape === 'theirs'}>
        <g>
          <circle cx="12" cy="12" r="9" fill="var(--theirs-b)" stroke="var(--theirs)" stroke-width="2" />
          <path d="M12 3a9 9 0 0 1 0 18z" fill="var(--theirs)" />
        </g>
      </Match>
      <Match when={props.shape === 'waiting'}>
        <circle
          cx="12"
          cy="12"
          r="9"
          fill="var(--ground)"
          stroke="var(--waiting)"
          stroke-width="2"
          stroke-linecap="round"
          stroke-dasharray="2.9 3.383"
        />
      </Match>
      <Match when={props.shape === 'stuck'}>
        <g stroke-width="2">
          <path
            d="M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z"
            fill="var(--stuck-b)"
            stroke="var(--stuck)"
            stroke-linejoin="round"
          />
          <path d="M8.25 12h7.5" stroke="var(--stuck-t)" stroke-width="2.25" stroke-linecap="round" />
        </g>
      </Match>
      <Match when={props.shape === 'risk'}>
        <g stroke="var(--risk-t)">
          <path
            d="M10.6 3.9 2.6 18a1.6 1.6 0 0 0 1.4 2.4h16a1.6 1.6 0 0 0 1.4-2.4l-8-14.1a1.6 1.6 0 0 0-2.8 0z"
            fill="var(--risk-b)"
            stroke-width="2"
          />
          <path d="M12 9v4.25M12 16.6v.15" stroke-width="2.25" stroke-linecap="round" />
        </g>
      </Match>
      <Match when={props.shape === 'late'}>
        <g>
          <circle cx="12" cy="12" r="10" fill="var(--late)" />
          <path
            d="M12 6.75V12l3.25 2.25"
            fill="none"
            stroke="var(--on-solid)"
            stroke-width="2"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </g>
      </Match>
      <Match when={props.shape === 'done'}>
        <g>
          <circle cx="12" cy="12" r="10" fill="var(--done)" />
          <path
            d="m7.75 12.25 3 3 5.5-6"
            fill="none"
            stroke="var(--on-solid)"
            stroke-width="2.25"
            stroke-linecap="round"
            stroke-linejoin="round"
          />
        </g>
      </Match>
      <Match when={props.shape === 'skipped'}>
        <g stroke="var(--skipped)" stroke-width="2">
          <circle cx="12" cy="12" r="9" fill="var(--skipped-b)" />
          <path d="m7.5 16.5 9-9" stroke-linecap="round" />
        </g>
      </Match>
      <Match when={props.shape === 'next'}>
        <circle cx="12" cy="12" r="6" fill="var(--ground)" stroke="var(--muted)" stroke-width="2" />
      </Match>
      <Match when={props.shape === 'conflict'}>
        <g fill="none" stroke="var(--ink)" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">
          <circle cx="12" cy="12" r="11" fill="var(--soft)" stroke="none" />
          <path d="M12 17.5v-4L7.5 8.5M12 13.5l4.5-5M7.25 11.5v-3.25H10.5M16.75 11.5v-3.25H13.5" />
        </g>
      </Match>
      <Match when={props.shape === 'recheck'}>
        <g stroke="var(--risk-t)" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
          <circle cx="12" cy="12" r="10" fill="var(--risk-b)" />
          <path d="M16.4 13.2a4.6 4.6 0 1 1-1.1-4.4l1.2 1.2M16.6 6.9v3.2h-3.2" fill="none" />
        </g>
      </Match>
      <Match when={props.shape === 'provisional'}>
        <g fill="none" stroke="var(--done)" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
          <circle cx="12" cy="12" r="9" fill="var(--ground)" stroke-dasharray="2.9 3.383" />
          <path d="m8.25 12.25 2.75 2.75 4.75-5.5" />
        </g>
      </Match>
      <Match when={props.shape === 'withdrawn'}>
        <g stroke="var(--skipped)" stroke-width="2" stroke-linecap="round">
          <circle cx="12" cy="12" r="7" fill="var(--ground)" stroke-dasharray="2.2 2.2" />
          <path d="M9 12h6" />
        </g>
      </Match>
      <Match when={props.shape === 'paused'}>
        <g stroke="var(--waiting)" stroke-width="2" stroke-linecap="round">
          <circle cx="12" cy="12" r="9" fill="var(--ground)" />
          <path d="M9.75 8.75v6.5M14.25 8.75v6.5" stroke-width="2.25" />
        </g>
      </Match>
    </Switch>
  );
}

export function StateGlyph(props: { readonly shape: Tone }) {
  return (
    <svg class={styles.glyph} viewBox="0 0 24 24" aria-hidden="true" data-shape={props.shape}>
      <StateShape shape={props.shape} />
    </svg>
  );
}
