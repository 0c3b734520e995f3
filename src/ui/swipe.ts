/**
 * Swipes over rows, by touch alone. A row follows the finger, says what letting go would do, and does it once it was
 * pulled far enough. Up and down stays scrolling (`touch-action`), and the edges of the screen stay the system's.
 */
import { actsOf, type RowAct } from './row-acts.ts';
import styles from './swipe.module.css';

/** Where a finger comes from the edge, the system takes it for going back, pixels. */
const edge = 24;
/** Before this it may still become a scroll or a tap, pixels. */
const slack = 10;
/** From here on letting go does it, pixels. */
const enough = 88;
/** Nothing is pulled further, pixels. */
const farthest = 132;
const backMs = 180;
/** A tap follows the finger within this long, milliseconds. */
const clickMs = 80;

interface Pull {
  readonly row: HTMLElement;
  readonly pointer: number;
  readonly startX: number;
  readonly startY: number;
  /** 1 where reading goes to the right. */
  readonly reads: 1 | -1;
  act: RowAct | undefined;
  said: HTMLElement | null;
  armed: boolean;
}

/** `root`: what the rows are in. Gives back how to stop. */
export function startSwipes(root: HTMLElement): () => void {
  let pull: Pull | null = null;

  const down = (event: PointerEvent): void => {
    if (pull !== null || event.pointerType === 'mouse' || !event.isPrimary) return;
    if (event.clientX < edge || event.clientX > innerWidth - edge) return;
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest<HTMLElement>('[data-swipes="true"]') ?? null;
    if (row === null || target?.closest('button, input, select') !== null) return;
    pull = {
      row,
      pointer: event.pointerId,
      startX: event.clientX,
      startY: event.clientY,
      reads: getComputedStyle(row).direction === 'rtl' ? -1 : 1,
      act: undefined,
      said: null,
      armed: false,
    };
  };

  const move = (event: PointerEvent): void => {
    if (pull === null || event.pointerId !== pull.pointer) return;
    const dx = event.clientX - pull.startX;
    const dy = event.clientY - pull.startY;
    if (pull.said === null) {
      if (Math.abs(dx) < slack && Math.abs(dy) < slack) return;
      const { forth, back } = actsOf(pull.row);
      pull.act = dx * pull.reads > 0 ? forth : back;
      if (Math.abs(dx) < Math.abs(dy) * 1.5 || pull.act === undefined) {
        pull = null;
        return;
      }
      begin(pull, pull.act, dx * pull.reads > 0);
    }
    follow(pull, dx);
  };

  const up = (event: PointerEvent): void => {
    if (pull === null || event.pointerId !== pull.pointer) return;
    const { act, armed, said } = pull;
    if (said !== null) letGo(pull);
    pull = null;
    if (said !== null && armed && act !== undefined) act.run();
  };

  const cancel = (): void => {
    if (pull?.said != null) letGo(pull);
    pull = null;
  };

  const begin = (pulled: Pull, act: RowAct, forth: boolean): void => {
    pulled.row.setPointerCapture(pulled.pointer);
    const said = document.createElement('span');
    said.className = styles.act ?? '';
    said.dataset['tone'] = act.tone;
    said.dataset['side'] = forth ? 'start' : 'end';
    said.ariaHidden = 'true';
    said.textContent = act.label;
    pulled.row.append(said);
    pulled.row.classList.add(styles.pulled ?? '');
    root.dataset['pulled'] = '';
    pulled.said = said;
  };

  /** Never to the other side: that would be something else. */
  const follow = (pulled: Pull, dx: number): void => {
    const sign = pulled.said?.dataset['side'] === 'start' ? pulled.reads : -pulled.reads;
    const distance = Math.min(farthest, Math.max(0, dx * sign));
    pulled.row.style.setProperty('--pulled', `${distance * sign}px`);
    const armed = distance >= enough;
    if (armed !== pulled.armed && armed) navigator.vibrate?.(8);
    pulled.armed = armed;
    if (pulled.said !== null) pulled.said.dataset['armed'] = String(armed);
  };

  const letGo = (pulled: Pull): void => {
    const { row, said } = pulled;
    // What was pulled was not tapped.
    root.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => root.removeEventListener('click', swallow, { capture: true }), clickMs);
    row.style.setProperty('--pulled', '0px');
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    setTimeout(
      () => {
        said?.remove();
        row.classList.remove(styles.pulled ?? '');
        row.style.removeProperty('--pulled');
        delete root.dataset['pulled'];
      },
      still ? 0 : backMs,
    );
  };

  root.addEventListener('pointerdown', down);
  root.addEventListener('pointermove', move);
  root.addEventListener('pointerup', up);
  root.addEventListener('pointercancel', cancel);
  return () => {
    cancel();
    root.removeEventListener('pointerdown', down);
    root.removeEventListener('pointermove', move);
    root.removeEventListener('pointerup', up);
    root.removeEventListener('pointercancel', cancel);
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
