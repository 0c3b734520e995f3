/**
 * A text as a QR code: dark on light in both themes, because many readers know no other. Its place is kept
 * while the encoder loads. What it says is nowhere else in the page than in the squares.
 */
import { createMemo, ErrorBoundary, type JSX, lazy, Suspense } from 'solid-js';
import styles from './qr-code.module.css';

interface Drawing {
  readonly text: string;
  /** What the code is for; its content says nothing to a listener. */
  readonly label: string;
}

/** Only the encoder comes later: another component of its own would cost the page more than it is. */
const QrDrawing = lazy(async () => {
  const { textToQrPath } = await import('./qr-path.ts');
  return {
    default: (props: Drawing) => {
      const drawn = createMemo(() => textToQrPath(props.text));
      return (
        <svg
          class={styles.code}
          role="img"
          aria-label={props.label}
          viewBox={`0 0 ${drawn().side} ${drawn().side}`}
          shape-rendering="crispEdges"
        >
          <path d={drawn().path} />
        </svg>
      );
    },
  };
});

export function QrCode(
  props: Drawing & {
    /** Stands there when the code cannot be drawn. */
    readonly failed: JSX.Element;
  },
) {
  return (
    <ErrorBoundary fallback={props.failed}>
      <Suspense fallback={<span class={styles.code} />}>
        <QrDrawing text={props.text} label={props.label} />
      </Suspense>
    </ErrorBoundary>
  );
}
