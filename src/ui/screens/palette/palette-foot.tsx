/** Which keys move in the search; shown where there is a keyboard. */
import styles from './palette.module.css';
import { usePaletteWords } from './use-palette-words.ts';

export function PaletteFoot() {
  const words = usePaletteWords();
  return (
    <p class={styles.foot} aria-hidden="true">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {words.keyHints.move}
      </span>
      <span>
        <kbd>{words.enter}</kbd> {words.keyHints.open}
      </span>
      <span>
        <kbd>Esc</kbd> {words.keyHints.close}
      </span>
    </p>
  );
}
