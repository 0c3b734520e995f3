/**
 * A text as a QR code: dark on light in both themes, because many readers know no other. Its place is kept
 * while the encoder loads. What it says is nowhere else in the page than in the squares.
 */
import { ErrorBoundary, type JSX, lazy, Suspense } from 'solid-js';
import styles from './qr-code.module.css';

const QrDrawing = lazy(async () => ({ default: (await import('./qr-drawing.tsx')).QrDrawing }));

export function QrCode(props: {
  readonly text: string;
  /** What the code is for; its content says nothing to a listener. */
  readonly label: string;
  /** Stands there when the code cannot be drawn. */
  readonly failed: JSX.Element;
}) {
  return (
    <ErrorBoundary fallback={props.failed}>
      <Suspense fallback={<span class={styles.code} />}>
        <QrDrawing text={props.text} label={props.label} />
      </Suspense>
    </ErrorBoundary>
  );
}
