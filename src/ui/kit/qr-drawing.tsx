/** Draws the code; loaded with the encoder when one is first shown. See `QrCode`. */
import { encodeQR } from 'qr';
import { createMemo } from 'solid-js';
import styles from './qr-code.module.css';
import { modulesToPath } from './qr-path.ts';

/** The light squares around a code that readers need to find it, as its standard asks. */
const quietZone = 4;

export function QrDrawing(props: { readonly text: string; readonly label: string }) {
  const modules = createMemo(() => encodeQR(props.text, 'raw', { ecc: 'medium', border: quietZone }));
  const side = (): number => modules().length;
  return (
    <svg
      class={styles.code}
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${side()} ${side()}`}
      shape-rendering="crispEdges"
    >
      <path d={modulesToPath(modules())} />
    </svg>
  );
}
