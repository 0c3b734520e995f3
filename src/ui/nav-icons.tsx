/** The two navigation icons that are Baton's own: the baton in a hand, and rails. */
import type { JSX } from 'solid-js';

function IconFrame(props: { readonly children: JSX.Element }) {
  return (
    <svg
      viewBox="0 0 24 24"
      data-icon=""
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {props.children}
    </svg>
  );
}

export function IconBaton() {
  return (
    <IconFrame>
      <g transform="rotate(-40 12 12)">
        <rect x="1.5" y="7.5" width="21" height="9" rx="4.5" />
        <path d="M8.75 7.5v9M15.25 7.5v9" />
      </g>
    </IconFrame>
  );
}

export function IconRails() {
  return (
    <IconFrame>
      <circle cx="6" cy="4.75" r="2.25" />
      <circle cx="6" cy="19.25" r="2.25" />
      <circle cx="18" cy="14" r="2.25" />
      <path d="M6 7v10M6 7.5c0 4.5 12 .5 12 4.2" />
    </IconFrame>
  );
}
